//! Before a report is sent: is it one of these? Open problems of the same kind nearby, and what was typed once more, so that
//! one tap decides. Whoever finds theirs follows it; nobody is sent away.
//!
//! Photos were taken in by then, because a browser does not keep them from page to page. They are named by their content and
//! sealed: whoever knows the hash of somebody else's photo cannot claim it.

use axum::response::Response;
use kuitti_shared::id::{CategoryCode, PublicNumber, Sha256Hex};
use kuitti_shared::rules::nearby::{Bounds, SAME_PROBLEM, may_be_same};
use kuitti_shared::unit::Metres;
use kuitti_text::{Calendar, Text};
use minijinja::context;
use serde::Serialize;

use super::case::place_words;
use super::form::Typed;
use super::page::Visitor;
use crate::app::AppState;
use crate::error::Result;
use crate::intake::NewRequest;
use crate::intake::code::CodeSecret;
use crate::storage::{ReadTx, RequestRecord};

/// How many are asked about.
const MOST: usize = 5;
/// How many are looked at.
const LOOKED_AT: u32 = 50;

/// An open problem that may be the same.
pub(super) struct Neighbour {
    record: RequestRecord,
    metres: Metres,
}

/// Open problems of the same kind nearby, nearest first: by the map, and by the same address where one has no point.
pub(super) async fn neighbours(tx: &mut dyn ReadTx, new: &NewRequest) -> Result<Vec<Neighbour>> {
    let mut found = Vec::new();
    if let Some(position) = new.place.position {
        let bounds = Bounds::around(position, SAME_PROBLEM);
        let near = tx.open_problems_near(&new.category, bounds, LOOKED_AT).await?;
        found.extend(near.into_iter().filter_map(|record| {
            let metres = may_be_same(&new.place, &record.place)?;
            Some(Neighbour { record, metres })
        }));
    }
    if !new.place.address.is_empty() {
        let same = tx
            .open_problems_at(&new.category, &new.place.address, LOOKED_AT)
            .await?;
        for record in same {
            if found.iter().all(|known| known.record.id != record.id) {
                let metres = Metres(0.0);
                found.push(Neighbour { record, metres });
            }
        }
    }
    found.sort_by(|one, other| one.metres.0.total_cmp(&other.metres.0));
    found.truncate(MOST);
    Ok(found)
}

/// The open problem of this number, if it is one that was asked about.
pub(super) async fn chosen(
    tx: &mut dyn ReadTx,
    new: &NewRequest,
    number: &str,
) -> Result<Option<RequestRecord>> {
    let number = PublicNumber(number.to_owned());
    let asked = neighbours(tx, new).await?.into_iter();
    let mut records = asked.map(|neighbour| neighbour.record);
    Ok(records.find(|record| record.number == number))
}

#[derive(Serialize)]
struct Shown {
    number: String,
    place: String,
    metres: String,
    since: String,
    stage: &'static str,
    stage_name: String,
}

impl Shown {
    fn of(neighbour: &Neighbour, calendar: &Calendar, text: Text) -> Self {
        let record = &neighbour.record;
        Self {
            number: record.number.to_string(),
            place: place_words(&record.place, text),
            metres: text.distance(neighbour.metres.0),
            since: text.date(calendar.local(record.received_at).date()),
            stage: record.stage.code(),
            stage_name: text.word("request-stage", record.stage.code()),
        }
    }
}

/// The page that asks.
pub(super) async fn ask(
    app: &AppState,
    visitor: &Visitor,
    typed: &Typed,
    kept: &[Sha256Hex],
    neighbours: &[Neighbour],
) -> Result<Response> {
    let (text, town) = (visitor.text(), &app.config.town);
    let calendar = Calendar::of_zone(&town.time_zone);
    let code = CategoryCode(typed.category.clone());
    let category = app.storage.look().await?.category(&code).await?;
    let seal = |sha256: &Sha256Hex| sealed(&app.config.code_secret, sha256);
    let shown = neighbours
        .iter()
        .map(|neighbour| Shown::of(neighbour, &calendar, text));
    let values = context! {
        typed,
        kept => kept.iter().map(seal).collect::<Vec<_>>(),
        category => category.map(|category| category.name.get(visitor.language).to_owned()),
        neighbours => shown.collect::<Vec<_>>(),
    };
    visitor.page(town, "report", "near.html", values)
}

/// A photo that was taken in, as the page carries it.
fn sealed(secret: &CodeSecret, sha256: &Sha256Hex) -> String {
    format!("{sha256}.{}", secret.seal(sha256.as_str()))
}

/// The photo of [`sealed`]; nothing of what was not sealed here.
pub(super) fn unsealed(secret: &CodeSecret, token: &str) -> Option<Sha256Hex> {
    let (sha256, _) = token.split_once('.')?;
    let sha256 = Sha256Hex::try_from(sha256.to_owned()).ok()?;
    (sealed(secret, &sha256) == token).then_some(sha256)
}
