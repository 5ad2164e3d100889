//! The report form: showing it, and taking it.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kuitti_shared::api::problem::FieldProblem;
use minijinja::context;
use serde::Serialize;

use super::form::{self, Sent, Shown, Typed, Unreadable};
use super::page::{Visitor, languages};
use super::place::PlaceMap;
use super::{near, receipt};
use crate::act::Actor;
use crate::app::AppState;
use crate::auth::{Attempt, Caller};
use crate::error::{Error, Result};
use crate::intake::{self, Origin, Received, limits};

/// A category as it is offered.
#[derive(Debug, Serialize)]
struct Choice {
    code: String,
    name: String,
}

pub(super) async fn show(State(app): State<AppState>, visitor: Visitor) -> Response {
    let typed = Typed {
        language: visitor.language.code().to_owned(),
        notify_sms: true,
        notify_email: true,
        ..Typed::default()
    };
    let page = page(&app, &visitor, &typed, &[]).await;
    page.unwrap_or_else(|error| visitor.trouble(&app.config.town, &error))
}

pub(super) async fn send(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let now = app.clock.now();
    for attempt in [Attempt::Report, Attempt::ReportInAnHour] {
        if let Err(busy) = app.limits.take(attempt, &peer.to_string(), now) {
            return visitor.trouble(&app.config.town, &busy);
        }
    }
    let Ok(form) = form else {
        return refuse(
            &app,
            &visitor,
            Unreadable(StatusCode::BAD_REQUEST, "citizen-form-unreadable"),
        );
    };
    let mut sent = match form::read(form).await {
        Ok(sent) => sent,
        Err(unreadable) => return refuse(&app, &visitor, unreadable),
    };
    match take(&app, &visitor, &mut sent).await {
        Ok(Taken::In(received)) => receipt::redirect(&app, &received),
        Ok(Taken::Asked(page)) => page,
        Err(Error::Fields(mistakes)) => {
            let page = page(&app, &visitor, &sent.typed, &mistakes).await;
            page.map_or_else(
                |error| visitor.trouble(&app.config.town, &error),
                |page| (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
            )
        }
        Err(error) => visitor.trouble(&app.config.town, &error),
    }
}

/// What became of a form.
enum Taken {
    /// It is a request.
    In(Box<Received>),
    /// First a question: is it one of these?
    Asked(Response),
}

async fn take(app: &AppState, visitor: &Visitor, sent: &mut Sent) -> Result<Taken> {
    if !sent.typed.trap.is_empty() {
        sent.mistake("description", "description_missing");
    }
    let mut request = sent.request(visitor.language);
    let act = app.act(Actor::Citizen);
    // Everything is looked at before a photo is stored, so that all mistakes show at once and none leaves a file behind.
    let category = app.storage.look().await?.category(&request.category).await?;
    if let Err(mistakes) = intake::check::check(&request, category.as_ref(), act.config.town.region()) {
        sent.mistakes.splice(0..0, mistakes);
    }
    let photos = super::photos::develop(sent).await;
    if !sent.mistakes.is_empty() {
        return Err(Error::Fields(sent.mistakes.clone()));
    }
    let kept = sent.typed.kept.iter();
    let kept = kept.filter_map(|token| near::unsealed(&app.config.code_secret, token));
    request.photos = kept.take(limits::PHOTOS).collect();
    let mut tx = app.storage.write().await?;
    let fresh = super::photos::store(app, &mut *tx, &act, photos).await?;
    request.photos.extend(fresh);
    request.photos.truncate(limits::PHOTOS);
    if sent.typed.same.is_empty() {
        let neighbours = near::neighbours(&mut *tx, &request).await?;
        if !neighbours.is_empty() {
            tx.commit().await?;
            let page = near::ask(app, visitor, &sent.typed, &request.photos, &neighbours).await?;
            return Ok(Taken::Asked(page));
        }
    } else if let Some(first) = near::chosen(&mut *tx, &request, &sent.typed.same).await? {
        request.origin = Origin::Follows { first: first.id };
    }
    let received = intake::receive(&mut *tx, request, &act).await?;
    tx.commit().await?;
    Ok(Taken::In(Box::new(received)))
}

pub(super) async fn page(
    app: &AppState,
    visitor: &Visitor,
    typed: &Typed,
    mistakes: &[FieldProblem],
) -> Result<Response> {
    let categories = app.storage.look().await?.categories().await?;
    let choices = categories
        .iter()
        .filter(|category| category.public)
        .map(|category| Choice {
            code: category.code.0.clone(),
            name: category.name.get(visitor.language).to_owned(),
        });
    let values = context! {
        form => Shown::new(typed, mistakes, visitor.text()),
        categories => choices.collect::<Vec<_>>(),
        languages => languages(),
        photos_most => limits::PHOTOS,
        map => PlaceMap::of(app, typed).await?,
    };
    visitor.page(&app.config.town, "report", "report.html", values)
}

pub(super) fn refuse(
    app: &AppState,
    visitor: &Visitor,
    Unreadable(status, sentence): Unreadable,
) -> Response {
    visitor.message(&app.config.town, status, "citizen-report-title", sentence)
}
