//! Where photos are developed. Reducing twelve megapixels takes a tenth of a second and more: taps must not wait for it.

use kuitti_shared::domain::Mark;

use super::PortFuture;
use crate::photo::{Developed, PhotoError};

/// Develops photos, away from the engine's thread where the platform has another: a thread natively, a second worker in
/// a browser. Both call [`crate::photo::develop_marked`].
pub trait PhotoLab {
    /// Turns what a camera made into what is kept and sent, with what was drawn on it.
    fn develop(&self, original: Vec<u8>, marks: Vec<Mark>) -> PortFuture<'_, Result<Developed, PhotoError>>;
}
