//! How a citizen can be reached: phone numbers and e-mail addresses as people type them.

use kuitti_shared::written::latin_digits;
use lettre::Address;
use rlibphonenumber::enums::Region;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

use super::limits;

/// The number in E.164 form, or nothing when it is no phone number. One without a country code is of `region`.
#[must_use]
pub fn phone(typed: &str, region: Option<Region>) -> Option<String> {
    let number = PHONE_NUMBER_UTIL.parse(latin_digits(typed.trim()), region).ok()?;
    let plain = number.extension.as_deref().is_none_or(str::is_empty);
    (plain && number.is_valid()).then(|| number.format_as(PhoneNumberFormat::E164).into_owned())
}

/// The address without surrounding space, or nothing when mail cannot go there.
#[must_use]
pub fn email(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let has_dot = typed
        .rsplit_once('@')
        .is_some_and(|(_, domain)| domain.contains('.'));
    let fits = has_dot && !limits::exceeds(typed, limits::EMAIL);
    (fits && typed.parse::<Address>().is_ok()).then(|| typed.to_owned())
}

/// All but the ends of a number or address, for a page that somebody may look at over a shoulder.
#[must_use]
pub fn veiled(reach: &str) -> String {
    let (name, domain) = reach
        .split_once('@')
        .map_or((reach, None), |(name, domain)| (name, Some(domain)));
    let characters: Vec<char> = name.chars().collect();
    let (head, tail) = if domain.is_some() { (1, 0) } else { (4, 3) };
    let hidden = characters.len().saturating_sub(head + tail);
    let start = characters.iter().take(head);
    let end = characters.iter().skip(head + hidden);
    let mut veiled: String = start.chain(&['·', '·', '·']).chain(end).collect();
    if let Some(domain) = domain {
        veiled.push('@');
        veiled.push_str(domain);
    }
    veiled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_understood_however_it_is_typed() {
        for typed in [
            "040 123 4412",
            "040-1234412",
            "+358 40 1234412",
            " 00358401234412 ",
            "(040) 123 4412",
            "۰۴۰ ۱۲۳ ۴۴۱۲",
        ] {
            assert_eq!(
                phone(typed, Some(Region::FI)).as_deref(),
                Some("+358401234412"),
                "{typed}"
            );
        }
        assert_eq!(
            phone("+90 532 123 45 67", Some(Region::FI)).as_deref(),
            Some("+905321234567")
        );
        for typed in [
            "04o 123",
            "12",
            "",
            "call me",
            "+358 40 1234412 ext. 9",
            "<b>040</b>",
        ] {
            assert_eq!(phone(typed, Some(Region::FI)), None, "{typed}");
        }
    }

    #[test]
    fn mail_addresses_are_those_that_mail_can_reach() {
        assert_eq!(email(" liisa@example.fi ").as_deref(), Some("liisa@example.fi"));
        for typed in [
            "liisa",
            "liisa@",
            "liisa@localhost",
            "a b@example.fi",
            "a@example.fi\r\nBcc: b@example.fi",
        ] {
            assert_eq!(email(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_veil_leaves_what_its_owner_recognises() {
        assert_eq!(veiled("+358401234412"), "+358···412");
        assert_eq!(veiled("liisa@example.fi"), "l···@example.fi");
        assert_eq!(veiled("äö"), "äö···");
    }
}
