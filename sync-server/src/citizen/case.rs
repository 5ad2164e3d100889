//! What a tracking page tells: the stages with their times, the outcome, the photo afterwards where the category shows
//! it. No name of anybody, and only what is true now.

use kuitti_shared::domain::{
    Category, Contact, NotDoneReason, NoticeChannel, OrderAggregate, Outcome, PhotoRole, Place, RequestStage,
};
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::rules::notice_wishes::{reach, wants};
use kuitti_shared::rules::request_stage::counting_outcome;
use kuitti_shared::tracking_code::TrackingCode;
use kuitti_text::{Calendar, Text};
use serde::Serialize;

use super::page::Visitor;
use super::receipt::{ToConfirm, to_confirm, veiled};
use crate::app::AppState;
use crate::error::Result;
use crate::intake::feedback::open_questions;
use crate::intake::reach;
use crate::storage::{ReadTx, RequestRecord};

/// A case as its page shows it.
#[derive(Debug, Serialize)]
pub(super) struct Case {
    number: String,
    category: String,
    place: String,
    stage: &'static str,
    stage_icon: &'static str,
    stage_name: String,
    as_of: String,
    steps: Vec<Step>,
    note: Option<String>,
    photos: Vec<Picture>,
    own_photos: Vec<Picture>,
    link: String,
    tells: Option<String>,
    told_off: bool,
    unconfirmed: Vec<ToConfirm>,
    asks: Asks,
    wishes: Option<Wishes>,
}

/// What the citizen said about the present end, and may still say.
#[derive(Debug, Serialize)]
struct Asks {
    rate: bool,
    rated: Option<u8>,
    reopen_until: Option<String>,
    came_back: bool,
}

/// Failed messages go the ways that the town usually tries.
pub(super) const USUAL: &str = "usual";

/// What can be chosen, and what is.
#[derive(Debug, Serialize)]
struct Wishes {
    channels: Vec<Wish>,
    stages: Vec<Wish>,
    /// Where a message goes that failed, one after another; with no more than one way there is nothing to choose.
    fallback: Vec<Fallback>,
}

/// One of the ways that are tried, as a list of which one is chosen.
#[derive(Debug, Serialize)]
struct Fallback {
    name: String,
    ways: Vec<Wish>,
}

#[derive(Debug, Serialize)]
struct Wish {
    code: &'static str,
    label: String,
    chosen: bool,
}

#[derive(Debug, Serialize)]
struct Step {
    name: String,
    sentence: Option<String>,
    when: Option<String>,
    icon: &'static str,
    reached: bool,
    current: bool,
}

#[derive(Debug, Serialize)]
struct Picture {
    source: String,
    caption: String,
}

/// Gathers what the page shows.
pub(super) async fn gather(
    tx: &mut dyn ReadTx,
    visitor: &Visitor,
    app: &AppState,
    request: &RequestRecord,
    code: TrackingCode,
) -> Result<Case> {
    let text = visitor.text();
    let category = tx.category(&request.category).await?;
    let orders = tx.orders_of_request(request.id).await?;
    let contact = tx.contact(request.id).await?.unwrap_or_default();
    let mut tells: Vec<String> = NoticeChannel::ALL
        .into_iter()
        .filter_map(|channel| veiled(&contact, channel))
        .collect();
    // Text messages and calls go to one number.
    tells.sort_unstable();
    tells.dedup();
    let has_address = contact.phone.is_some() || contact.email.is_some();
    let picture = |sha256: &Sha256Hex, caption: &str| Picture {
        source: format!("/t/{}/photos/{sha256}", code.compact()),
        caption: text.say(caption, []),
    };
    let published = published_photos(category.as_ref(), &orders);
    let now = Calendar::of_zone(&app.config.town.time_zone).local(app.clock.now());
    Ok(Case {
        number: request.number.to_string(),
        category: category.map_or_else(String::new, |category| {
            category.name.get(visitor.language).to_owned()
        }),
        place: place_words(&request.place, text),
        stage: request.stage.code(),
        stage_icon: icon(request.stage),
        stage_name: text.word("request-stage", request.stage.code()),
        as_of: text.moment(now, now.date()),
        steps: steps(request, &orders, app, text),
        note: request
            .ended_elsewhere
            .map(|_| text.say("citizen-case-settled-elsewhere", [])),
        photos: published
            .iter()
            .map(|sha256| picture(sha256, "citizen-case-photo-after"))
            .collect(),
        own_photos: request
            .photos
            .iter()
            .map(|sha256| picture(sha256, "citizen-case-own-photos"))
            .collect(),
        link: code.compact(),
        unconfirmed: to_confirm(&contact),
        asks: asks(request, app, text),
        wishes: has_address.then(|| wishes(&contact, app, text)),
        told_off: has_address && contact.notify.is_empty(),
        tells: (!tells.is_empty()).then(|| tells.join(", ")),
    })
}

fn asks(request: &RequestRecord, app: &AppState, text: Text) -> Asks {
    let may = open_questions(request, &app.config, app.clock.now());
    let since = request.history.last().map(|mark| mark.at);
    let said = request.feedback.iter().find(|said| Some(said.about) == since);
    let calendar = Calendar::of_zone(&app.config.town.time_zone);
    let day = |until| text.date(calendar.local(until).date());
    Asks {
        rate: may.is_some_and(|may| may.rate),
        rated: said
            .and_then(|said| said.rating.as_ref())
            .map(|rated| rated.rating.number()),
        reopen_until: may.and_then(|may| may.reopen_until).map(day),
        came_back: request.stage == RequestStage::Reopened
            && request.feedback.iter().any(|said| said.reopening.is_some()),
    }
}

fn wishes(contact: &Contact, app: &AppState, text: Text) -> Wishes {
    let offer = app.config.citizens.offer();
    let ways = app.config.channels();
    let reachable: Vec<(NoticeChannel, String)> = ways
        .into_iter()
        .filter_map(|channel| {
            let to = reach(contact, channel).map(reach::veiled)?;
            Some((channel, format!("{}: {to}", text.word("channel", channel.code()))))
        })
        .collect();
    let channels = reachable.iter().map(|(channel, label)| Wish {
        code: channel.code(),
        label: label.clone(),
        chosen: contact.notify.contains(channel),
    });
    let stages = offer.stages().map(|stage| Wish {
        code: stage.code(),
        label: text.word("citizen-wish", stage.code()),
        chosen: wants(contact, stage, &offer),
    });
    Wishes {
        channels: channels.collect(),
        stages: stages.collect(),
        fallback: fallback(contact, &reachable, text),
    }
}

/// What is tried first, and what then. A way that is wanted anyway is passed over when a message fails.
fn fallback(contact: &Contact, reachable: &[(NoticeChannel, String)], text: Text) -> Vec<Fallback> {
    if reachable.len() < 2 {
        return Vec::new();
    }
    let choice = |place: usize, name: &str| {
        let own = contact.fallback.as_ref();
        let chosen = own.and_then(|ways| ways.get(place));
        let usual = (place == 0).then(|| Wish {
            code: USUAL,
            label: text.say("citizen-fallback-usual", []),
            chosen: own.is_none(),
        });
        let none = Wish {
            code: "",
            label: text.say("citizen-fallback-none", []),
            chosen: chosen.is_none() && (place > 0 || own.is_some()),
        };
        let ways = reachable.iter().map(|(channel, label)| Wish {
            code: channel.code(),
            label: label.clone(),
            chosen: chosen == Some(channel),
        });
        Fallback {
            name: text.say(name, []),
            ways: usual.into_iter().chain([none]).chain(ways).collect(),
        }
    };
    vec![
        choice(0, "citizen-fallback-first"),
        choice(1, "citizen-fallback-then"),
    ]
}

/// Photos taken afterwards that have arrived and are not hidden, when the category publishes them. Never a file that could not
/// be opened: the camera's notes are still in it.
pub(crate) fn published_photos(category: Option<&Category>, orders: &[OrderAggregate]) -> Vec<Sha256Hex> {
    if !category.is_some_and(|category| category.publishes_after_photo) {
        return Vec::new();
    }
    let done = orders
        .iter()
        .filter(|order| counting_outcome(order) == Some(&Outcome::Done));
    let photos = done.flat_map(|order| &order.photos);
    let shown = photos
        .filter(|photo| photo.role == PhotoRole::After && photo.arrived && !photo.hidden)
        .filter(|photo| photo.is_picture());
    shown.map(|photo| photo.sha256.clone()).collect()
}

/// A place in words: the address, or coordinates to five decimals (about a metre).
pub(crate) fn place_words(place: &Place, text: Text) -> String {
    let address = place.address.split_whitespace().collect::<Vec<_>>().join(" ");
    match place.position {
        _ if !address.is_empty() => address,
        Some(position) => format!("{:.5}, {:.5}", position.latitude(), position.longitude()),
        None => text.say("citizen-case-where-unnamed", []),
    }
}

fn steps(request: &RequestRecord, orders: &[OrderAggregate], app: &AppState, text: Text) -> Vec<Step> {
    let calendar = Calendar::of_zone(&app.config.town.time_zone);
    let now = calendar.local(app.clock.now());
    let reason = not_done_reason(orders).map(|reason| reason_words(reason, text));
    let last = request.history.len().saturating_sub(1);
    let reached = request.history.iter().enumerate().map(|(place, mark)| Step {
        name: text.word("request-stage", mark.stage.code()),
        sentence: Some(stage_sentence(mark.stage, reason.as_deref(), text)),
        when: Some(text.moment(calendar.local(mark.at), now.date())),
        icon: step_icon(mark.stage),
        reached: true,
        current: place == last,
    });
    let ahead = still_ahead(request.stage).iter().map(|stage| Step {
        name: text.word("request-stage", stage.code()),
        sentence: None,
        when: None,
        icon: step_icon(*stage),
        reached: false,
        current: false,
    });
    reached.chain(ahead).collect()
}

/// What usually follows.
const fn still_ahead(stage: RequestStage) -> &'static [RequestStage] {
    use RequestStage::{Done, InWork, Planned};
    match stage {
        RequestStage::Received | RequestStage::Reopened => &[Planned, InWork, Done],
        Planned => &[InWork, Done],
        InWork | RequestStage::NeedsVisit => &[Done],
        Done | RequestStage::NotDone => &[],
    }
}

fn stage_sentence(stage: RequestStage, reason: Option<&str>, text: Text) -> String {
    match (stage, reason) {
        (RequestStage::NotDone, Some(reason)) => {
            text.say("citizen-stage-not-done", [("reason", reason.to_owned().into())])
        }
        (RequestStage::NotDone, None) => text.say("citizen-stage-not-done-plain", []),
        (stage, _) => text.word("citizen-stage", stage.code()),
    }
}

/// Why it was not done, in words for citizens.
pub(crate) fn reason_words(reason: &NotDoneReason, text: Text) -> String {
    text.say(
        match reason {
            NotDoneReason::NotFound => "citizen-reason-not-found",
            NotDoneReason::NoAccess => "citizen-reason-no-access",
            NotDoneReason::Unsafe => "citizen-reason-unsafe",
            NotDoneReason::NotOurs => "citizen-reason-not-ours",
            NotDoneReason::NeedsEquipment => "citizen-reason-needs-equipment",
            NotDoneReason::DuplicateOf(_) => "citizen-reason-duplicate-of",
        },
        [],
    )
}

/// Why it was not done, when that is how it ended.
pub(crate) fn not_done_reason(orders: &[OrderAggregate]) -> Option<&NotDoneReason> {
    orders
        .iter()
        .rev()
        .find_map(|order| match counting_outcome(order) {
            Some(Outcome::NotDone(reason)) => Some(reason),
            _ => None,
        })
}

const fn icon(stage: RequestStage) -> &'static str {
    match stage {
        RequestStage::Received => "status-new",
        RequestStage::Planned => "status-assigned",
        RequestStage::InWork | RequestStage::NeedsVisit => "status-in-work",
        RequestStage::Done => "status-finished",
        RequestStage::NotDone => "status-declined",
        RequestStage::Reopened => "status-reopened",
    }
}

const fn step_icon(stage: RequestStage) -> &'static str {
    match stage {
        RequestStage::Received => "receipt",
        RequestStage::Planned => "today",
        RequestStage::InWork => "lamp",
        RequestStage::Done => "check",
        RequestStage::NotDone => "info",
        RequestStage::NeedsVisit => "warning",
        RequestStage::Reopened => "refresh",
    }
}
