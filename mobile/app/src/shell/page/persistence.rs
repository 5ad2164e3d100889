//! Will the browser keep what is stored here? It may clear it away unless it was asked and agreed.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEstimate;

pub use crate::shell::platform::{Persistence, Usage};

/// Asks the browser to keep the data; it may ask the user.
pub async fn ask() -> Persistence {
    let Some(storage) = storage() else {
        return Persistence::AtRisk;
    };
    let Ok(promise) = storage.persist() else {
        return Persistence::AtRisk;
    };
    match JsFuture::from(promise).await {
        Ok(granted) if granted.is_truthy() => Persistence::Kept,
        _ => Persistence::AtRisk,
    }
}

/// How full the storage is; nothing when the browser does not say.
pub async fn usage() -> Option<Usage> {
    let estimate = JsFuture::from(storage()?.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = estimate.unchecked_into();
    Some(Usage {
        used: whole(estimate.get_usage()?),
        granted: whole(estimate.get_quota()?),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of bytes"
)]
const fn whole(bytes: f64) -> u64 {
    bytes as u64
}

/// Missing where the page is not in a secure context.
fn storage() -> Option<web_sys::StorageManager> {
    let window = web_sys::window()?;
    window.is_secure_context().then(|| window.navigator().storage())
}
