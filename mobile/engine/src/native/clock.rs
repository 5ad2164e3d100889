//! The system's clocks.

use std::hash::{BuildHasher as _, RandomState};
#[expect(
    clippy::disallowed_types,
    reason = "this is the port that everything else asks"
)]
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::unit::{Millis, WallTime};

use crate::ports::Clock;

/// JSON numbers are exact up to here.
const EXACT: u64 = (1 << 53) - 1;

/// On Linux the kernel's uptime, which runs in sleep and has an epoch per boot; elsewhere a process's own clock.
#[derive(Debug)]
#[expect(
    clippy::disallowed_types,
    reason = "this is the port that everything else asks"
)]
pub struct SystemClock {
    started: Instant,
    boot: Option<BootEpoch>,
    process: BootEpoch,
}

impl SystemClock {
    /// A clock of this process.
    #[must_use]
    #[expect(
        clippy::new_without_default,
        clippy::disallowed_types,
        reason = "a clock begins when it is made"
    )]
    pub fn new() -> Self {
        Self {
            started: Instant::now(),
            boot: boot_epoch(),
            process: BootEpoch(RandomState::new().hash_one(std::process::id()) & EXACT),
        }
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_types,
        reason = "this is the port that everything else asks"
    )]
    fn now(&self) -> PushClock {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let wall = WallTime(i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX));
        let (boot, epoch, runs_in_sleep) = match self.boot.zip(uptime()) {
            Some((epoch, uptime)) => (uptime, epoch, true),
            None => {
                let running = i64::try_from(self.started.elapsed().as_millis()).unwrap_or(i64::MAX);
                (Millis(running), self.process, false)
            }
        };
        PushClock {
            stamp: Stamp { wall, boot, epoch },
            runs_in_sleep,
        }
    }
}

/// The kernel's time since boot, sleep included (`CLOCK_BOOTTIME`).
fn uptime() -> Option<Millis> {
    let text = std::fs::read_to_string("/proc/uptime").ok()?;
    let (seconds, rest) = text.split_whitespace().next()?.split_once('.')?;
    let seconds: i64 = seconds.parse().ok()?;
    let hundredths: i64 = rest.parse().ok()?;
    Some(Millis(seconds * 1_000 + hundredths * 10))
}

/// The kernel's id of this boot, folded into a number.
fn boot_epoch() -> Option<BootEpoch> {
    let text = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let id: uuid::Uuid = text.trim().parse().ok()?;
    let (high, low) = id.as_u64_pair();
    Some(BootEpoch((high ^ low) & EXACT))
}
