//! Time that moves only when the scheduler says so.

use std::sync::atomic::{AtomicI64, Ordering};

use kuitti_server::ports::Clock;
use kuitti_shared::unit::{Millis, WallTime};

/// The first moment of every town: 2026-11-20 10:00 in Helsinki.
const MORNING: i64 = 1_795_161_600_000;

/// The true time, which the server's clock shows.
#[derive(Debug)]
pub struct Time(AtomicI64);

impl Default for Time {
    fn default() -> Self {
        Self(AtomicI64::new(MORNING))
    }
}

impl Time {
    /// Lets time pass.
    pub fn pass(&self, span: Millis) {
        self.0.fetch_add(span.0, Ordering::Relaxed);
    }

    /// Since the first morning.
    #[must_use]
    pub fn elapsed(&self) -> Millis {
        self.now() - WallTime(MORNING)
    }
}

impl Clock for Time {
    fn now(&self) -> WallTime {
        WallTime(self.0.load(Ordering::Relaxed))
    }
}
