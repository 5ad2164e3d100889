//! The languages that Kuitti speaks. A new one is a line in `ALL` and its folder under `assets/i18n`.
use std::{fmt, str::FromStr};

/// A language with a complete set of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// The language that every text was first written in.
    #[default]
    English,
    /// Suomi.
    Finnish,
}

/// A language code that no texts exist for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "no texts in the language {:?}", self.0)
    }
}
impl std::error::Error for UnknownLanguage {}

impl Language {
    /// All languages, in the order in which a person is offered them.
    pub const ALL: [Self; 2] = [Self::English, Self::Finnish];

    /// BCP 47 code, also the folder's name and the value of `lang` on a page.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Finnish => "fi",
        }
    }

    /// The language's name in itself, as it is offered to those who do not read the present one.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Finnish => "Suomi",
        }
    }

    /// The first language of an `Accept-Language` header, or of the browser's list joined by commas, that Kuitti speaks.
    pub fn preferred(accepted: &str) -> Option<Self> {
        let mut wishes: Vec<(f32, Self)> = accepted.split(',').filter_map(wish).collect();
        wishes.sort_by(|one, other| other.0.total_cmp(&one.0));
        wishes.first().map(|(_, language)| *language)
    }

    pub(crate) fn index(self) -> usize {
        Self::ALL
            .iter()
            .position(|language| *language == self)
            .unwrap_or_default()
    }
}

/// One entry such as `fi-FI;q=0.8`; a stable sort keeps the order among equals.
fn wish(entry: &str) -> Option<(f32, Language)> {
    let (code, weight) = entry.split_once(';').unwrap_or((entry, ""));
    let weight = weight
        .trim()
        .strip_prefix("q=")
        .map_or(Ok(1.0), str::parse)
        .unwrap_or(0.0);
    let language = code.parse().ok()?;
    (weight > 0.0).then_some((weight, language))
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Takes a code with or without region, in any case: `fi`, `FI`, `fi-FI`, `fi_FI`.
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .ok_or_else(|| UnknownLanguage(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_best_language_that_exists() {
        for (accepted, expected) in [
            ("fi-FI,fi;q=0.9,en;q=0.8", Some(Language::Finnish)),
            ("sv,en;q=0.5,fi;q=0.7", Some(Language::Finnish)),
            ("en-GB", Some(Language::English)),
            ("de, *", None),
            ("fi;q=0", None),
            ("", None),
        ] {
            assert_eq!(Language::preferred(accepted), expected, "{accepted}");
        }
    }

    #[test]
    fn a_code_is_read_with_its_region() {
        assert_eq!("FI_fi".parse(), Ok(Language::Finnish));
        assert_eq!("xx".parse::<Language>(), Err(UnknownLanguage("xx".into())));
    }
}
