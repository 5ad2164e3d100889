//! The languages people read Kuitti in.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

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
    /// Türkçe
    Tr,
    /// Italiano
    It,
    /// فارسی
    Fa,
}

/// Which way a language's script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Latin script.
    LeftToRight,
    /// Arabic script.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// Every language, in the order of the menus.
    pub const ALL: [Self; 5] = [Self::En, Self::Fi, Self::Tr, Self::It, Self::Fa];

    /// BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fi => "fi",
            Self::Tr => "tr",
            Self::It => "it",
            Self::Fa => "fa",
        }
    }

    /// The language's own name for itself, which is never translated.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fi => "Suomi",
            Self::Tr => "Türkçe",
            Self::It => "Italiano",
            Self::Fa => "فارسی",
        }
    }

    /// Which way its script runs.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::En | Self::Fi | Self::Tr | Self::It => Direction::LeftToRight,
            Self::Fa => Direction::RightToLeft,
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
pub struct Localised(#[serde(deserialize_with = "spoken_here")] pub BTreeMap<Language, String>);

/// Leaves out languages that a newer server speaks and this program does not: the word is still good in the others.
fn spoken_here<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Language, String>, D::Error> {
    let words = BTreeMap::<String, String>::deserialize(deserializer)?;
    let known = words
        .into_iter()
        .filter_map(|(tag, word)| Some((Language::from_tag(&tag)?, word)));
    Ok(known.collect())
}

impl Localised {
    /// Are there no words at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|word| word.trim().is_empty())
    }

    /// The same with `word` in `language`; an empty word takes it out.
    #[must_use]
    pub fn with(&self, language: Language, word: &str) -> Self {
        let mut words = self.clone();
        if word.trim().is_empty() {
            words.0.remove(&language);
        } else {
            words.0.insert(language, word.to_owned());
        }
        words
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_code_and_is_stored_by_it() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.code()), Some(language));
            let stored = serde_json::to_string(&language).unwrap();
            assert_eq!(stored, format!("\"{}\"", language.code()));
        }
        assert_eq!(Language::from_tag("fa-IR"), Some(Language::Fa));
        assert_eq!(Language::from_tag("TR_tr"), Some(Language::Tr));
        assert_eq!(Language::from_tag("sv"), None);
    }

    #[test]
    fn a_word_in_a_language_of_a_newer_server_is_left_out_and_the_others_stay() {
        let word: Localised =
            serde_json::from_str(r#"{"fi":"Katuvalo","sv":"Gatlykta","fa":"چراغ معابر"}"#).unwrap();
        assert_eq!(
            word,
            Localised::from([(Language::Fi, "Katuvalo"), (Language::Fa, "چراغ معابر")])
        );
        assert_eq!(word.get(Language::Tr), "Katuvalo");
    }
}
