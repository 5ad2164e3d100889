//! The hardware of a device: clocks that people set and that stop, and a radio. A shared tablet has one, and a store for
//! each of its workers.

use std::cell::Cell;
use std::sync::Arc;

use kuitti_server::ports::Clock as _;
use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::unit::{Millis, WallTime};

use crate::chance::Chance;
use crate::time::Time;

const YEAR: Millis = Millis::from_days(365);

/// A device without its software.
#[derive(Debug)]
pub struct Handset {
    time: Arc<Time>,
    ahead: Cell<Millis>,
    booted_at: Cell<WallTime>,
    boots: Cell<u64>,
    runs_in_sleep: bool,
    has_network: Cell<bool>,
}

impl Handset {
    /// A device whose clock is right within a minute, as most are.
    #[must_use]
    pub fn new(time: Arc<Time>, chance: &Chance) -> Self {
        let booted_at = time.now();
        Self {
            time,
            ahead: Cell::new(Millis(i64::try_from(chance.below(60_000)).unwrap_or_default())),
            booted_at: Cell::new(booted_at),
            boots: Cell::new(chance.below(1 << 20)),
            runs_in_sleep: chance.one_in(2),
            has_network: Cell::new(true),
        }
    }

    /// What the clocks show.
    #[must_use]
    pub fn clock(&self) -> PushClock {
        let now = self.time.now();
        PushClock {
            stamp: Stamp {
                wall: now + self.ahead.get(),
                boot: now - self.booted_at.get(),
                epoch: BootEpoch(self.boots.get()),
            },
            runs_in_sleep: self.runs_in_sleep,
        }
    }

    /// Somebody sets the clock, by minutes or by years; sometimes right again. Returns how far it is ahead now.
    pub fn set_clock(&self, chance: &Chance) -> Millis {
        let ahead = match chance.below(5) {
            0 => Millis(0),
            1 => Millis::from_seconds(7_200),
            2 => Millis(-3 * YEAR.0),
            3 => Millis(2 * YEAR.0),
            _ => Millis::from_seconds(-400),
        };
        self.ahead.set(ahead);
        ahead
    }

    /// The device starts anew.
    pub fn boot(&self) {
        self.boots.set(self.boots.get() + 1);
        self.booted_at.set(self.time.now());
    }

    /// Is there a network?
    #[must_use]
    pub fn has_network(&self) -> bool {
        self.has_network.get()
    }

    /// There is a network from now on, or none.
    pub fn set_network(&self, has_network: bool) {
        self.has_network.set(has_network);
    }
}
