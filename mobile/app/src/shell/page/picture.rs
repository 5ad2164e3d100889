//! Pictures on the page: bytes as an address for an `img`, and files that the worker chose or photographed.

use dioxus::prelude::FormEvent;
use dioxus::web::WebEventExt;
use js_sys::{Array, Uint8Array};
use kuitti_engine::protocol::Problem;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, File, HtmlInputElement, Url};

/// A file that the worker chose or photographed.
pub type PhotoFile = File;

/// A picture in the page's memory, released when it is dropped.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture(String);

impl Picture {
    /// From a JPEG's bytes.
    pub fn from_jpeg(bytes: &Uint8Array) -> Result<Self, Problem> {
        let kind = BlobPropertyBag::new();
        kind.set_type("image/jpeg");
        let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &kind);
        let address = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
        address.map(Self).map_err(|_refused| Problem::PhotoNotHere)
    }

    /// Of a file that was just chosen.
    pub fn of_file(file: &File) -> Result<Self, Problem> {
        let address = Url::create_object_url_with_blob(file);
        address.map(Self).map_err(|_refused| Problem::PhotoNotHere)
    }

    /// The address for `src`; valid while this lives.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        let _gone_anyway = Url::revoke_object_url(&self.0);
    }
}

/// Takes the files out of a file input that has just changed, and empties it, so that the same picture can be chosen again.
#[must_use]
pub fn chosen_files(event: &FormEvent) -> Vec<File> {
    let event = event.data().try_as_web_event();
    let input = event
        .and_then(|event| event.target())
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let Some(list) = input.files() else {
        return Vec::new();
    };
    let files = (0..list.length()).filter_map(|index| list.get(index)).collect();
    input.set_value("");
    files
}
