//! One's own data: everything that a case keeps about its citizen, to be read, taken away and deleted.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kuitti_text::Calendar;
use minijinja::context;

use super::feedback::{Addressed, Unsaid, addressed, answer};
use super::page::Visitor;
use crate::act::Actor;
use crate::app::AppState;
use crate::auth::Caller;
use crate::error::{Error, Result};
use crate::intake::forget::forget;
use crate::intake::own_data::of_case;
use crate::storage::RequestRecord;

pub(super) async fn show(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
) -> Response {
    let page = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        let page = page(&app, &visitor, &case).await?;
        Ok::<_, Unsaid>(page)
    };
    match page.await {
        Ok(page) => page,
        Err(unsaid) => answer(&app, &visitor, Err(unsaid)),
    }
}

async fn page(app: &AppState, visitor: &Visitor, case: &Addressed) -> Result<Response> {
    let own = of_case(&mut *app.storage.read().await?, &case.request).await?;
    let text = visitor.text();
    let calendar = Calendar::of_zone(&app.config.town.time_zone);
    let messages: Vec<String> = own
        .messages
        .iter()
        .map(|message| {
            let about = text.word("notice-stage", message.about);
            let when = text.full_moment(calendar.local(message.made_at));
            format!("{about}, {}, {when}", text.word("channel", message.channel))
        })
        .collect();
    let values = context! { own, messages, link => case.code.compact() };
    visitor.page(&app.config.town, "track", "own.html", values)
}

pub(super) async fn download(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
) -> Response {
    let file = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        let mut tx = app.storage.read().await.map_err(Error::from)?;
        Ok::<_, Unsaid>(of_case(&mut *tx, &case.request).await?)
    };
    match file.await {
        Ok(own) => {
            let name = format!("attachment; filename=\"{}.json\"", own.number);
            let headers = [
                (header::CONTENT_DISPOSITION, name),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, Json(own)).into_response()
        }
        Err(unsaid) => answer(&app, &visitor, Err(unsaid)),
    }
}

pub(super) async fn take_wish_to_be_forgotten(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    Path(typed): Path<String>,
) -> Response {
    let said = async {
        let case = addressed(&app, &peer.to_string(), &typed).await?;
        forgotten(&app, &case.request).await?;
        Ok(case.code)
    };
    answer(&app, &visitor, said.await)
}

async fn forgotten(app: &AppState, request: &RequestRecord) -> Result<()> {
    let mut tx = app.storage.write().await?;
    forget(&mut *tx, request.id, &app.act(Actor::Citizen)).await?;
    Ok(tx.commit().await?)
}
