//! What people type on keyboards of several languages, brought to one form: digits, numbers, words to be searched.

/// Persian and Arabic digits as the digits that programs read; everything else stays as it is.
#[must_use]
pub fn latin_digits(typed: &str) -> String {
    typed.chars().map(latin_digit).collect()
}

/// The same for one character.
#[must_use]
pub fn latin_digit(character: char) -> char {
    let zero = match character {
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{660}'..='\u{669}' => 0x660,
        other => return other,
    };
    char::from_digit(u32::from(character) - zero, 10).unwrap_or(character)
}

/// A number with a point, a comma or a Persian sign before its decimals; none for what is no finite number.
#[must_use]
pub fn number(typed: &str) -> Option<f64> {
    latin_digits(typed.trim())
        .replace([',', '\u{66b}'], ".")
        .replace('\u{2212}', "-")
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// Words in the form in which they are compared: small letters, `İ`, `I`, `i` and `ı` all the same (a Turkish keyboard and a
/// Finnish one write them differently), Arabic letters as Persian ones, no joiners, digits as programs read them.
#[must_use]
pub fn searchable(words: &str) -> String {
    words
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| !matches!(letter, '\u{307}' | '\u{200c}' | '\u{200d}' | '\u{640}'))
        .map(|letter| match letter {
            'ı' => 'i',
            'ي' | 'ى' => 'ی',
            'ك' => 'ک',
            other => latin_digit(other),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_script() {
        for (typed, read) in [
            ("1,5", Some(1.5)),
            (" 230.5 ", Some(230.5)),
            ("۱٫۵", Some(1.5)),
            ("٢٣٠", Some(230.0)),
            ("\u{2212}۴", Some(-4.0)),
            ("", None),
            ("inf", None),
            ("۱۲ متر", None),
        ] {
            assert_eq!(number(typed), read, "{typed}");
        }
        assert_eq!(latin_digits("۰۹۱۲ ۳۴۵"), "0912 345");
    }

    #[test]
    fn words_are_found_whatever_keyboard_wrote_them() {
        for (one, other) in [
            ("IŞIK", "ışık"),
            ("İstasyon", "istasyon"),
            ("ISTASYON", "istasyon"),
            ("چراغ‌های معابر", "چراغهای معابر"),
            ("كيوسك", "کیوسک"),
            ("پلاک ۱۲", "پلاک 12"),
            ("ÄÄNEKOSKI", "äänekoski"),
        ] {
            assert_eq!(searchable(one), searchable(other));
        }
        assert_ne!(
            searchable("aanekoski"),
            searchable("Äänekoski"),
            "other letters stay other letters"
        );
    }
}
