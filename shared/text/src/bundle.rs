//! One parsed bundle a language, made at first use and kept for the life of the program.
use std::sync::OnceLock;

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use kuitti_shared::domain::Direction;
use unic_langid::LanguageIdentifier;

use crate::{Language, language::index, numbers};

pub(crate) type Bundle = FluentBundle<FluentResource>;

/// `(language code, [(file name, contents)])` of what is part of the program, written by the build script.
pub(crate) const FILES: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/fluent_files.rs"));

static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

/// None where the language is neither part of the program nor was brought by it.
pub(crate) fn bundle(language: Language) -> Option<&'static Bundle> {
    let place = BUNDLES.get(index(language))?;
    match files(language) {
        Some(files) => {
            Some(place.get_or_init(|| read(language, files.iter().map(|(_, contents)| *contents))))
        }
        None => place.get(),
    }
}

/// Brings the sentences of a language, from the text of its Fluent files. Those that it has already stay.
pub fn bring(language: Language, fluent: &str) {
    if let Some(place) = BUNDLES.get(index(language)) {
        place.get_or_init(|| read(language, [fluent]));
    }
}

/// Whether the sentences of a language are there.
pub fn speaks(language: Language) -> bool {
    bundle(language).is_some()
}

fn read<'text>(language: Language, files: impl IntoIterator<Item = &'text str>) -> Bundle {
    let code: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![code]);
    // In a right-to-left sentence a number, a code or a street in Latin letters would drag its neighbours along. A sentence in
    // Latin letters needs no marks, which an SMS would count and pay for.
    bundle.set_use_isolating(language.direction() == Direction::RightToLeft);
    bundle.set_formatter(Some(numbers::formatter(language)));
    for contents in files {
        // A mistake in a file loses that message only; the tests read every file strictly.
        let resource = FluentResource::try_new(contents.to_owned()).unwrap_or_else(|(partial, _)| partial);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

fn files(language: Language) -> Option<&'static [(&'static str, &'static str)]> {
    let found = FILES.iter().find(|(code, _)| *code == language.code());
    found.map(|(_, files)| *files)
}
