//! Reading a barcode or QR code in a picture, where the browser can (the Shape Detection API). Elsewhere it is typed.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ImageBitmap};

/// Does this browser read them?
#[must_use]
pub fn can_read() -> bool {
    detector().is_some()
}

/// What the first code in a picture says.
pub async fn read(picture: &File) -> Option<String> {
    let bitmap = web_sys::window()?.create_image_bitmap_with_blob(picture).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(bitmap).await.ok()?.dyn_into().ok()?;
    let detector = Reflect::construct(&detector()?, &Array::new()).ok()?;
    let detect: Function = property(&detector, "detect")?.dyn_into().ok()?;
    let found: Promise = detect.call1(&detector, &bitmap).ok()?.dyn_into().ok()?;
    let found: Array = JsFuture::from(found).await.ok()?.dyn_into().ok()?;
    property(&found.get(0), "rawValue")?.as_string()
}

fn detector() -> Option<Function> {
    property(&js_sys::global(), "BarcodeDetector")?.dyn_into().ok()
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into())
        .ok()
        .filter(|value| !value.is_undefined() && !value.is_null())
}
