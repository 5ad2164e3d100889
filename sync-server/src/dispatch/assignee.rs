//! Only crews and workers that are there can be given work.

use kuitti_shared::domain::Assignee;

use crate::error::{Error, Result};
use crate::storage::ReadTx;

/// Refuses an assignee who is nobody, or who no longer works here.
pub(super) async fn check(tx: &mut dyn ReadTx, assignee: Option<Assignee>) -> Result<()> {
    let works_here = match assignee {
        None => true,
        Some(Assignee::Crew(crew)) => tx.crew(crew).await?.is_some(),
        Some(Assignee::Worker(worker)) => tx.worker(worker).await?.is_some_and(|worker| worker.active),
    };
    if works_here {
        Ok(())
    } else {
        Err(Error::invalid(
            "assignee_unknown",
            "No such crew or worker works here. Load the page again and choose another.",
        ))
    }
}
