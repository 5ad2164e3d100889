//! Everything about a citizen: of one case, as its code opens it, and of all cases of one person, as the office hands it out
//! on request.

use kuitti_shared::domain::{Contact, Feedback, Place};
use kuitti_shared::id::RequestId;
use kuitti_shared::unit::WallTime;
use serde::Serialize;
use serde_json::json;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::storage::{AuditEntry, ReadTx, RequestRecord, WriteTx};

/// Cases of one person, at most: nobody has reported so often.
const CASES: u32 = 10_000;

/// Everything about a citizen in one case, as a file. Times are milliseconds since 1970 (UTC).
#[derive(Debug, Serialize)]
pub struct OwnData {
    pub(crate) number: String,
    pub(crate) received_at: WallTime,
    pub(crate) category: String,
    pub(crate) description: String,
    pub(crate) place: Place,
    pub(crate) language: &'static str,
    pub(crate) contact: Option<Contact>,
    pub(crate) feedback: Vec<Feedback>,
    pub(crate) answers: Vec<String>,
    pub(crate) photos: Vec<String>,
    pub(crate) messages: Vec<OwnMessage>,
}

/// A message to a citizen.
#[derive(Debug, Serialize)]
pub struct OwnMessage {
    pub(crate) about: &'static str,
    pub(crate) channel: &'static str,
    pub(crate) to: String,
    pub(crate) made_at: WallTime,
}

/// All cases of a person.
#[derive(Debug, Serialize)]
pub struct PersonData {
    /// By which number or address they were found.
    pub found_by: Vec<String>,
    /// The cases, latest first.
    pub cases: Vec<OwnData>,
}

/// What one case keeps.
///
/// # Errors
/// When the storage fails.
pub async fn of_case(tx: &mut dyn ReadTx, request: &RequestRecord) -> Result<OwnData> {
    let messages = tx.notices_of(request.id).await?.into_iter();
    let messages = messages.map(|notice| OwnMessage {
        about: notice.stage.code(),
        channel: notice.channel.code(),
        to: notice.recipient,
        made_at: notice.created_at,
    });
    Ok(OwnData {
        number: request.number.to_string(),
        received_at: request.received_at,
        category: request.category.to_string(),
        description: request.description.clone(),
        place: request.place.clone(),
        language: request.language.code(),
        contact: tx.contact(request.id).await?,
        feedback: request.feedback.clone(),
        answers: request.answers.iter().map(|answer| answer.text.clone()).collect(),
        photos: request.photos.iter().map(ToString::to_string).collect(),
        messages: messages.collect(),
    })
}

/// What all cases of a person keep: of whoever reported `request`, found by the number and the address that they gave. That it
/// was handed out stands in the log.
///
/// # Errors
/// When there is no such request, or nobody is known to have reported it.
pub async fn of_person(tx: &mut dyn WriteTx, request: RequestId, act: &Act) -> Result<PersonData> {
    let contact = tx.contact(request).await?.ok_or_else(nobody)?;
    let mut found = Vec::new();
    if let Some(phone) = &contact.phone {
        found.extend(tx.requests_by_phone(phone, CASES).await?);
    }
    if let Some(email) = &contact.email {
        found.extend(tx.requests_by_email(email, CASES).await?);
    }
    if found.is_empty() {
        found.extend(tx.request(request).await?);
    }
    found.sort_by_key(|record| (std::cmp::Reverse(record.received_at), record.id));
    found.dedup_by_key(|record| record.id);
    let mut cases = Vec::new();
    for record in &found {
        cases.push(of_case(tx, record).await?);
    }
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "request.data_handed_out".to_owned(),
        subject: "request".to_owned(),
        subject_id: Some(request.0),
        detail: json!({ "cases": cases.len() }),
    })
    .await?;
    Ok(PersonData {
        found_by: contact.phone.into_iter().chain(contact.email).collect(),
        cases,
    })
}

fn nobody() -> Error {
    Error::not_found(
        "nobody_known",
        "Nobody is known to have reported this: the contact was never given, or is deleted.",
    )
}
