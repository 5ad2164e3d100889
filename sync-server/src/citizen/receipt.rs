//! The receipt after a report. The tracking code comes by a cookie that lives for five minutes and goes to this page
//! alone, so that it stands in no address, no history and no log.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::domain::{Contact, NoticeChannel};
use kuitti_shared::rules::notice_wishes::{is_unproved, reach as wishes_reach};
use kuitti_shared::tracking_code::TrackingCode;
use kuitti_text::Calendar;
use minijinja::context;
use serde::Serialize;

use super::case::place_words;
use super::page::{Visitor, cookie};
use crate::app::AppState;
use crate::error::Result;
use crate::intake::{Received, code, confirm, reach};

const COOKIE: &str = "kuitti_receipt";
const SHOWN_SECONDS: u32 = 300;

/// To the receipt, by GET, so that reloading it reports nothing twice.
pub(super) fn redirect(app: &AppState, received: &Received) -> Response {
    let code = received.code.map(|code| code.compact()).unwrap_or_default();
    let secure = if app.config.public_url.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    let cookie = format!(
        "{COOKIE}={code}; Path=/report/sent; Max-Age={SHOWN_SECONDS}; HttpOnly; SameSite=Strict{secure}"
    );
    let headers = [
        (header::LOCATION, "/report/sent".to_owned()),
        (header::SET_COOKIE, cookie),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}

pub(super) async fn show(State(app): State<AppState>, visitor: Visitor, headers: HeaderMap) -> Response {
    let code = cookie(&headers, COOKIE).and_then(|typed| typed.parse().ok());
    let town = &app.config.town;
    let page = match code {
        Some(code) => receipt(&app, &visitor, code).await,
        None => Ok(None),
    };
    match page {
        Ok(Some(page)) => page,
        Ok(None) => visitor.message(
            town,
            StatusCode::OK,
            "citizen-receipt-gone-heading",
            "citizen-receipt-gone",
        ),
        Err(error) => visitor.trouble(town, &error),
    }
}

async fn receipt(app: &AppState, visitor: &Visitor, code: TrackingCode) -> Result<Option<Response>> {
    let mut tx = app.storage.read().await?;
    let Some(request) = tx.request_by_tracking(&code::hash(&code)).await? else {
        return Ok(None);
    };
    let category = tx.category(&request.category).await?;
    let contact = tx.contact(request.id).await?.unwrap_or_default();
    let (text, town) = (visitor.text(), &app.config.town);
    let when = Calendar::of_zone(&town.time_zone).local(request.received_at);
    let receipt = context! {
        code => code.to_string(),
        link => code.compact(),
        category => category.map(|category| category.name.get(visitor.language).to_owned()),
        place => place_words(&request.place, text),
        when => text.full_moment(when),
        number => request.number.to_string(),
        photos => (!request.photos.is_empty()).then(|| text.say("photos-count", [("count", request.photos.len().into())])),
        sms => veiled(&contact, NoticeChannel::Sms),
        email => veiled(&contact, NoticeChannel::Email),
        unconfirmed => to_confirm(&contact),
    };
    visitor
        .page(town, "report", "receipt.html", context! { receipt })
        .map(Some)
}

/// A number or an address that waits for its code.
#[derive(Debug, Serialize)]
pub(super) struct ToConfirm {
    channel: &'static str,
    to: String,
}

/// What nobody has proved yet.
pub(super) fn to_confirm(contact: &Contact) -> Vec<ToConfirm> {
    let open = confirm::unconfirmed(contact).filter_map(|channel| {
        Some(ToConfirm {
            channel: channel.code(),
            to: wishes_reach(contact, channel).map(reach::veiled)?,
        })
    });
    open.collect()
}

/// Where a message goes, for eyes that may look over a shoulder. Nothing goes where nobody has proved that it is theirs.
pub(super) fn veiled(contact: &Contact, channel: NoticeChannel) -> Option<String> {
    wishes_reach(contact, channel)
        .filter(|_| contact.notify.contains(&channel) && !is_unproved(contact, channel))
        .map(reach::veiled)
}
