//! Sizes and cuts that networks count, and rules that hold for every text.
#![cfg(test)]

use kuitti_sms::{Encoding, Part, Sms, Tables, read, size, write};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, encoding: Encoding, units: usize, parts: usize) {
    let size = size(text, Tables::National);
    assert_eq!(
        (size.encoding, size.units, size.parts),
        (encoding, units, parts),
        "{text}"
    );
}

#[test]
fn a_text_takes_the_parts_that_networks_count() {
    check("", Encoding::Gsm7, 0, 1);
    check(&"a".repeat(160), Encoding::Gsm7, 160, 1);
    check(&"a".repeat(161), Encoding::Gsm7, 161, 2);
    check(&"ä".repeat(306), Encoding::Gsm7, 306, 2);
    check(&"ä".repeat(307), Encoding::Gsm7, 307, 3);
    check(&"€".repeat(80), Encoding::Gsm7, 160, 1);
    check(&"م".repeat(70), Encoding::Ucs2, 70, 1);
    check(&"م".repeat(71), Encoding::Ucs2, 71, 2);
    check(&"م".repeat(135), Encoding::Ucs2, 135, 3);
}

#[test]
fn turkish_goes_the_cheapest_way() {
    let with = |other: &str, letters: usize, all: usize| other.repeat(letters) + &"a".repeat(all - letters);
    // One letter of its own: the single shift, with room for 155.
    check(&with("ş", 1, 154), Encoding::TurkishSingle, 155, 1);
    check(&with("ş", 1, 155), Encoding::TurkishLocking, 155, 1);
    // The example of the price: two parts instead of three.
    check(&with("ğ", 10, 161), Encoding::TurkishSingle, 171, 2);
    let plain_network = size(&with("ğ", 10, 161), Tables::DefaultOnly);
    assert_eq!((plain_network.encoding, plain_network.parts), (Encoding::Ucs2, 3));
    // So many that each behind an escape would cost a part more.
    check(&with("ı", 100, 155), Encoding::TurkishLocking, 155, 1);
    // Few enough for UCS-2 in one part: the plainest of those with one part still wins.
    check("ğışöüçİĞŞ", Encoding::TurkishSingle, 16, 1);
    // Beside the letters of the locking table those that it has no place for: both.
    check(&(with("ı", 150, 150) + "Ş"), Encoding::TurkishLocking, 151, 1);
    check("è ve ş", Encoding::TurkishSingle, 7, 1);
}

#[test]
fn no_part_ends_inside_what_is_seen_as_one() {
    // 152 septets, and an escaped one that would be cut.
    let sms = written(&("a".repeat(152) + "€" + &"b".repeat(10)));
    assert_eq!(sms.parts.iter().map(Part::units).collect::<Vec<_>>(), [152, 12]);
    // 66 halves, and a picture of two.
    let sms = written(&("م".repeat(66) + "😀" + "ممم"));
    assert_eq!(sms.parts.iter().map(Part::units).collect::<Vec<_>>(), [66, 5]);
    // A letter with its marks: three halves.
    let sms = written(&("م".repeat(65) + "مَّ" + "ممم"));
    assert_eq!(sms.parts.iter().map(Part::units).collect::<Vec<_>>(), [65, 6]);
    // One that is larger than a part is cut between its characters.
    let family = "م".to_owned() + &"\u{64E}".repeat(140);
    let sms = written(&family);
    assert_eq!(sms.parts.len(), 3);
    assert_eq!(read(&sms.parts), family);
}

#[test]
fn the_octets_are_those_of_the_specification() {
    let single = written("ş");
    assert_eq!(single.parts[0].unpacked(), [0x03, 0x24, 0x01, 0x01, 0x1B, 0x73]);
    let ucs2 = written("س");
    assert_eq!(ucs2.parts[0].unpacked(), [0x06, 0x33]);
    let long = written(&"a".repeat(161));
    assert_eq!(&long.parts[1].unpacked()[..6], [0x05, 0x00, 0x03, 7, 2, 2]);
}

#[test]
fn more_than_255_parts_are_no_message() {
    assert!(write(&"a".repeat(153 * 255), Tables::National, 1).is_ok());
    let error = write(&"a".repeat(153 * 255 + 1), Tables::National, 1).unwrap_err();
    assert_eq!(error.parts, 256);
}

fn written(text: &str) -> Sms {
    write(text, Tables::National, 7).unwrap()
}

/// What the phone makes of what travelled.
fn received(sms: &Sms) -> String {
    let chained = sms.parts.len() > 1;
    let parts = sms.parts.iter().map(|part| {
        let (octets, units) = (part.packed(), part.units());
        let read = if chained {
            Part::from_packed_chained(sms.encoding, &octets, units)
        } else {
            Part::from_packed(sms.encoding, &octets, units)
        };
        read.unwrap()
    });
    read(&parts.collect::<Vec<_>>())
}

fn tables() -> impl Strategy<Value = Tables> {
    prop_oneof![Just(Tables::National), Just(Tables::DefaultOnly)]
}

proptest! {
    #[test]
    fn every_text_arrives_as_it_was(
        text in prop_oneof![
            "\\PC{0,400}",
            "[ -~ğışöüçİĞŞÖÜÇ€\n]{0,700}",
            "[a-zèéùìòÆØ|^\\[\\]{}~€şğ]{100,400}",
            "[آ-ی\u{64B}-\u{652}\u{200C} ]{0,300}",
        ],
        tables in tables(),
    ) {
        let sms = write(&text, tables, 7).unwrap();
        prop_assert_eq!(&received(&sms), &text);
        let size = size(&text, tables);
        prop_assert_eq!((size.encoding, size.parts), (sms.encoding, sms.parts.len()));
        prop_assert_eq!(size.units, sms.parts.iter().map(Part::units).sum::<usize>());
        for part in &sms.parts {
            prop_assert!(part.packed().len() <= 140);
        }
    }

    #[test]
    fn nothing_foreign_breaks_the_reader(octets in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = kuitti_sms::Header::read(&octets);
        for encoding in Tables::National.encodings() {
            if let Some(part) = Part::from_packed_chained(*encoding, &octets, 160) {
                let _ = read(&[part]);
            }
        }
    }
}
