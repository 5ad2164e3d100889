//! Time and chance come from outside, so that tests decide both and a browser can lend its own.

use kuitti_shared::clock::PushClock;
use kuitti_shared::unit::Millis;

use super::PortFuture;

/// The device's clocks.
pub trait Clock {
    /// Wall time, boot time and epoch now, and whether the boot clock runs while the device sleeps.
    ///
    /// A browser's `performance.now()` stops in sleep: it says so, and takes a new epoch with each worker.
    fn now(&self) -> PushClock;
}

/// Waits.
pub trait Timer {
    /// Completes after `span`. A device that slept meanwhile may complete it late.
    fn sleep(&self, span: Millis) -> PortFuture<'_, ()>;
}

/// Chance: for ids and for the jitter of retries.
pub trait Random {
    /// 128 bits from a source fit for secrets.
    fn bits(&self) -> u128;
}
