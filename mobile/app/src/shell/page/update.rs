//! The service worker: keeps the app's files for starting offline, and brings new versions of them.
//!
//! A new version waits until the worker agrees, so that no screen changes under a thumb.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

const SCRIPT: &str = "/app/sw.js";
/// Understood by the script.
const TAKE_OVER: &str = "take-over";

/// Installs the service worker and calls `ready` when a newer version of the app waits.
///
/// Answers whether the app can start without a network: not from a page without a trusted certificate.
pub async fn install(ready: impl Fn() + Clone + 'static) -> bool {
    let Some(container) = container() else {
        return false;
    };
    let Ok(registered) = JsFuture::from(container.register(SCRIPT)).await else {
        return false;
    };
    let Ok(registration) = registered.dyn_into::<ServiceWorkerRegistration>() else {
        return false;
    };
    if registration.waiting().is_some() {
        ready();
    }
    let watched = registration.clone();
    let on_found = Closure::<dyn Fn()>::new(move || tell_when_installed(&watched, ready.clone()));
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    on_found.forget();
    true
}

/// Lets the waiting version take over and loads the page anew.
pub async fn apply() {
    let Some(container) = container() else { return };
    let reload = Closure::<dyn Fn()>::new(|| {
        if let Some(window) = web_sys::window() {
            let _cannot_fail_usefully = window.location().reload();
        }
    });
    container.set_oncontrollerchange(Some(reload.as_ref().unchecked_ref()));
    reload.forget();
    let Ok(found) = JsFuture::from(container.get_registration()).await else {
        return;
    };
    let waiting = found
        .dyn_into::<ServiceWorkerRegistration>()
        .ok()
        .and_then(|found| found.waiting());
    if let Some(waiting) = waiting {
        let _gone_if_refused = waiting.post_message(&TAKE_OVER.into());
    }
}

/// The first version installs without a word: it replaces nothing.
fn tell_when_installed(registration: &ServiceWorkerRegistration, ready: impl Fn() + 'static) {
    let Some(installing) = registration.installing() else {
        return;
    };
    let watched = installing.clone();
    let on_change = Closure::<dyn Fn()>::new(move || {
        let replaces = container().is_some_and(|container| container.controller().is_some());
        if watched.state() == ServiceWorkerState::Installed && replaces {
            ready();
        }
    });
    installing.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
}

/// Missing where the page is not in a secure context.
fn container() -> Option<ServiceWorkerContainer> {
    let window = web_sys::window()?;
    window
        .is_secure_context()
        .then(|| window.navigator().service_worker())
}
