//! The place of a problem on a map that needs no script: the map is a button that says where it was pressed, and others that
//! lead around. Each sends the form as it is and shows it again, so that nothing typed is lost.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::Response;
use kuitti_shared::domain::Position;
use serde::Serialize;
use tokio::task::spawn_blocking;

use super::form::{self, Typed, Unreadable};
use super::page::Visitor;
use super::report;
use crate::app::{App, AppState};
use crate::auth::{Attempt, Caller};
use crate::error::Result;
use crate::map::view::{SIDE, Step, View};
use crate::map::{self, streets};

/// What asks for the street that was typed.
const FIND: &str = "find";

/// The map as the form shows it.
#[derive(Debug, Serialize)]
pub(super) struct PlaceMap {
    picture: String,
    view: String,
    side: f64,
    source: String,
    steps: Vec<&'static str>,
    finds: bool,
    /// The place, when one is chosen.
    pinned: Option<String>,
}

impl PlaceMap {
    /// The map for what was typed; none where the town has none.
    pub(super) async fn of(app: &App, typed: &Typed) -> Result<Option<Self>> {
        let Some(source) = map::attribution(app) else {
            return Ok(None);
        };
        let Some(view) = shown(app, typed).await? else {
            return Ok(None);
        };
        let pin = pinned(typed);
        let point = |at: Position| format!("{:.5},{:.5}", at.latitude(), at.longitude());
        let address = format!("/map/picture.svg?view={}", view.code());
        Ok(Some(Self {
            picture: match pin {
                Some(pin) => format!("{address}&pin={}", point(pin)),
                None => address,
            },
            view: view.code(),
            side: SIDE,
            source,
            steps: Step::ALL.map(Step::code).into(),
            finds: streets::are_known(&app.data),
            pinned: pin.map(point),
        }))
    }
}

/// Takes a look, or a place, and shows the form again.
pub(super) async fn choose(
    State(app): State<AppState>,
    visitor: Visitor,
    Caller(peer): Caller,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let attempt = app
        .limits
        .take(Attempt::Place, &peer.to_string(), app.clock.now());
    if let Err(busy) = attempt {
        return visitor.trouble(&app.config.town, &busy);
    }
    let unreadable = Unreadable(StatusCode::BAD_REQUEST, "citizen-form-unreadable");
    let sent = match form {
        Ok(form) => form::read(form).await,
        Err(_) => Err(unreadable),
    };
    let mut typed = match sent {
        Ok(sent) => sent.typed,
        Err(unreadable) => return report::refuse(&app, &visitor, unreadable),
    };
    let page = async {
        typed.lost = look(&app, &mut typed).await?;
        report::page(&app, &visitor, &typed, &[]).await
    };
    page.await
        .unwrap_or_else(|error| visitor.trouble(&app.config.town, &error))
}

/// Follows what was pressed. True when a street was asked for that nobody knows.
async fn look(app: &App, typed: &mut Typed) -> Result<bool> {
    let Some(mut view) = shown(app, typed).await? else {
        return Ok(false);
    };
    let mut lost = false;
    if typed.step == FIND {
        let (data, address) = (app.data.clone(), typed.place.clone());
        let street = spawn_blocking(move || streets::find(&data, &address)).await;
        match street.ok().flatten() {
            Some(street) => view = View::near(street),
            None => lost = true,
        }
    } else if let Some(step) = Step::from_code(&typed.step) {
        view = view.after(step);
    } else if let Some(place) = pressed(view, &typed.map_x, &typed.map_y) {
        typed.latitude = format!("{:.5}", place.latitude());
        typed.longitude = format!("{:.5}", place.longitude());
    }
    typed.view = view.code();
    Ok(lost)
}

/// Where the map was pressed. A keyboard has no place on a picture and says nothing but the corner: then it is the middle.
fn pressed(view: View, x: &str, y: &str) -> Option<Position> {
    let (x, y): (f64, f64) = (x.parse().ok()?, y.parse().ok()?);
    let inside = 0.0..=SIDE;
    if x == 0.0 && y == 0.0 {
        return Some(view.centre());
    }
    (inside.contains(&x) && inside.contains(&y)).then(|| view.point(x, y))?
}

/// Where the map stands: where it was, at the place that was typed, or over the whole town.
async fn shown(app: &App, typed: &Typed) -> Result<Option<View>> {
    if let Some(view) = View::from_code(&typed.view).or_else(|| pinned(typed).map(View::near)) {
        return Ok(Some(view));
    }
    let zones = app.storage.look().await?.zones().await?;
    let corners: Vec<Position> = zones.into_iter().flat_map(|zone| zone.outline).collect();
    Ok(View::of_all(&corners, 0.0).or_else(|| map::middle(app)))
}

fn pinned(typed: &Typed) -> Option<Position> {
    map::position(&format!("{},{}", typed.latitude, typed.longitude))
}
