//! What only the browser can do. Each of these fails softly: a console without storage still works.
use std::cell::Cell;

use js_sys::Date;
use kuitti_shared::unit::WallTime;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Document, Element, File, HtmlElement, HtmlInputElement, KeyboardEvent, Storage, window};

thread_local! {
    /// How far the server's clock is ahead of this machine's, in milliseconds.
    static AHEAD: Cell<f64> = const { Cell::new(0.0) };
}

/// The server's clock, as far as its last answer tells: ages must not depend on how the clock of an office computer is set.
pub(crate) fn server_clock() -> WallTime {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit for 290 million years"
    )]
    WallTime((Date::now() + AHEAD.get()) as i64)
}

/// Takes the `Date` of an answer.
pub(crate) fn hear_server_clock(date: &str) {
    let server = Date::parse(date);
    let ahead = server - Date::now();
    // The header counts whole seconds: less than two are no difference.
    AHEAD.set(if ahead.is_finite() && ahead.abs() > 2_000.0 {
        ahead
    } else {
        0.0
    });
}

/// The languages that the browser's owner reads, in the form of `Accept-Language`.
pub(crate) fn languages() -> String {
    window()
        .map(|window| window.navigator().languages().join(",").into())
        .unwrap_or_default()
}

/// A choice kept in this browser.
pub(crate) fn remembered(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a choice in this browser, when it lets us.
pub(crate) fn remember(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, value);
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Sets an attribute of `<html>`: the page's language, direction or theme.
pub(crate) fn set_page_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// Gives the focus to the element with this id.
pub(crate) fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Takes the focus from wherever it is.
pub(crate) fn unfocus() {
    let focused = document().and_then(|document| document.active_element());
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Is a dialog open? Then the screen below hears no keys.
pub(crate) fn dialog_is_open() -> bool {
    matches!(
        document().map(|document| document.query_selector("dialog[open]")),
        Some(Ok(Some(_)))
    )
}

/// Is this the kind of element into which one types?
pub(crate) fn takes_text(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") && !is_tick(element)
}

fn is_tick(element: &Element) -> bool {
    matches!(
        element.get_attribute("type").as_deref(),
        Some("checkbox" | "radio")
    )
}

/// Calls `heard` for every key pressed in the page, for as long as the page lives.
pub(crate) fn listen_to_keys(heard: impl Fn(KeyboardEvent) + 'static) {
    let Some(document) = document() else { return };
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(heard);
    let added = document.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    if added.is_ok() {
        // The frame that listens is never taken down.
        listener.forget();
    }
}

/// A text as part of an address.
pub(crate) fn percent_encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

fn file_input(id: &str) -> Option<HtmlInputElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The file chosen in an input.
pub(crate) fn chosen_file(id: &str) -> Option<File> {
    file_input(id)?.files()?.get(0)
}

/// Forgets the chosen file.
pub(crate) fn clear_file(id: &str) {
    if let Some(input) = file_input(id) {
        input.set_value("");
    }
}
