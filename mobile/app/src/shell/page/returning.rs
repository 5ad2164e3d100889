//! The moments at which the engine should know more: the network came or went, the worker looks at the app or not.
//!
//! A page in the background gets little time from the browser, so nothing else would start a sync on the way back.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::VisibilityState;

pub use crate::shell::platform::Returning;

/// Calls `tell` at each such moment, for as long as the page lives.
pub fn watch(tell: impl Fn(Returning) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    listen(&window, "online", tell.clone(), || Returning::Online);
    listen(&window, "offline", tell.clone(), || Returning::Offline);
    let in_front = {
        let document = document.clone();
        move || match document.visibility_state() {
            VisibilityState::Visible => Returning::Visible,
            _ => Returning::Hidden,
        }
    };
    listen(&document, "visibilitychange", tell, in_front);
}

/// Whether the browser believes that there is a network. "Yes" may be wrong, "no" is right.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

fn listen(
    target: &web_sys::EventTarget,
    name: &str,
    tell: impl Fn(Returning) + 'static,
    what: impl Fn() -> Returning + 'static,
) {
    let listener = Closure::<dyn Fn()>::new(move || tell(what()));
    if target
        .add_event_listener_with_callback(name, listener.as_ref().unchecked_ref())
        .is_ok()
    {
        listener.forget();
    }
}
