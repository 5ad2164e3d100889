//! How large a text message is. Source: 3GPP TS 23.038 (alphabets) and 23.040 (concatenation).

/// The GSM 7-bit default alphabet, without its escape.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Its extension: each takes two places.
const EXTENDED: &str = "^{}\\[~]|€";

/// The size of a text message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SmsSize {
    /// Characters as people count them.
    pub characters: usize,
    /// Messages that the network carries, and the town pays.
    pub parts: usize,
}

/// The size of `text`.
#[must_use]
pub fn size(text: &str) -> SmsSize {
    let places = text.chars().try_fold(0, |sum, character| {
        if BASIC.contains(character) {
            Some(sum + 1)
        } else {
            EXTENDED.contains(character).then_some(sum + 2)
        }
    });
    let parts = match places {
        Some(places) => parts(places, 160, 153),
        None => parts(text.encode_utf16().count(), 70, 67),
    };
    SmsSize {
        characters: text.chars().count(),
        parts,
    }
}

const fn parts(places: usize, alone: usize, chained: usize) -> usize {
    if places <= alone {
        1
    } else {
        places.div_ceil(chained)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_follow_the_alphabet() {
        for (text, parts) in [
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("ä".repeat(306), 2),
            ("€".repeat(81), 2),
            ("ğ".repeat(70), 1),
            ("ğ".repeat(71), 2),
        ] {
            assert_eq!(size(&text).parts, parts, "{text}");
        }
    }
}
