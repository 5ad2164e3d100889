//! Words that a text message can consist of, in the languages of the product, and what they ask for. They are what
//! networks and authorities tell people to send, so they are no sentences of ours and the same in every language's town.

use kuitti_shared::domain::Rating;

/// What a text asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// No more messages.
    Stop,
    /// Messages again.
    Start,
    /// One to five: how well it was done.
    Rate(Rating),
    /// Something that a person has to read.
    Said,
}

const STOP: &[&str] = &[
    "stop",
    "stopall",
    "unsubscribe",
    "quit",
    "end",
    "cancel", // English, and what networks know everywhere
    "lopeta",
    "peruuta",
    "seis", // Finnish
    "dur",
    "durdur",
    "iptal",
    "ret", // Turkish
    "ferma",
    "annulla",
    "basta",
    "disiscrivi", // Italian
    "لغو",
    "توقف",
    "لغو11", // Persian
];
const START: &[&str] = &[
    "start",
    "unstop",
    "subscribe", // English
    "aloita",
    "jatka",
    "tilaa", // Finnish
    "başla",
    "basla",
    "başlat",
    "devam", // Turkish
    "avvia",
    "inizia",
    "riprendi",
    "iscrivi", // Italian
    "شروع",
    "ادامه", // Persian
];

/// What a text asks for. A word counts only when it stands alone: who writes a sentence is answered by a person.
pub(super) fn read(text: &str) -> Asked {
    let word = plain(text);
    if STOP.contains(&word.as_str()) {
        Asked::Stop
    } else if START.contains(&word.as_str()) {
        Asked::Start
    } else {
        let number = Some(word)
            .filter(|word| word.len() == 1)
            .and_then(|word| word.parse::<u8>().ok());
        let stars = number.and_then(|number| Rating::try_from(number).ok());
        stars.map_or(Asked::Said, Asked::Rate)
    }
}

/// Small letters and European digits, without what phones add around a word.
fn plain(text: &str) -> String {
    let around = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || ".,!?\"'«»“”’‘*:;\u{200C}\u{200F}\u{200E}".contains(character)
    };
    let letters = text
        .trim_matches(around)
        .chars()
        .flat_map(|character| match character {
            // Turkish has two letters, and small letters of the dotted capital are two characters.
            'İ' | 'I' => vec!['i'],
            'ي' => vec!['ی'],
            'ك' => vec!['ک'],
            '۰'..='۹' => digit(character, '۰'),
            '٠'..='٩' => digit(character, '٠'),
            other => other.to_lowercase().collect(),
        });
    letters.collect()
}

fn digit(character: char, zero: char) -> Vec<char> {
    let value = u32::from(character).saturating_sub(u32::from(zero));
    char::from_digit(value, 10).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_alone_is_understood_however_a_phone_writes_it() {
        for stop in [
            "STOP",
            " Stop. ",
            "\"stop\"",
            "Lopeta!",
            "İPTAL",
            "iptal",
            "DUR",
            "لغو",
            "لغو۱۱",
            "Annulla",
        ] {
            assert_eq!(read(stop), Asked::Stop, "{stop}");
        }
        for start in ["START", "Aloita", "BAŞLA", "شروع", "avvia"] {
            assert_eq!(read(start), Asked::Start, "{start}");
        }
        for (stars, number) in [("5", 5), (" 1.", 1), ("۴", 4), ("٣", 3)] {
            assert_eq!(
                read(stars),
                Asked::Rate(Rating::try_from(number).unwrap()),
                "{stars}"
            );
        }
    }

    #[test]
    fn whatever_else_is_for_a_person() {
        for said in [
            "",
            "stop the noise please",
            "The lamp is dark again",
            "0",
            "6",
            "15",
            "55",
            "+5",
            "05",
        ] {
            assert_eq!(read(said), Asked::Said, "{said}");
        }
    }
}
