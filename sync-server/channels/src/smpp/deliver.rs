//! What a message centre brings: receipts, and texts from phones, whose parts are put together again.

use std::collections::{BTreeMap, VecDeque};

use kuitti_sms::Header;
use kuitti_sms::alphabet::Alphabet;
use kuitti_sms::header::Chain;
use rusmpp::pdus::DeliverSm;
use rusmpp::tlvs::TlvValue;
use rusmpp::values::{MessageState, MessageType, Ton};

use super::receipt::{self, Ids, Words};
use super::submit::UDHI;
use crate::report::{Incoming, Receipt, TextMessage};

/// Texts whose parts are awaited, at most: who sends more pieces than that is no citizen.
const AWAITED: usize = 100;
const LATIN_1: u8 = 3;
const UCS2: u8 = 8;

/// Parts of texts, until all are there. They are acknowledged when they come, because a message centre may bring the next
/// one only then; what a crash loses of a text in parts, its sender has to send again.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The longest awaited first.
    awaited: VecDeque<(Key, BTreeMap<u8, String>)>,
}

type Key = (String, u16, u8);

/// What a `deliver_sm` is about.
pub(super) enum Brought {
    /// A receipt.
    Receipt(Receipt),
    /// A text, or a part of one.
    Part(String, Option<Chain>, String),
}

pub(super) fn read(delivered: &DeliverSm, ids: Ids) -> Brought {
    let octets = user_data(delivered);
    let receipted = delivered.tlvs().iter().find_map(|tlv| match tlv.value() {
        Some(TlvValue::ReceiptedMessageId(id)) => Some(id.as_str().to_owned()),
        _ => None,
    });
    let says_so = delivered.esm_class.message_type == MessageType::ShortMessageContainsMCDeliveryReceipt;
    if says_so || receipted.is_some() {
        return Brought::Receipt(read_receipt(delivered, octets, receipted, ids));
    }
    let (chain, text) = read_text(delivered, octets);
    Brought::Part(phone(delivered), chain, text)
}

fn read_receipt(delivered: &DeliverSm, octets: &[u8], receipted: Option<String>, ids: Ids) -> Receipt {
    let state = delivered.tlvs().iter().find_map(|tlv| match tlv.value() {
        Some(TlvValue::MessageState(state)) => Some(*state),
        _ => None,
    });
    let words = Words::read(&String::from_utf8_lossy(octets));
    let state: Option<MessageState> = state;
    let id = receipted.or_else(|| words.id.clone());
    let digits: String = phone(delivered).chars().filter(char::is_ascii_digit).collect();
    Receipt {
        references: id.map(|id| ids.meant_by(&id)).unwrap_or_default(),
        phone: (!digits.is_empty()).then_some(digits),
        outcome: receipt::outcome(state, &words),
    }
}

/// A long text stands in a TLV.
fn user_data(delivered: &DeliverSm) -> &[u8] {
    let short = delivered.short_message().as_ref();
    let payload = delivered.tlvs().iter().find_map(|tlv| match tlv.value() {
        Some(TlvValue::MessagePayload(payload)) => Some(payload.value.as_ref()),
        _ => None,
    });
    payload.filter(|_| short.is_empty()).unwrap_or(short)
}

fn read_text(delivered: &DeliverSm, octets: &[u8]) -> (Option<Chain>, String) {
    let has_header = u8::from(delivered.esm_class) & UDHI != 0;
    let (header, octets) = has_header
        .then(|| Header::read(octets))
        .flatten()
        .unwrap_or((Header::default(), octets));
    let text = decode(u8::from(delivered.data_coding), header.alphabet, octets);
    (header.chain, text)
}

fn decode(data_coding: u8, alphabet: Alphabet, octets: &[u8]) -> String {
    match data_coding {
        // The first 256 characters of Unicode; plain ones among them.
        1 | LATIN_1 => octets.iter().copied().map(char::from).collect(),
        UCS2 => {
            let halves = octets.as_chunks().0.iter().map(|pair| u16::from_be_bytes(*pair));
            let characters = char::decode_utf16(halves);
            characters
                .map(|one| one.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        _ => alphabet.text(octets),
    }
}

fn phone(delivered: &DeliverSm) -> String {
    let written = delivered.source_addr.as_str();
    let is_bare = delivered.source_addr_ton == Ton::International && !written.starts_with('+');
    if is_bare {
        format!("+{written}")
    } else {
        written.to_owned()
    }
}

impl Parts {
    /// A text that is complete, perhaps by this part.
    pub(super) fn add(&mut self, from: String, chain: Option<Chain>, text: String) -> Option<Incoming> {
        let Some(chain) = chain.filter(|chain| chain.total > 1) else {
            return Some(Incoming::Text(TextMessage { from, text }));
        };
        let key = (from, chain.reference, chain.total);
        let place = self.awaited.iter().position(|(known, _)| *known == key);
        let (key, mut parts) = place
            .and_then(|place| self.awaited.remove(place))
            .unwrap_or((key, BTreeMap::new()));
        parts.insert(chain.number, text);
        if parts.len() < usize::from(chain.total) {
            self.awaited.truncate(AWAITED - 1);
            self.awaited.push_front((key, parts));
            return None;
        }
        let text = parts.into_values().collect();
        Some(Incoming::Text(TextMessage { from: key.0, text }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(number: u8) -> Option<Chain> {
        Some(Chain {
            reference: 7,
            total: 2,
            number,
        })
    }

    fn text(from: &str, text: &str) -> Option<Incoming> {
        let (from, text) = (from.to_owned(), text.to_owned());
        Some(Incoming::Text(TextMessage { from, text }))
    }

    #[test]
    fn parts_come_in_any_sequence_and_of_several_phones() {
        let mut parts = Parts::default();
        let mut add = |from: &str, chain, text: &str| parts.add(from.to_owned(), chain, text.to_owned());
        assert_eq!(add("+1", part(2), "world"), None);
        assert_eq!(add("+2", part(1), "other"), None);
        assert_eq!(add("+1", part(2), "world"), None);
        assert_eq!(add("+3", None, "alone"), text("+3", "alone"));
        assert_eq!(add("+1", part(1), "hello "), text("+1", "hello world"));
        assert_eq!(add("+1", part(1), "again "), None);
    }

    #[test]
    fn what_is_never_completed_does_not_grow_for_ever() {
        let mut parts = Parts::default();
        for phone in 0..1_000 {
            parts.add(phone.to_string(), part(1), String::new());
        }
        assert_eq!(parts.awaited.len(), AWAITED);
    }

    #[test]
    fn texts_are_read_in_the_alphabet_they_name() {
        let default = Header::default().alphabet;
        assert_eq!(decode(0, default, &[0x00, 0x1B, 0x65, b'a']), "@€a");
        assert_eq!(decode(3, default, &[0xE4]), "ä");
        assert_eq!(decode(8, default, &[0x06, 0x44, 0x06, 0x3A, 0x06, 0x48]), "لغو");
    }
}
