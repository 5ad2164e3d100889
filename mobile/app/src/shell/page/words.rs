//! The sentences of the language that is spoken: one file a language, which `boot.js` fetches and the service worker keeps. Five in
//! the program would be a twelfth of it, and four of them unread.

use kuitti_text::{Language, speaks};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = kuitti, js_name = language)]
    static FIRST: String;

    #[wasm_bindgen(js_namespace = kuitti, catch)]
    async fn words(language: &str) -> Result<JsValue, JsValue>;
}

/// The language of the first screen: the one spoken last on this phone, else the browser's. `boot.js` has decided it.
#[must_use]
pub fn first() -> Language {
    FIRST.with(|code| Language::from_tag(code)).unwrap_or_default()
}

/// Brings the sentences of a language, which is the one of the next start too; whether they are there.
pub async fn bring(language: Language) -> bool {
    let fluent = words(language.code()).await.ok();
    if let Some(fluent) = fluent.and_then(|fluent| fluent.as_string()) {
        kuitti_text::bring(language, &fluent);
    }
    speaks(language)
}
