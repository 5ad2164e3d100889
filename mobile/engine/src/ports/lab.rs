//! Where photos are developed. Reducing twelve megapixels takes a tenth of a second and more: taps must not wait for it.

use super::PortFuture;
use crate::photo::{Developed, PhotoError};

/// Develops photos, away from the engine's thread where the platform has another: a thread natively, a second worker in
/// a browser. Both call [`crate::photo::develop`].
pub trait PhotoLab {
    /// Turns what a camera made into what is kept and sent.
    fn develop(&self, original: Vec<u8>) -> PortFuture<'_, Result<Developed, PhotoError>>;
}
