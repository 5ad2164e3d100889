//! The engine's worker when the page has started it before the screens were there (`boot.js`).

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

/// A worker that runs already.
pub(super) struct Early {
    pub(super) worker: Worker,
    /// Its messages and errors so far, as events.
    pub(super) said: Array,
}

/// The worker that `boot.js` has started, if it has.
pub(super) fn take() -> Option<Early> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let engine = get(&get(&js_sys::global(), "kuitti")?, "engine")?;
    Some(Early {
        worker: get(&engine, "worker")?.dyn_into().ok()?,
        said: get(&engine, "said")?.dyn_into().ok()?,
    })
}
