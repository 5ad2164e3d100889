//! One seed from beginning to end.

use crate::oracle::Violation;
use crate::town::Town;
use crate::trace::Voice;

/// What came of a seed.
#[derive(Debug)]
pub struct Ended {
    /// Which.
    pub seed: u64,
    /// The broken promise.
    pub violation: Option<Violation>,
    /// What happened, one line an event.
    pub trace: Vec<String>,
}

/// Plays the town of a seed.
#[must_use]
pub fn play(seed: u64, voice: Voice) -> Ended {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(async {
        let town = Town::of(seed, voice).await;
        let lived = match town.live().await {
            Ok(()) => town.settle().await,
            Err(violation) => Err(violation),
        };
        Ended {
            seed,
            violation: lived.err(),
            trace: town.world.trace.lines(),
        }
    })
}
