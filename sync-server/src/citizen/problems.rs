//! Open problems, for everybody: a list in pages and a map drawn by the server.
//!
//! What the public sees is the kind of problem, its place as it was typed into the field that says so, its stage and its age:
//! what Open311 publishes too. Never what people wrote about it, how to find it there, or photos: a description can name people,
//! and nobody in the office has read it yet. Never who reported.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use kuitti_shared::domain::{Place, Position};
use kuitti_shared::id::{CategoryCode, RequestId};
use kuitti_shared::unit::WallTime;
use kuitti_text::Calendar;
use minijinja::context;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::case::place_words;
use super::page::Visitor;
use crate::app::AppState;
use crate::error::Result;
use crate::map;
use crate::map::view::{SIDE, Step, View};
use crate::storage::{After, RequestRecord};

/// Problems of a page: with its map it stays far below what a slow phone loads in a second.
const PAGE: u32 = 20;
/// The page is the same for everybody who speaks the language, and a minute old at most.
const CACHED: &str = "public, max-age=60";
/// The space around the points of the map.
const MARGIN: f64 = 20.0;

#[derive(Deserialize)]
pub(super) struct Which {
    after: Option<String>,
    view: Option<String>,
}

/// A problem as the public sees it.
#[derive(Debug, Serialize)]
struct Problem {
    rank: usize,
    number: String,
    category: String,
    place: String,
    stage: &'static str,
    stage_name: String,
    since: String,
    followers: usize,
}

/// A numbered dot.
#[derive(Debug, Serialize)]
struct Dot {
    rank: usize,
    x: String,
    y: String,
}

pub(super) async fn show(
    State(app): State<AppState>,
    visitor: Visitor,
    Query(which): Query<Which>,
) -> Response {
    let after = which.after.as_deref().and_then(parse);
    let view = which.view.as_deref().and_then(View::from_code);
    let page = page(&app, &visitor, after, view).await;
    page.unwrap_or_else(|error| visitor.trouble(&app.config.town, &error))
}

async fn page(
    app: &AppState,
    visitor: &Visitor,
    after: Option<After>,
    view: Option<View>,
) -> Result<Response> {
    let mut tx = app.storage.read().await?;
    let categories = tx.categories().await?;
    let names: BTreeMap<&CategoryCode, &str> = categories
        .iter()
        .filter(|category| category.public)
        .map(|category| (&category.code, category.name.get(visitor.language)))
        .collect();
    let codes: Vec<&str> = names.keys().map(|code| code.as_str()).collect();
    let records = tx.open_problems(&codes, after, PAGE).await?;
    let ids: Vec<RequestId> = records.iter().map(|record| record.id).collect();
    let followers = tx.followers(&ids).await?;
    let problems = records.iter().zip(1..).map(|(record, rank)| Problem {
        category: names
            .get(&record.category)
            .copied()
            .unwrap_or_default()
            .to_owned(),
        followers: followers.iter().filter(|(first, _)| *first == record.id).count(),
        ..problem(app, visitor, record, rank)
    });
    let full = records.len() == PAGE as usize;
    let points: Vec<Position> = records
        .iter()
        .filter_map(|record| record.place.position)
        .collect();
    let view = view.or_else(|| View::of_all(&points, MARGIN));
    let source = view.and_then(|_| map::attribution(app));
    let values = context! {
        problems => problems.collect::<Vec<_>>(),
        dots => view.map(|view| dots(records.iter().map(|record| &record.place), view)),
        ways => view.filter(|_| source.is_some()).map(ways),
        view => view.map(View::code),
        here => after.map(|after| name_of(after.at, after.id)),
        source,
        side => SIDE,
        older => records.last().filter(|_| full).map(name),
        later => after.is_some(),
    };
    let mut response = visitor.page(&app.config.town, "problems", "problems.html", values)?;
    if !response.headers().contains_key(header::SET_COOKIE) {
        let cached = HeaderValue::from_static(CACHED);
        response.headers_mut().insert(header::CACHE_CONTROL, cached);
    }
    Ok(response)
}

fn problem(app: &AppState, visitor: &Visitor, record: &RequestRecord, rank: usize) -> Problem {
    let text = visitor.text();
    let calendar = Calendar::of_zone(&app.config.town.time_zone);
    Problem {
        rank,
        number: record.number.to_string(),
        category: String::new(),
        place: place_words(&record.place, text),
        stage: record.stage.code(),
        stage_name: text.word("request-stage", record.stage.code()),
        since: text.date(calendar.local(record.received_at).date()),
        followers: 0,
    }
}

/// Points in a view, north above.
fn dots<'a>(places: impl Iterator<Item = &'a Place>, view: View) -> Vec<Dot> {
    let points = (1..).zip(places).filter_map(|(rank, place)| {
        let (x, y) = view.pixel(place.position?);
        let inside = 0.0..=SIDE;
        (inside.contains(&x) && inside.contains(&y)).then(|| Dot {
            rank,
            x: format!("{x:.1}"),
            y: format!("{y:.1}"),
        })
    });
    points.collect()
}

/// A way to another view.
#[derive(Debug, Serialize)]
struct Way {
    step: &'static str,
    view: String,
}

fn ways(view: View) -> Vec<Way> {
    let way = |step: Step| Way {
        step: step.code(),
        view: view.after(step).code(),
    };
    Step::ALL.map(way).into()
}

/// A page ends at a problem, so that new ones move nothing.
fn name(last: &RequestRecord) -> String {
    name_of(last.received_at, last.id.0)
}

fn name_of(at: WallTime, id: Uuid) -> String {
    format!("{}.{}", at.0, id.simple())
}

fn parse(text: &str) -> Option<After> {
    let (at, id) = text.split_once('.')?;
    Some(After {
        at: WallTime(at.parse().ok()?),
        id: Uuid::try_parse(id).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(latitude: f64, longitude: f64) -> Place {
        Place {
            position: Position::new(latitude, longitude).ok(),
            ..Place::default()
        }
    }

    #[test]
    fn points_lie_within_the_view_with_north_above() {
        let places = [place(60.17, 24.94), Place::default(), place(60.19, 24.96)];
        let points: Vec<Position> = places.iter().filter_map(|place| place.position).collect();
        let view = View::of_all(&points, MARGIN).unwrap();
        let all = dots(places.iter(), view);
        let numbers: Vec<(usize, f64, f64)> = all
            .iter()
            .map(|dot| (dot.rank, dot.x.parse().unwrap(), dot.y.parse().unwrap()))
            .collect();
        let [(1, x, y), (3, farther, higher)] = numbers.as_slice() else {
            panic!("{numbers:?}")
        };
        assert!(x < farther && y > higher);
        assert!(
            dots(places.iter(), view.after(Step::In)).is_empty(),
            "out of sight"
        );
    }

    #[test]
    fn a_single_point_stands_in_the_middle() {
        let places = [place(60.17, 24.94)];
        let view = View::of_all(&[places[0].position.unwrap()], MARGIN).unwrap();
        let one = dots(places.iter(), view);
        assert_eq!((one[0].x.as_str(), one[0].y.as_str()), ("144.0", "144.0"));
    }
}
