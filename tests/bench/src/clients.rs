//! Many at once: each client has its own connection and does one thing after the other.

use std::future::Future;
use std::time::{Duration, Instant};

use anyhow::Result;
use futures_util::future::try_join_all;

use crate::samples::Samples;

/// Devices at once in the measures of throughput.
pub(crate) const CLIENTS: usize = 8;

/// What all clients together came to.
pub(crate) struct Run {
    pub(crate) took: Duration,
    pub(crate) count: usize,
    pub(crate) samples: Samples,
}

/// Lets each of `clients` do its `steps`; a step says how long it took.
pub(crate) async fn run<C, F>(clients: Vec<C>, steps: impl Fn(C) -> F) -> Result<Run>
where
    F: Future<Output = Result<Samples>> + Send + 'static,
{
    let began = Instant::now();
    let tasks = clients.into_iter().map(|client| tokio::spawn(steps(client)));
    let all = try_join_all(tasks.collect::<Vec<_>>()).await?;
    let took = began.elapsed();
    let mut samples = Samples::default();
    for one in all {
        samples.extend(one?);
    }
    Ok(Run {
        took,
        count: samples.len(),
        samples,
    })
}

impl Run {
    pub(crate) fn per_second(&self) -> f64 {
        crate::samples::per_second(self.count, self.took)
    }
}
