//! How long to leave a server alone that did not answer: full jitter, so that a town's phones do not come back at once.

use kuitti_shared::sync::limits::{RETRY_FIRST, RETRY_LONGEST};
use kuitti_shared::unit::Millis;

use crate::ports::{Random, TransportError};

/// Counts the failures since the last success.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Backoff {
    failures: u32,
}

impl Backoff {
    /// One more failure: how long to wait now. A `Retry-After` is waited for as a whole, the jitter comes on top.
    pub(crate) fn fail(&mut self, error: &TransportError, random: &dyn Random) -> Millis {
        let doubled = RETRY_FIRST.0.saturating_mul(1 << self.failures.min(20));
        self.failures = self.failures.saturating_add(1);
        let jitter = below(doubled.min(RETRY_LONGEST.0), random);
        let asked = match error {
            TransportError::Busy { retry_after } => {
                retry_after.map_or(0, |span| span.0.clamp(0, RETRY_LONGEST.0))
            }
            _ => 0,
        };
        Millis(asked + jitter)
    }

    /// It works again.
    pub(crate) const fn succeed(&mut self) {
        self.failures = 0;
    }
}

/// A random number from 0 up to `limit`, both included.
pub(crate) fn below(limit: i64, random: &dyn Random) -> i64 {
    let bound = u128::try_from(limit).unwrap_or(0) + 1;
    i64::try_from(random.bits() % bound).unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Always(u128);
    impl Random for Always {
        fn bits(&self) -> u128 {
            self.0
        }
    }

    #[test]
    fn pauses_grow_from_two_seconds_to_a_quarter_of_an_hour_with_full_jitter() {
        let gone = TransportError::Unreachable(String::new());
        let mut backoff = Backoff::default();
        let bounds = [2_000_i64, 4_000, 8_000, 16_000];
        for bound in bounds {
            let bits = u128::try_from(bound).unwrap();
            let mut low = backoff;
            assert_eq!(low.fail(&gone, &Always(0)), Millis(0));
            assert_eq!(backoff.fail(&gone, &Always(bits)), Millis(bound));
        }
        for _ in 0..40 {
            assert!(backoff.fail(&gone, &Always(u128::MAX)).0 <= RETRY_LONGEST.0);
        }
        backoff.succeed();
        assert!(backoff.fail(&gone, &Always(u128::MAX)).0 <= 2_000);
    }

    #[test]
    fn what_the_server_asks_for_is_waited_for() {
        let busy = TransportError::Busy {
            retry_after: Some(Millis::from_seconds(30)),
        };
        let pause = Backoff::default().fail(&busy, &Always(0));
        assert_eq!(pause, Millis::from_seconds(30));
    }
}
