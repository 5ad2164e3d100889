//! A piece of the street map as a picture that the server draws: for pages without a script. `GET /map/picture.svg?view=...`
//! draws it from the town's file of tiles; a town without one has no such picture, and pages then show points only.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kuitti_shared::api::map::MapPack;
use kuitti_shared::domain::Position;
use kuitti_tiles::{Archive, Feature, Found, Span, TileAddress, features};
use serde::Deserialize;
use tokio::task::spawn_blocking;

use super::pack;
use super::view::{SIDE, View};
use crate::app::{App, AppState};
use crate::error::{Error, Result};
use crate::http::extract::Query;

/// A map changes seldom, and a picture that is an hour old harms nobody.
const CACHING: &str = "public, max-age=3600";
/// No part of an archive that is read at once is longer.
const LONGEST: u64 = 8 << 20;

/// The layer of streets, paths and rails.
const WAYS: &str = "transportation";
/// How things look, the lowest first: layer, beginning of the class, area or line, colour by day and by night, width at the
/// nearest zooms.
const LOOKS: &[(&str, &str, Look)] = &[
    ("water", "", Look::Area("#a9cfe0", "#12303d")),
    ("park", "", Look::Area("#cfe3c4", "#1b2f24")),
    ("landcover", "grass", Look::Area("#dcebd2", "#192c22")),
    ("landcover", "wood", Look::Area("#cfe3c4", "#1b2f24")),
    ("building", "", Look::Area("#dcd8d0", "#24312f")),
    (WAYS, "rail", Look::Line("#9aa0a6", "#5b696b", 1.5)),
    (WAYS, "path", Look::Line("#b9a98c", "#6b6350", 1.0)),
    (WAYS, "track", Look::Line("#b9a98c", "#6b6350", 1.0)),
    (WAYS, "service", Look::Line("#ffffff", "#2e4144", 2.0)),
    (WAYS, "minor", Look::Line("#ffffff", "#36494c", 4.0)),
    (WAYS, "tertiary", Look::Line("#ffffff", "#3d5154", 5.0)),
    (WAYS, "secondary", Look::Line("#ffe9a8", "#5a5236", 6.0)),
    (WAYS, "primary", Look::Line("#ffe9a8", "#5a5236", 6.0)),
    (WAYS, "trunk", Look::Line("#ffd479", "#6b5630", 6.0)),
    (WAYS, "motorway", Look::Line("#ffd479", "#6b5630", 6.0)),
];
/// Names of streets on one picture.
const NAMES: usize = 9;

#[derive(Clone, Copy)]
enum Look {
    Area(&'static str, &'static str),
    Line(&'static str, &'static str, f64),
}

impl Look {
    /// What a style says of it, in the colours of the day or of the night.
    fn style(self, by_night: bool) -> String {
        match self {
            Self::Area(day, night) => format!("fill:{}", if by_night { night } else { day }),
            Self::Line(day, night, _) => format!("stroke:{}", if by_night { night } else { day }),
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Wanted {
    /// Where, as [`View::code`].
    view: String,
    /// A pin, as latitude and longitude.
    #[serde(default)]
    pin: Option<String>,
}

/// Draws a picture.
pub(crate) async fn show(State(app): State<AppState>, Query(wanted): Query<Wanted>) -> Result<Response> {
    let view = View::from_code(&wanted.view).ok_or_else(no_view)?;
    let pin = wanted.pin.as_deref().and_then(position);
    let data = app.data.clone();
    let drawn = spawn_blocking(move || drawn(&data, view, pin)).await;
    let svg = drawn.map_err(|error| Error::Internal(error.to_string()))??;
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, CACHING),
    ];
    Ok((headers, svg).into_response())
}

/// Whose data the town's map is; none where it has no map.
pub(crate) fn attribution(app: &App) -> Option<String> {
    read_pack(&app.data).ok().map(|pack| pack.attribution)
}

/// The whole map.
pub(crate) fn middle(app: &App) -> Option<View> {
    let [south, west, north, east] = read_pack(&app.data).ok()?.bounds;
    let corners =
        [(south, west), (north, east)].map(|(latitude, longitude)| Position::new(latitude, longitude).ok());
    View::of_all(&corners.into_iter().flatten().collect::<Vec<_>>(), 0.0)
}

fn read_pack(data: &Path) -> Result<MapPack> {
    let about = std::fs::read(pack::about(data))?;
    serde_json::from_slice(&about).map_err(|error| Error::Internal(error.to_string()))
}

/// A pair of degrees.
pub(crate) fn position(text: &str) -> Option<Position> {
    let (latitude, longitude) = text.split_once(',')?;
    Position::new(latitude.trim().parse().ok()?, longitude.trim().parse().ok()?).ok()
}

fn drawn(data: &Path, view: View, pin: Option<Position>) -> Result<String> {
    let pack = read_pack(data).map_err(|_| no_map())?;
    let mut tiles = Tiles::open(&pack::file(data, &pack.sha256))?;
    let mut found = Vec::new();
    for (tile, corner, side) in view.tiles(tiles.archive.zooms) {
        for feature in features(&tiles.read(tile)?) {
            found.push((feature, corner, side));
        }
    }
    Ok(picture(&found, view, pin))
}

/// The file of tiles, and what its beginning says.
struct Tiles {
    file: File,
    archive: Archive,
}

impl Tiles {
    fn open(path: &Path) -> Result<Self> {
        let mut file = File::open(path)?;
        let mut start = Vec::new();
        file.by_ref().take(Archive::START).read_to_end(&mut start)?;
        let archive = Archive::open(&start).map_err(damaged)?;
        Ok(Self { file, archive })
    }

    /// A tile, unpacked; empty where the map has nothing.
    fn read(&mut self, tile: TileAddress) -> Result<Vec<u8>> {
        let mut found = self.archive.find(tile);
        // A directory leads to a directory at most twice.
        for _ in 0..3 {
            match found {
                Found::Nothing => return Ok(Vec::new()),
                Found::Tile(span) => {
                    let bytes = self.part(span)?;
                    return self.archive.tile(&bytes).map_err(damaged);
                }
                Found::Directory(span) => {
                    let bytes = self.part(span)?;
                    found = self.archive.find_in(&bytes, tile).map_err(damaged)?;
                }
            }
        }
        Ok(Vec::new())
    }

    fn part(&mut self, span: Span) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(span.offset))?;
        self.file
            .by_ref()
            .take(span.length.min(LONGEST))
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// A thing of the map, with the corner and the side of its tile.
type Placed = (Feature, (f64, f64), f64);

fn picture(found: &[Placed], view: View, pin: Option<Position>) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\" width=\"{SIDE}\" height=\"{SIDE}\">\
         <style>{}</style><path class=\"ground\" d=\"M0 0h{SIDE}v{SIDE}H0z\"/>",
        styles()
    );
    for (number, (layer, class, look)) in LOOKS.iter().enumerate() {
        let here = found
            .iter()
            .filter(|(feature, ..)| feature.layer == *layer && feature.class.starts_with(class));
        let path: String = here.map(|placed| path(placed, *look)).collect();
        if path.is_empty() {
            continue;
        }
        // Nothing is ever printed that came with the map: coordinates are numbers, and names are escaped.
        let drawn = match look {
            Look::Area(..) => write!(
                svg,
                "<path class=\"l{number}\" fill-rule=\"evenodd\" d=\"{path}\"/>"
            ),
            Look::Line(.., width) => {
                let width = width * view.narrower();
                write!(
                    svg,
                    "<g fill=\"none\" stroke-linecap=\"round\"><path class=\"edge\" stroke-width=\"{:.1}\" d=\"{path}\"/>\
                     <path class=\"l{number}\" stroke-width=\"{width:.1}\" d=\"{path}\"/></g>",
                    width + view.narrower().min(1.0)
                )
            }
        };
        if drawn.is_err() {
            break;
        }
    }
    svg.push_str(&names(found));
    if let Some(pin) = pin {
        svg.push_str(&marker(view.pixel(pin)));
    }
    svg.push_str("</svg>");
    svg
}

/// The colours of everything, as pages have them: those of the night where its reader prefers them.
fn styles() -> String {
    let colours = |by_night: bool, [ground, edge, name, halo]: [&str; 4]| {
        let kinds = LOOKS.iter().enumerate();
        let kinds: String = kinds
            .map(|(number, (.., look))| format!(".l{number}{{{}}}", look.style(by_night)))
            .collect();
        format!(".ground{{fill:{ground}}}.edge{{stroke:{edge}}}.name{{fill:{name};stroke:{halo}}}{kinds}")
    };
    let day = colours(false, ["#f2efe9", "#cfc8bb", "#3b3b3b", "#fff"]);
    let night = colours(true, ["#16211f", "#0b1414", "#c3d1d1", "#16211f"]);
    format!("{day}@media (prefers-color-scheme:dark){{{night}}}")
}

/// The parts that are in sight, in tenths of a pixel, each corner as a step from the one before.
fn path((feature, corner, side): &Placed, look: Look) -> String {
    let is_area = matches!(look, Look::Area(..));
    if is_area != feature.is_area {
        return String::new();
    }
    let parts = feature.parts.iter().map(|part| placed(part, *corner, *side));
    let seen = parts.filter(|part| is_in_sight(part));
    seen.map(|part| steps(&part, is_area)).collect()
}

fn placed(part: &[(f64, f64)], corner: (f64, f64), side: f64) -> Vec<(f64, f64)> {
    let place = |(x, y): &(f64, f64)| (corner.0 + x * side, corner.1 + y * side);
    part.iter().map(place).collect()
}

fn is_in_sight(part: &[(f64, f64)]) -> bool {
    const ROOM: f64 = 8.0;
    let beyond = |side: fn(&(f64, f64)) -> bool| part.iter().all(side);
    !part.is_empty()
        && !beyond(|at| at.0 < -ROOM)
        && !beyond(|at| at.0 > SIDE + ROOM)
        && !beyond(|at| at.1 < -ROOM)
        && !beyond(|at| at.1 > SIDE + ROOM)
}

#[expect(clippy::cast_possible_truncation, reason = "pixels near a picture")]
fn steps(part: &[(f64, f64)], is_area: bool) -> String {
    let whole = |value: f64| (value.clamp(-2_000.0, 2_000.0)).round() as i32;
    let mut corners: Vec<(i32, i32)> = part.iter().map(|(x, y)| (whole(*x), whole(*y))).collect();
    corners.dedup();
    if corners.len() < 2 {
        return String::new();
    }
    let (mut path, mut last) = (String::new(), (0, 0));
    for (index, (x, y)) in corners.into_iter().enumerate() {
        if index == 0 {
            path.push_str(&format!("M{x} {y}"));
        } else {
            let lead = if index == 1 { "l" } else { " " };
            path.push_str(&format!("{lead}{} {}", x - last.0, y - last.1));
        }
        last = (x, y);
    }
    if is_area {
        path.push('z');
    }
    path
}

/// Names of the streets with the longest straight pieces in sight, each once.
fn names(found: &[Placed]) -> String {
    let mut labels: Vec<Label> = Vec::new();
    for (feature, corner, side) in found.iter().filter(|placed| is_named(&placed.0)) {
        for part in &feature.parts {
            for pair in placed(part, *corner, *side).windows(2) {
                labels.extend(Label::along(&feature.name, pair));
            }
        }
    }
    labels.sort_by(|one, other| {
        other
            .length
            .total_cmp(&one.length)
            .then(one.name.cmp(&other.name))
    });
    let mut shown: Vec<&Label> = Vec::new();
    for label in &labels {
        if shown.len() < NAMES && shown.iter().all(|other| other.leaves_room_for(label)) {
            shown.push(label);
        }
    }
    shown.into_iter().map(Label::written).collect()
}

fn is_named(feature: &Feature) -> bool {
    let carries = matches!(feature.layer.as_str(), WAYS | "transportation_name");
    carries && !feature.is_area && !feature.name.is_empty()
}

/// A street's name at a straight piece of it.
struct Label {
    name: String,
    middle: (f64, f64),
    degrees: f64,
    length: f64,
}

impl Label {
    /// Where the piece is long enough for the name and the middle in sight.
    fn along(name: &str, pair: &[(f64, f64)]) -> Option<Self> {
        let [(x, y), (to_x, to_y)] = *pair else {
            return None;
        };
        let (right, down) = (to_x - x, to_y - y);
        let length = right.hypot(down);
        let middle = (f64::midpoint(x, to_x), f64::midpoint(y, to_y));
        let room = 30.0..=SIDE - 30.0;
        let needed = 5.5 * f64::from(u32::try_from(name.chars().count()).unwrap_or(u32::MAX));
        let fits = length >= needed && room.contains(&middle.0) && room.contains(&middle.1);
        let degrees = (down / right).atan().to_degrees();
        (fits && degrees.is_finite()).then(|| Self {
            name: name.to_owned(),
            middle,
            degrees,
            length,
        })
    }

    fn leaves_room_for(&self, other: &Self) -> bool {
        let (right, down) = (self.middle.0 - other.middle.0, self.middle.1 - other.middle.1);
        self.name != other.name && right.hypot(down) > 36.0
    }

    fn written(&self) -> String {
        let (x, y) = self.middle;
        let name = minijinja::HtmlEscape(&self.name);
        format!(
            "<text class=\"name\" transform=\"translate({x:.0} {y:.0}) rotate({:.0})\" dy=\"3\" font-family=\"system-ui,sans-serif\" \
             font-size=\"10\" text-anchor=\"middle\" stroke-width=\"2.5\" \
             paint-order=\"stroke\">{name}</text>",
            self.degrees
        )
    }
}

/// A pin whose point is at the place.
fn marker((x, y): (f64, f64)) -> String {
    format!(
        "<g transform=\"translate({x:.1} {y:.1})\"><path d=\"M0 0C-3-9-11-13-11-21a11 11 0 0 1 22 0C11-13 3-9 0 0z\" \
         fill=\"#b3261e\" stroke=\"#fff\" stroke-width=\"2\"/><circle cy=\"-21\" r=\"4\" fill=\"#fff\"/></g>"
    )
}

fn no_map() -> Error {
    Error::not_found("no_map", "The town has no such map.")
}

fn no_view() -> Error {
    Error::invalid(
        "view_unreadable",
        "A view is a latitude, a longitude and a zoom: 60.17,24.94,15.",
    )
}

fn damaged(error: kuitti_tiles::ArchiveError) -> Error {
    Error::Internal(error.to_string())
}
