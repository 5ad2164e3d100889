//! What the page knows from the last time, before the store is open: so it need not wait for it to show the screens' frame. `boot.js`
//! keeps it.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = kuitti)]
    fn kept(name: &str) -> String;

    #[wasm_bindgen(js_namespace = kuitti)]
    fn keep(name: &str, value: &str);
}

const ENROLLED: &str = "enrolled";
const THEME: &str = "theme";

/// Whether the phone was somebody's.
#[must_use]
pub fn was_enrolled() -> bool {
    !kept(ENROLLED).is_empty()
}

/// The code of the theme that was shown.
#[must_use]
pub fn theme() -> String {
    kept(THEME)
}

/// Keeps both for the next start.
pub fn remember(is_enrolled: bool, theme: &str) {
    keep(ENROLLED, if is_enrolled { "yes" } else { "" });
    keep(THEME, theme);
}
