//! Taking a request in.

use kuitti_shared::domain::{Category, Contact, IntakeChannel, Language, Place, RequestStage};
use kuitti_shared::id::{CategoryCode, OrderId, PublicNumber, RequestId, Sha256Hex, WorkerId};
use kuitti_shared::tracking_code::TrackingCode;
use kuitti_shared::unit::WallTime;
use kuitti_text::Calendar;
use serde_json::json;
use uuid::Uuid;

use super::check::{self, TypedContact};
use super::code::{self, CodeSeed};
use super::confirm;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, External, RequestRecord, StageMark, WriteTx};
use crate::{dispatch, notices, orders};

/// A request as somebody brings it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRequest {
    /// Where it comes from.
    pub origin: Origin,
    /// What kind of problem.
    pub category: CategoryCode,
    /// What is wrong.
    pub description: String,
    /// Where.
    pub place: Place,
    /// Whom to tell, as typed.
    pub contact: TypedContact,
    /// The citizen's language.
    pub language: Language,
    /// Pictures that are stored already.
    pub photos: Vec<Sha256Hex>,
}

/// Where a request comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// The public form.
    Web,
    /// The public form, about a problem that is there already.
    Follows {
        /// The request that it follows.
        first: RequestId,
    },
    /// A call that an operator took.
    Phone,
    /// A worker found it on the way; the device made its id.
    Field {
        /// Who.
        worker: WorkerId,
        /// The id.
        request: RequestId,
    },
    /// Another system, with its history there.
    Import {
        /// Its number there.
        external: External,
        /// When it was reported there.
        reported_at: WallTime,
        /// How and when it ended there.
        ended: Option<(RequestStage, WallTime)>,
    },
}

impl Origin {
    /// The channel.
    #[must_use]
    pub const fn channel(&self) -> IntakeChannel {
        match self {
            Self::Web | Self::Follows { .. } => IntakeChannel::Web,
            Self::Phone => IntakeChannel::Phone,
            Self::Field { .. } => IntakeChannel::Field,
            Self::Import { .. } => IntakeChannel::Import,
        }
    }
}

/// A request that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// The request.
    pub request: RequestRecord,
    /// Its tracking code, for the one who brought it; none where nobody follows.
    pub code: Option<TrackingCode>,
    /// The order that assigned itself.
    pub order: Option<OrderId>,
}

/// Takes a request in: request, contact, first message, audit line, and the order when its category assigns itself.
///
/// # Errors
/// [`Error::Fields`] with every mistake; nothing is stored then.
pub async fn receive(tx: &mut dyn WriteTx, new: NewRequest, act: &Act) -> Result<Received> {
    let category = tx.category(&new.category).await?;
    take(tx, new, category.as_ref(), act).await
}

/// The same for somebody who knows the category already, such as an import of many lines.
///
/// # Errors
/// As [`receive`].
pub async fn take(
    tx: &mut dyn WriteTx,
    new: NewRequest,
    category: Option<&Category>,
    act: &Act,
) -> Result<Received> {
    let contact = check::check(&new, category, act.config.town.region()).map_err(Error::Fields)?;
    let number = next_number(tx, act).await?;
    let (request, code) = record(act, new, number);
    tx.put_request(&request).await?;
    tx.poke(Poke::Request { request: request.id });
    if contact != Contact::default() {
        let contact = to_prove(contact, &request, act);
        tx.put_contact(request.id, &contact).await?;
        notices::tell_received(tx, request.id, act).await?;
        for channel in confirm::unconfirmed(&contact) {
            confirm::ask(tx, request.id, channel, act).await?;
        }
    }
    if request.channel == IntakeChannel::Import {
        return Ok(Received {
            request,
            code: None,
            order: None,
        });
    }
    tx.audit(&audit(act, &request)).await?;
    let order = match request.follows {
        Some(first) => {
            orders::join(tx, first, request.id, act).await?;
            None
        }
        None => dispatch::assign_itself(tx, &request, act).await?,
    };
    let order = order.map(|order| order.id);
    // Its order may have moved it on already.
    let request = tx.request(request.id).await?.unwrap_or(request);
    Ok(Received { request, code, order })
}

/// What was typed on the web nobody has proved yet. An operator has the person on the line; what another system sends, and what is
/// only tried out, is taken as it is.
fn to_prove(contact: Contact, request: &RequestRecord, act: &Act) -> Contact {
    let proves = act.config.confirms_contacts() && request.channel == IntakeChannel::Web;
    Contact {
        unconfirmed: if proves {
            contact.notify.clone()
        } else {
            Vec::new()
        },
        ..contact
    }
}

/// `HEL-2026-000123`: by the year of the town, so that people can say "this year's".
async fn next_number(tx: &mut dyn WriteTx, act: &Act) -> Result<PublicNumber> {
    let count = tx.next_number("request").await?;
    let town = &act.config.town;
    let year = Calendar::of_zone(&town.time_zone).local(act.now).date().year();
    Ok(PublicNumber(format!("{}-{year}-{count:06}", town.request_prefix)))
}

fn record(act: &Act, new: NewRequest, number: PublicNumber) -> (RequestRecord, Option<TrackingCode>) {
    let channel = new.origin.channel();
    let (id, reported_by) = match &new.origin {
        Origin::Field { worker, request } => (*request, Some(*worker)),
        _ => (RequestId(act.new_id()), None),
    };
    let follows = match new.origin {
        Origin::Follows { first } => Some(first),
        _ => None,
    };
    let (external, received_at, ended) = match new.origin {
        Origin::Import {
            external,
            reported_at,
            ended,
        } => (Some(external), reported_at, ended),
        _ => (None, act.now, None),
    };
    let seed = external.is_none().then(|| CodeSeed(act.random()));
    let code = seed.map(|seed| act.config.code_secret.code(id, seed));
    let mut history = vec![StageMark {
        stage: RequestStage::Received,
        at: received_at,
    }];
    history.extend(ended.map(|(stage, at)| StageMark { stage, at }));
    let request = RequestRecord {
        id,
        number,
        tracking: code.as_ref().map(code::hash),
        code_seed: seed,
        category: new.category,
        description: new.description.trim().to_owned(),
        place: new.place,
        channel,
        language: new.language,
        stage: ended.map_or(RequestStage::Received, |(stage, _)| stage),
        ended_elsewhere: ended.map(|(stage, _)| stage),
        history,
        occurrence: 0,
        received_at,
        updated_at: act.now,
        external,
        reported_by,
        photos: new.photos,
        follows,
        confirmations: Vec::new(),
        feedback: Vec::new(),
        answers: Vec::new(),
    };
    (request, code)
}

fn audit(act: &Act, request: &RequestRecord) -> AuditEntry {
    AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "request.received".to_owned(),
        subject: "request".to_owned(),
        subject_id: Some(Uuid::from_bytes(*request.id.bytes())),
        detail: json!({ "number": request.number, "channel": request.channel, "category": request.category }),
    }
}
