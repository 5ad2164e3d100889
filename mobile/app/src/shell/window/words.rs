//! The sentences are part of the program.

use kuitti_text::{Language, preferred_language};

/// The language of the first screen: the first of the system's that the app speaks.
#[must_use]
pub fn first() -> Language {
    let languages = sys_locale::get_locales().collect::<Vec<_>>().join(",");
    preferred_language(&languages).unwrap_or_default()
}

/// Whether the sentences of a language are there.
pub async fn bring(language: Language) -> bool {
    kuitti_text::speaks(language)
}
