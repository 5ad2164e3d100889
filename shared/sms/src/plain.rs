//! Other letters for those that cost more: only where the town asks for it, because it changes what people read.

use crate::alphabet::{Alphabet, Letters};

const DEFAULT: Alphabet = Alphabet {
    main: Letters::Default,
    extension: Letters::Default,
};

/// Letters that the default alphabet lacks, and what stands for them.
const INSTEAD: &[(&str, &str)] = &[
    ("ğ", "g"),
    ("Ğ", "G"),
    ("ı", "i"),
    ("İ", "I"),
    ("ş", "s"),
    ("Ş", "S"),
    ("ç", "c"),
    ("áâãāą", "a"),
    ("ÀÁÂÃĀĄ", "A"),
    ("êëēęě", "e"),
    ("ÈÊËĒĘĚ", "E"),
    ("íîïī", "i"),
    ("ÌÍÎÏĪ", "I"),
    ("óôõōő", "o"),
    ("ÒÓÔÕŌŐ", "O"),
    ("úûūůű", "u"),
    ("ÙÚÛŪŮŰ", "U"),
    ("ćč", "c"),
    ("ĆČ", "C"),
    ("šś", "s"),
    ("ŠŚ", "S"),
    ("žźż", "z"),
    ("ŽŹŻ", "Z"),
    ("ńň", "n"),
    ("ŃŇ", "N"),
    ("ý", "y"),
    ("Ý", "Y"),
    ("ł", "l"),
    ("Ł", "L"),
    ("‘’‚ʼ′", "'"),
    ("“”„«»″", "\""),
    ("–—−‑‐", "-"),
    ("…", "..."),
    ("•·", "-"),
    ("\u{A0}\u{202F}\u{2009}\t", " "),
];

/// The text in letters of the default alphabet, as far as there are such. Others stay as they are.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        let other = INSTEAD.iter().find(|(letters, _)| letters.contains(character));
        match other {
            Some((_, instead)) if DEFAULT.septets(character).is_none() => plain.push_str(instead),
            _ => plain.push(character),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Encoding, Tables, size};

    #[test]
    fn turkish_without_its_own_letters_fits_the_default_alphabet() {
        assert_eq!(
            plain("Işık direği çalışıyor – “Şişli’de”…"),
            "Isik diregi calisiyor - \"Sisli'de\"..."
        );
        assert_eq!(
            size(&plain("Üsküdar'da İş"), Tables::DefaultOnly).encoding,
            Encoding::Gsm7
        );
    }

    #[test]
    fn what_the_alphabet_has_and_what_nothing_stands_for_stays() {
        assert_eq!(plain("Kiitos, åäö €! è più"), "Kiitos, åäö €! è più");
        assert_eq!(plain("چراغ"), "چراغ");
        for (letters, instead) in INSTEAD {
            assert!(instead.chars().all(|one| DEFAULT.septets(one).is_some()));
            assert!(
                letters.chars().all(|one| DEFAULT.septets(one).is_none()),
                "{letters}"
            );
        }
    }
}
