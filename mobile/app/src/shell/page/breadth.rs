//! Whether the window has room for two columns, as the style sheets see it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MediaQueryList;

/// The same words as in `field.css`.
const WIDE: &str = "(min-width: 46rem)";

/// Has it now? Without a window nothing has room.
#[must_use]
pub fn is_wide() -> bool {
    query().is_some_and(|query| query.matches())
}

/// Calls `tell` whenever that changes, for as long as the page lives.
pub fn watch(mut tell: impl FnMut(bool) + 'static) {
    let Some(query) = query() else { return };
    let listener = Closure::<dyn FnMut()>::new(move || tell(is_wide()));
    if query
        .add_event_listener_with_callback("change", listener.as_ref().unchecked_ref())
        .is_ok()
    {
        listener.forget();
        // A list that nobody holds is collected, and tells nothing any more.
        std::mem::forget(query);
    }
}

fn query() -> Option<MediaQueryList> {
    web_sys::window()?.match_media(WIDE).ok()?
}
