//! The languages people read Kuitti in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language with complete translations. Adding one: a variant here, its code below, and its Fluent files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English
    #[default]
    En,
    /// Suomi
    Fi,
}

impl Language {
    /// Every language, in the order of the menus.
    pub const ALL: [Self; 2] = [Self::En, Self::Fi];

    /// BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fi => "fi",
        }
    }

    /// The language's own name for itself, which is never translated.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fi => "Suomi",
        }
    }

    /// Finds the language of a BCP 47 tag such as `fi-FI`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.trim();
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.code()))
    }
}

/// A town's own word in each language it wrote it in, for example a category's name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Localised(pub BTreeMap<Language, String>);

impl Localised {
    /// The word in `language`, or in the first language that has one.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        self.0
            .get(&language)
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }
}

impl<const N: usize> From<[(Language, &str); N]> for Localised {
    fn from(words: [(Language, &str); N]) -> Self {
        Self(
            words
                .into_iter()
                .map(|(language, word)| (language, word.to_owned()))
                .collect(),
        )
    }
}
