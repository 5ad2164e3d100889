//! Numbers as a language writes them: thousands apart, the right decimal sign.
use fluent_bundle::{FluentValue, types::FluentNumber};

use crate::Language;

type Formatter<Memoizer> = fn(&FluentValue<'_>, &Memoizer) -> Option<String>;

/// The signs of one language.
#[derive(Clone, Copy)]
struct Signs {
    group: char,
    decimal: char,
}

const ENGLISH: Signs = Signs {
    group: ',',
    decimal: '.',
};
const FINNISH: Signs = Signs {
    group: '\u{a0}',
    decimal: ',',
};

pub(crate) fn formatter<Memoizer>(language: Language) -> Formatter<Memoizer> {
    match language {
        Language::En => |value, _| written(value, ENGLISH),
        Language::Fi => |value, _| written(value, FINNISH),
    }
}

/// A number with exactly so many decimals.
pub(crate) fn write(language: Language, value: f64, decimals: usize) -> String {
    let signs = match language {
        Language::En => ENGLISH,
        Language::Fi => FINNISH,
    };
    grouped(&format!("{value:.decimals$}"), signs)
}

fn written(value: &FluentValue<'_>, signs: Signs) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&plain(number), signs)),
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
        // Four digits stay together, as both languages like it in running text.
        if at > 0 && whole.len() > 4 && (whole.len() - at).is_multiple_of(3) {
            out.push(signs.group);
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push(signs.decimal);
        out.push_str(decimals);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals_follow_the_language() {
        for (value, decimals, english, finnish) in [
            (9999.0, 0, "9999", "9999"),
            (12_345.6, 1, "12,345.6", "12\u{a0}345,6"),
            (
                -1_234_567.0,
                0,
                "\u{2212}1,234,567",
                "\u{2212}1\u{a0}234\u{a0}567",
            ),
            (0.25, 2, "0.25", "0,25"),
        ] {
            assert_eq!(write(Language::En, value, decimals), english);
            assert_eq!(write(Language::Fi, value, decimals), finnish);
        }
    }
}
