//! Photos are developed on a thread beside the engine's.

use kuitti_shared::domain::Mark;

use crate::photo::{Developed, PhotoError, develop_marked};
use crate::ports::{PhotoLab, PortFuture};

/// A thread for each photo.
#[derive(Debug, Clone, Copy)]
pub struct ThreadLab;

impl PhotoLab for ThreadLab {
    fn develop(&self, original: Vec<u8>, marks: Vec<Mark>) -> PortFuture<'_, Result<Developed, PhotoError>> {
        Box::pin(async move {
            let developed = tokio::task::spawn_blocking(move || develop_marked(&original, &marks)).await;
            // A decoder that gave up on a picture must not take the engine along.
            developed.unwrap_or(Err(PhotoError::NotAPhoto))
        })
    }
}
