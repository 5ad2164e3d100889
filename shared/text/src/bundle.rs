//! One parsed bundle a language, made at first use and kept for the life of the program.
use std::sync::OnceLock;

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use kuitti_shared::domain::Direction;
use unic_langid::LanguageIdentifier;

use crate::{Language, language::index, numbers};

pub(crate) type Bundle = FluentBundle<FluentResource>;

/// `(language code, [(file name, contents)])`, written by the build script.
pub(crate) const FILES: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/fluent_files.rs"));

static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
static EMPTY: OnceLock<Bundle> = OnceLock::new();

pub(crate) fn bundle(language: Language) -> &'static Bundle {
    BUNDLES
        .get(index(language))
        .unwrap_or(&EMPTY)
        .get_or_init(|| read(language))
}

fn read(language: Language) -> Bundle {
    let code: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![code]);
    // In a right-to-left sentence a number, a code or a street in Latin letters would drag its neighbours along. A sentence in
    // Latin letters needs no marks, which an SMS would count and pay for.
    bundle.set_use_isolating(language.direction() == Direction::RightToLeft);
    bundle.set_formatter(Some(numbers::formatter(language)));
    for (_, contents) in files(language) {
        // A mistake in a file loses that message only; the tests read every file strictly.
        let resource = FluentResource::try_new((*contents).to_owned()).unwrap_or_else(|(partial, _)| partial);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

pub(crate) fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    FILES
        .iter()
        .find(|(code, _)| *code == language.code())
        .map_or(&[], |(_, files)| files)
}
