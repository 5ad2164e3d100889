//! What a citizen says on the page of a case: how good it was, that it is not so, and what to be told. Each leads back to the
//! page, by GET.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Form, Multipart, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::domain::{NoticeChannel, NoticeStage, Rating};
use kuitti_shared::rules::notice_wishes::reach;
use kuitti_shared::tracking_code::TrackingCode;
use serde::Deserialize;
use serde_json::json;

use super::case::USUAL;
use super::form::{self, Sent, Unreadable};
use super::page::Visitor;
use super::track;
use crate::act::Actor;
use crate::app::AppState;
use crate::auth::{Attempt, Caller};
use crate::error::{Error, Refusal, Result};
use crate::intake::feedback::{Doubt, rate, reopen};
use crate::notices;
use crate::storage::{AuditEntry, RequestRecord};

/// Why nothing was said.
pub(super) enum Unsaid {
    /// No case has this code.
    Unknown,
    /// The form cannot be read.
    Unreadable(Unreadable),
    /// Something else.
    Failed(Error),
}

impl From<Error> for Unsaid {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// The case of a page on which something is said.
pub(super) struct Addressed {
    pub(super) code: TrackingCode,
    pub(super) request: RequestRecord,
}

/// Finds the case of an address; whoever says too much has to wait.
pub(super) async fn addressed(app: &AppState, peer: &str, typed: &str) -> Result<Addressed, Unsaid> {
    let now = app.clock.now();
    app.limits.take(Attempt::Say, peer, now)?;
    let code: TrackingCode = typed.parse().map_err(|_| Unsaid::Unknown)?;
    let request = track::find_case(app, peer, code).await?;
    let request = request.ok_or(Unsaid::Unknown)?;
    Ok(Addressed { code, request })
}

/// To the page of the case. A word that came too late changed nothing, and the page says how things are.
pub(super) fn answer(app: &AppState, visitor: &Visitor, said: Result<TrackingCode, Unsaid>) -> Response {
    match said {
        Ok(code) => to_case(code),
        Err(Unsaid::Unknown) => track::unknown(app, visitor),
        Err(Unsaid::Unreadable(Unreadable(status, sentence))) => refuse(app, visitor, status, sentence),
        Err(Unsaid::Failed(Error::Fields(mistakes))) => {
            let code = mistakes.first().map(|mistake| mistake.code.replace('_', "-"));
            let sentence = format!("problem-{}", code.unwrap_or_default());
            refuse(app, visitor, StatusCode::UNPROCESSABLE_ENTITY, &sentence)
        }
        Err(Unsaid::Failed(error)) => visitor.trouble(&app.config.town, &error),
    }
}

fn refuse(app: &AppState, visitor: &Visitor, status: StatusCode, sentence: &str) -> Response {
    visitor.message(&app.config.town, status, "citizen-case-title", sentence)
}

/// The address of a case, by GET.
pub(super) fn to_case(code: TrackingCode) -> Response {
    let address = format!("/t/{}", code.compact());
    (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response()
}

/// A word that came too late is no failure.
fn unless_late(said: Result<()>) -> Result<()> {
    match said {
        Err(Error::Refused {
            refusal: Refusal::Conflict,
            ..
        }) => Ok(()),
        other => other,
    }
}

/// The question after the end.
#[derive(Deserialize)]
pub(super) struct Opinion {
    #[serde(default)]
    rating: String,
    #[serde(default)]
    words: String,
}

pub(super) async fn take_rating(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
    Form(opinion): Form<Opinion>,
) -> Response {
    let said = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        let number: Option<u8> = opinion.rating.parse().ok();
        if let Some(rating) = number.and_then(|number| Rating::try_from(number).ok()) {
            unless_late(rated(&app, &case.request, rating, &opinion.words).await)?;
        }
        Ok(case.code)
    };
    answer(&app, &visitor, said.await)
}

async fn rated(app: &AppState, request: &RequestRecord, rating: Rating, words: &str) -> Result<()> {
    let mut tx = app.storage.write().await?;
    rate(&mut *tx, request.id, rating, words, &app.act(Actor::Citizen)).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn take_doubt(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let said = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        let unreadable = Unreadable(StatusCode::BAD_REQUEST, "citizen-form-unreadable");
        let form = form.map_err(|_| Unsaid::Unreadable(unreadable))?;
        let mut sent = form::read(form).await.map_err(Unsaid::Unreadable)?;
        unless_late(doubted(&app, &case.request, &mut sent).await)?;
        Ok(case.code)
    };
    answer(&app, &visitor, said.await)
}

/// The reason comes in the field in which a report has its description, so that both are read alike.
async fn doubted(app: &AppState, request: &RequestRecord, sent: &mut Sent) -> Result<()> {
    let photos = super::photos::develop(sent).await;
    if sent.typed.description.trim().is_empty() {
        sent.mistake("description", "reason_missing");
    }
    if !sent.mistakes.is_empty() {
        return Err(Error::Fields(sent.mistakes.clone()));
    }
    let act = app.act(Actor::Citizen);
    let mut tx = app.storage.write().await?;
    let photos = super::photos::store(app, &mut *tx, &act, photos).await?;
    let doubt = Doubt {
        reason: sent.typed.description.clone(),
        photos,
    };
    reopen(&mut *tx, request.id, doubt, &act).await?;
    Ok(tx.commit().await?)
}

/// What to be told, and how: the boxes that were ticked.
pub(super) async fn take_wishes(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
    Form(ticked): Form<Vec<(String, String)>>,
) -> Response {
    let said = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        choose(&app, &case.request, &ticked).await?;
        Ok(case.code)
    };
    answer(&app, &visitor, said.await)
}

async fn choose(app: &AppState, request: &RequestRecord, ticked: &[(String, String)]) -> Result<()> {
    let is_ticked = |name: &str, code: &str| ticked.iter().any(|(key, value)| key == name && value == code);
    let act = app.act(Actor::Citizen);
    let offer = act.config.citizens.offer();
    let mut tx = app.storage.write().await?;
    let Some(mut contact) = tx.contact(request.id).await? else {
        return Ok(());
    };
    let mut channels = act.config.channels();
    channels.retain(|channel| is_ticked("channel", channel.code()) && reach(&contact, *channel).is_some());
    contact.notify = channels;
    let stages = offer.stages().filter(|stage| is_ticked("stage", stage.code()));
    contact.stages = Some(stages.collect::<Vec<NoticeStage>>());
    let ways = ticked.iter().filter(|(key, _)| key == "fallback");
    let ways: Vec<&str> = ways.map(|(_, value)| value.as_str()).collect();
    if !ways.is_empty() {
        contact.fallback = fallback(&ways);
    }
    tx.put_contact(request.id, &contact).await?;
    notices::follow_request(&mut *tx, request.id, &act).await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "request.messages_chosen".to_owned(),
        subject: "request".to_owned(),
        subject_id: Some(request.id.0),
        detail: json!({ "channels": contact.notify, "stages": contact.stages, "fallback": contact.fallback }),
    })
    .await?;
    Ok(tx.commit().await?)
}

/// The ways that were chosen, each once; nothing for those that the town usually tries.
fn fallback(ways: &[&str]) -> Option<Vec<NoticeChannel>> {
    if ways.contains(&USUAL) {
        return None;
    }
    let mut chosen = Vec::new();
    for channel in ways.iter().filter_map(|way| NoticeChannel::from_code(way)) {
        if !chosen.contains(&channel) {
            chosen.push(channel);
        }
    }
    Some(chosen)
}
