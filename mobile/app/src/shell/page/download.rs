//! Handing a file to the worker: the browser saves it where it saves downloads.

use js_sys::{Array, Uint8Array};
use kuitti_engine::protocol::Problem;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Saves a text file.
///
/// # Errors
/// When the browser refuses. One that asks the person, who declines, refuses nothing.
pub async fn text(name: &str, content: &str) -> Result<(), Problem> {
    let content = Uint8Array::from(content.as_bytes());
    bytes(name, "text/plain;charset=utf-8", &content).await
}

/// Saves bytes that are in the browser's memory.
///
/// # Errors
/// As [`text`].
pub async fn bytes(name: &str, kind: &str, content: &Uint8Array) -> Result<(), Problem> {
    offer(name, kind, content).map_err(|_refused| Problem::NotPossible)
}

fn offer(name: &str, kind: &str, content: &Uint8Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(content);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.ok_or(JsValue::UNDEFINED)?.create_element("a")?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Ok(())
}
