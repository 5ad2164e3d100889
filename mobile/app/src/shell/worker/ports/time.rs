//! Clock, timer and randomness as a worker has them.

use gloo_timers::future::TimeoutFuture;
use kuitti_engine::ports::{Clock, PortFuture, Random, Timer};
use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::unit::{Millis, WallTime};
use wasm_bindgen::{JsCast, throw_str};
use web_sys::WorkerGlobalScope;

/// The wall clock, and `performance.now()` as a boot clock that stops in sleep.
pub(in crate::shell::worker) struct WebClock {
    epoch: BootEpoch,
}

impl WebClock {
    /// A clock with an epoch of its own: `performance.now()` starts again with each worker.
    #[must_use]
    pub(in crate::shell::worker) fn start(random: &dyn Random) -> Self {
        // 53 bits, so that the number also survives readers that know floating point only.
        let epoch = BootEpoch((random.bits() >> (128 - 53)) as u64);
        Self { epoch }
    }
}

impl Clock for WebClock {
    fn now(&self) -> PushClock {
        let boot = scope().performance().map_or(0.0, |performance| performance.now());
        let stamp = Stamp {
            wall: WallTime(whole(js_sys::Date::now())),
            boot: Millis(whole(boot)),
            epoch: self.epoch,
        };
        PushClock {
            stamp,
            runs_in_sleep: false,
        }
    }
}

/// `setTimeout`.
pub(in crate::shell::worker) struct WebTimer;

impl Timer for WebTimer {
    fn sleep(&self, span: Millis) -> PortFuture<'_, ()> {
        let span = u32::try_from(span.0.max(0)).unwrap_or(u32::MAX);
        Box::pin(TimeoutFuture::new(span))
    }
}

/// The browser's source for keys.
pub(in crate::shell::worker) struct WebRandom;

impl Random for WebRandom {
    fn bits(&self) -> u128 {
        let mut bytes = [0; 16];
        let filled = scope()
            .crypto()
            .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
        if filled.is_err() {
            // Ids that repeat would overwrite work: better no engine than one without randomness.
            throw_str("this browser has no source of randomness");
        }
        u128::from_ne_bytes(bytes)
    }
}

fn scope() -> WorkerGlobalScope {
    js_sys::global().unchecked_into()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 fit an i64 for ever"
)]
fn whole(milliseconds: f64) -> i64 {
    milliseconds as i64
}
