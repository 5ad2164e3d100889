//! The moments at which syncing is worth a try: the network came back, or the worker looks at the app again.
//!
//! A page in the background gets no time from the browser, so nothing else would start a sync then.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::VisibilityState;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returning {
    /// The browser says that there is a network.
    Online,
    /// The browser says that there is none.
    Offline,
    /// The app is in front again.
    Visible,
}

/// Calls `tell` at each such moment, for as long as the page lives.
pub fn watch(tell: impl Fn(Returning) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    listen(&window, "online", tell.clone(), || Some(Returning::Online));
    listen(&window, "offline", tell.clone(), || Some(Returning::Offline));
    let in_front = {
        let document = document.clone();
        move || (document.visibility_state() == VisibilityState::Visible).then_some(Returning::Visible)
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
    what: impl Fn() -> Option<Returning> + 'static,
) {
    let listener = Closure::<dyn Fn()>::new(move || {
        if let Some(returning) = what() {
            tell(returning);
        }
    });
    if target
        .add_event_listener_with_callback(name, listener.as_ref().unchecked_ref())
        .is_ok()
    {
        listener.forget();
    }
}
