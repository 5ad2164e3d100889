//! The page's address and the browser's history.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The part of the address behind `#`, with the `#`; empty when there is none.
#[must_use]
pub fn fragment() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Changes the part behind `#`, as a step that the back button takes back.
pub fn set_fragment(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _stays_where_it_is = window.location().set_hash(fragment);
    }
}

/// Takes the latest step back, as the back button does.
pub fn step_back() {
    if let Some(window) = web_sys::window() {
        let _stays_where_it_is = window.history().and_then(|history| history.back());
    }
}

/// Calls `tell` whenever the part behind `#` changes, for as long as the page lives.
pub fn watch_fragment(mut tell: impl FnMut(&str) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn FnMut()>::new(move || tell(&fragment()));
    if window
        .add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref())
        .is_ok()
    {
        listener.forget();
    }
}

/// The origin that the page comes from: in a browser, the office's server.
#[must_use]
pub fn origin() -> String {
    web_sys::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _stays_as_it_is = window.location().reload();
    }
}
