//! What can go wrong between us and the browser.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// Something that the browser refused.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    /// A browser interface threw or rejected.
    #[error("the browser refused {what}: {why}")]
    Refused {
        /// What we asked for.
        what: &'static str,
        /// The browser's own words.
        why: String,
    },
    /// Page and worker did not understand each other.
    #[error("a message between page and worker cannot be read: {0}")]
    Message(String),
    /// The store could not be opened.
    #[error("the store cannot be opened: {0}")]
    Store(String),
    /// The browser has no more room for us.
    #[error("the browser grants no room")]
    Full,
}

impl ShellError {
    /// For `map_err`: names what was asked for, keeps what the browser said.
    pub fn refused(what: &'static str) -> impl FnOnce(JsValue) -> Self {
        move |thrown| match is_full(&thrown) {
            true => Self::Full,
            false => Self::Refused {
                what,
                why: words_of(&thrown),
            },
        }
    }
}

/// Whether an exception says that there is no more room.
pub(super) fn is_full(thrown: &JsValue) -> bool {
    is(thrown, "QuotaExceededError")
}

/// Whether an exception has a name.
pub(super) fn is(thrown: &JsValue, name: &str) -> bool {
    thrown
        .dyn_ref::<DomException>()
        .is_some_and(|exception| exception.name() == name)
}

/// An exception's message, or whatever else can be read from it.
pub(super) fn words_of(thrown: &JsValue) -> String {
    let message = js_sys::Reflect::get(thrown, &"message".into())
        .ok()
        .and_then(|text| text.as_string());
    message
        .or_else(|| thrown.as_string())
        .unwrap_or_else(|| format!("{thrown:?}"))
}
