//! Which of the languages that Kuitti speaks a reader gets.
use kuitti_shared::domain::Language;

/// The best language for an `Accept-Language` header, or for a browser's list joined by commas.
pub fn preferred_language(accepted: &str) -> Option<Language> {
    let mut wishes: Vec<(f32, Language)> = accepted.split(',').filter_map(wish).collect();
    wishes.sort_by(|one, other| other.0.total_cmp(&one.0));
    wishes.first().map(|(_, language)| *language)
}

/// One entry such as `fi-FI;q=0.8`; the sort is stable and keeps the order among equals.
fn wish(entry: &str) -> Option<(f32, Language)> {
    let (tag, weight) = entry.split_once(';').unwrap_or((entry, ""));
    let weight = weight
        .trim()
        .strip_prefix("q=")
        .map_or(Ok(1.0), str::parse)
        .unwrap_or(0.0);
    let language = Language::from_tag(tag.trim())?;
    (weight > 0.0).then_some((weight, language))
}

pub(crate) fn index(language: Language) -> usize {
    Language::ALL
        .iter()
        .position(|one| *one == language)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_best_language_that_exists() {
        for (accepted, expected) in [
            ("fi-FI,fi;q=0.9,en;q=0.8", Some(Language::Fi)),
            ("sv, en;q=0.5, fi;q=0.7", Some(Language::Fi)),
            ("en-GB", Some(Language::En)),
            ("fa-IR,fa;q=0.9,en;q=0.5", Some(Language::Fa)),
            ("it-CH, de;q=0.9", Some(Language::It)),
            ("de, tr;q=0.1", Some(Language::Tr)),
            ("de, *", None),
            ("fi;q=0", None),
            ("", None),
        ] {
            assert_eq!(preferred_language(accepted), expected, "{accepted}");
        }
    }
}
