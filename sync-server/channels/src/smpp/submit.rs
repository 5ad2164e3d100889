//! One part: as the protocol carries it, and what the message centre's answer means.

use std::str::FromStr as _;

use kuitti_sms::{Encoding, Part};
use rusmpp::pdus::SubmitSm;
use rusmpp::types::{COctetString, OctetString};
use rusmpp::values::{
    DataCoding, EsmClass, IntermediateNotification, MCDeliveryReceipt, Npi, RegisteredDelivery,
    SmeOriginatedAcknowledgement, Ton,
};
use rusmpp::{Command, CommandStatus};
use rusmppc::error::Error;

use super::settings::Sender;

/// The user data begins with a header.
pub(super) const UDHI: u8 = 0x40;

/// What became of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// The message centre has it, under this id.
    Taken(String),
    /// It has too much to do; soon it may have time.
    Busy(String),
    /// Not now.
    Later(String),
    /// Never.
    Refused(String),
    /// Nobody knows.
    Unknown(String),
}

/// The protocol's form of a part; nothing where the number has no room in it.
pub(super) fn part(sender: &Sender, digits: &str, encoding: Encoding, part: &Part) -> Option<SubmitSm> {
    // Bit by bit: the library's own default is an acknowledgement.
    let class = if part.header().is_empty() { 0 } else { UDHI };
    let built = SubmitSm::builder()
        .source_addr_ton(sender.ton)
        .source_addr_npi(sender.npi)
        .source_addr(COctetString::from_str(&sender.address).ok()?)
        .dest_addr_ton(Ton::International)
        .dest_addr_npi(Npi::Isdn)
        .destination_addr(COctetString::from_str(digits).ok()?)
        .esm_class(EsmClass::from(class))
        .registered_delivery(RegisteredDelivery::new(
            MCDeliveryReceipt::McDeliveryReceiptRequestedWhereFinalDeliveryOutcomeIsSuccessOrFailure,
            SmeOriginatedAcknowledgement::default(),
            IntermediateNotification::default(),
            0,
        ))
        .data_coding(DataCoding::from(encoding.data_coding()))
        .short_message(OctetString::from_vec(part.unpacked()).ok()?);
    Some(built.build())
}

/// What a failed submission means.
pub(super) fn failure(error: &Error, refused: &[u32]) -> Answer {
    match error {
        Error::UnexpectedResponse { response } => status(response, refused),
        Error::Encode(_) => Answer::Refused("the message cannot be written in SMPP".to_owned()),
        Error::ResponseTimeout { .. } => Answer::Unknown("the message centre did not answer".to_owned()),
        _ => Answer::Unknown("the connection to the message centre broke".to_owned()),
    }
}

/// Refused for good is what is about this phone or this text. What is about the account, or about the moment, may pass: a
/// person mends it, and the message still leaves.
fn status(response: &Command, refused: &[u32]) -> Answer {
    let status = response.status();
    let code = u32::from(status);
    let reason = format!("SMPP {code:#010x}");
    match status {
        _ if refused.contains(&code) => Answer::Refused(reason),
        CommandStatus::EsmeRthrottled | CommandStatus::EsmeRmsgqful => Answer::Busy(reason),
        CommandStatus::EsmeRinvdstadr
        | CommandStatus::EsmeRinvdstton
        | CommandStatus::EsmeRinvdstnpi
        | CommandStatus::EsmeRinvmsglen
        | CommandStatus::EsmeRinvdcs
        | CommandStatus::EsmeRxPAppn
        | CommandStatus::EsmeRxRAppn
        | CommandStatus::EsmeRdeliveryfailure => Answer::Refused(reason),
        // An answer that says "fine" and is none: the message may be there.
        CommandStatus::EsmeRok => Answer::Unknown("the message centre's answer cannot be read".to_owned()),
        _ => Answer::Later(reason),
    }
}
