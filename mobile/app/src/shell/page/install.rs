//! Browsers that can put the app on the home screen say so once, with an event that asks the person when it is told to.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

const OFFERED: &str = "beforeinstallprompt";

thread_local! {
    static OFFER: RefCell<Option<Event>> = const { RefCell::new(None) };
}

/// Calls `tell` when the browser offers it, for as long as the page lives.
pub fn watch(mut tell: impl FnMut() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        // Its own bar would lie over the buttons.
        event.prevent_default();
        OFFER.with_borrow_mut(|offer| *offer = Some(event));
        tell();
    });
    if window
        .add_event_listener_with_callback(OFFERED, listener.as_ref().unchecked_ref())
        .is_ok()
    {
        listener.forget();
    }
}

/// Lets the browser ask. It does so once for each offer.
pub fn ask() {
    let Some(offer) = OFFER.take() else { return };
    let prompt = Reflect::get(&offer, &"prompt".into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(prompt) = prompt {
        let _its_answer_is_the_persons = prompt.call0(&JsValue::from(offer));
    }
}
