//! What the network costs, as far as the browser says: Chromium on phones does, others do not.

use js_sys::Reflect;
use kuitti_engine::ports::{Cost, Link, PortFuture};
use wasm_bindgen::JsValue;

/// `navigator.connection.type` of the Network Information API.
pub(in crate::shell::worker) struct WebLink;

impl Link for WebLink {
    fn cost(&self) -> PortFuture<'_, Cost> {
        Box::pin(std::future::ready(cost()))
    }
}

fn cost() -> Cost {
    let named = ["navigator", "connection", "type"].iter();
    let kind = named.fold(JsValue::from(js_sys::global()), |of, name| {
        Reflect::get(&of, &(*name).into()).unwrap_or_default()
    });
    match kind.as_string().as_deref() {
        Some("wifi" | "ethernet" | "wimax" | "none") => Cost::Free,
        Some("cellular" | "bluetooth") => Cost::Metered,
        _ => Cost::Unknown,
    }
}
