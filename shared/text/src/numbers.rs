//! Numbers as a language writes them: thousands apart, the right decimal sign.
use fluent_bundle::{FluentValue, types::FluentNumber};

use crate::Language;

type Formatter<Memoizer> = fn(&FluentValue<'_>, &Memoizer) -> Option<String>;

/// The signs of one language.
#[derive(Clone, Copy)]
struct Signs {
    group: char,
    decimal: char,
    /// The digit for nought; the other nine follow it in Unicode.
    zero: char,
}

const fn signs(language: Language) -> Signs {
    let (group, decimal) = match language {
        Language::En => (',', '.'),
        Language::Fi => ('\u{a0}', ','),
        Language::Tr | Language::It => ('.', ','),
        Language::Fa => ('\u{66c}', '\u{66b}'),
    };
    let zero = match language {
        Language::Fa => '\u{6f0}',
        _ => '0',
    };
    Signs { group, decimal, zero }
}

pub(crate) fn formatter<Memoizer>(language: Language) -> Formatter<Memoizer> {
    match language {
        Language::En => |value, _| written(value, Language::En),
        Language::Fi => |value, _| written(value, Language::Fi),
        Language::Tr => |value, _| written(value, Language::Tr),
        Language::It => |value, _| written(value, Language::It),
        Language::Fa => |value, _| written(value, Language::Fa),
    }
}

/// A number with exactly so many decimals.
pub(crate) fn write(language: Language, value: f64, decimals: usize) -> String {
    grouped(&format!("{value:.decimals$}"), signs(language))
}

/// The digits of a text in the language's script; everything else stays as it is.
pub(crate) fn digits(language: Language, text: &str) -> String {
    let signs = signs(language);
    text.chars().map(|character| signs.digit(character)).collect()
}

impl Signs {
    fn digit(self, character: char) -> char {
        character
            .to_digit(10)
            .and_then(|digit| char::from_u32(u32::from(self.zero) + digit))
            .unwrap_or(character)
    }
}

fn written(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&plain(number), signs(language))),
        _ => None,
    }
}

fn plain(number: &FluentNumber) -> String {
    number.as_string().into_owned()
}

fn grouped(number: &str, signs: Signs) -> String {
    let (sign, number) = number
        .strip_prefix('-')
        .map_or(("", number), |rest| ("\u{2212}", rest));
    let (whole, decimals) = number
        .split_once('.')
        .map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        // Four digits stay together, as all the languages like it in running text.
        if at > 0 && whole.len() > 4 && (whole.len() - at).is_multiple_of(3) {
            out.push(signs.group);
        }
        out.push(signs.digit(digit));
    }
    if let Some(decimals) = decimals {
        out.push(signs.decimal);
        out.extend(decimals.chars().map(|digit| signs.digit(digit)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals_follow_the_language() {
        for (language, small, large, negative, part) in [
            (Language::En, "9999", "12,345.6", "\u{2212}1,234,567", "0.25"),
            (
                Language::Fi,
                "9999",
                "12\u{a0}345,6",
                "\u{2212}1\u{a0}234\u{a0}567",
                "0,25",
            ),
            (Language::Tr, "9999", "12.345,6", "\u{2212}1.234.567", "0,25"),
            (Language::It, "9999", "12.345,6", "\u{2212}1.234.567", "0,25"),
            (Language::Fa, "۹۹۹۹", "۱۲٬۳۴۵٫۶", "\u{2212}۱٬۲۳۴٬۵۶۷", "۰٫۲۵"),
        ] {
            assert_eq!(write(language, 9999.0, 0), small);
            assert_eq!(write(language, 12_345.6, 1), large);
            assert_eq!(write(language, -1_234_567.0, 0), negative);
            assert_eq!(write(language, 0.25, 2), part);
        }
    }

    #[test]
    fn digits_change_their_script_and_nothing_else_changes() {
        assert_eq!(digits(Language::Fa, "07:12, T-1890"), "۰۷:۱۲, T-۱۸۹۰");
        assert_eq!(digits(Language::Tr, "07:12"), "07:12");
    }
}
