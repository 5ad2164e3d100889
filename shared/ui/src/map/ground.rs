//! The ground of the map: a few long paths, drawn once and then only moved and scaled.
use std::{collections::BTreeMap, fmt::Write as _, rc::Rc};

use dioxus::prelude::*;
use kuitti_shared::api::map::{BaseMap, ShapeKind};
use kuitti_shared::domain::Position;

use super::mercator::PlanePoint;

/// What is drawn below what.
const AREAS: [ShapeKind; 3] = [ShapeKind::Park, ShapeKind::Water, ShapeKind::Building];
const WAYS: [ShapeKind; 3] = [ShapeKind::Path, ShapeKind::Street, ShapeKind::MainStreet];

/// A base map, ready to be drawn. Cheap to clone; equal only to its own clones.
#[derive(Debug, Clone, Default)]
pub struct Ground(Rc<Drawn>);

#[derive(Debug, Default)]
struct Drawn {
    attribution: String,
    origin: PlanePoint,
    corners: Option<[PlanePoint; 2]>,
    paths: BTreeMap<ShapeKind, String>,
    names: Vec<StreetName>,
}

/// Where a street's name is written: the middle of its longest straight piece.
#[derive(Debug, Clone, PartialEq)]
struct StreetName {
    name: String,
    at: PlanePoint,
    length: f64,
}

impl PartialEq for Ground {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Ground {
    /// Prepares the drawing.
    pub fn new(map: &BaseMap) -> Self {
        let corners = corners(map.bounds);
        let mut drawn = Drawn {
            attribution: map.attribution.clone(),
            origin: corners.map_or_else(PlanePoint::default, |[low, _]| low),
            corners,
            ..Drawn::default()
        };
        let mut names: BTreeMap<String, StreetName> = BTreeMap::new();
        for shape in &map.shapes {
            let line: Vec<_> = shape.positions().into_iter().map(PlanePoint::of).collect();
            draw(drawn.paths.entry(shape.kind).or_default(), &line, drawn.origin);
            if let Some(label) = shape.name.as_ref().filter(|_| WAYS.contains(&shape.kind)) {
                keep_longest(&mut names, label, &line);
            }
        }
        drawn.names = names.into_values().collect();
        drawn
            .names
            .sort_by(|one, other| other.length.total_cmp(&one.length));
        Self(Rc::new(drawn))
    }

    pub(crate) fn attribution(&self) -> &str {
        &self.0.attribution
    }

    pub(crate) fn origin(&self) -> PlanePoint {
        self.0.origin
    }

    pub(crate) fn corners(&self) -> Option<[PlanePoint; 2]> {
        self.0.corners
    }
}

fn corners([south, west, north, east]: [f64; 4]) -> Option<[PlanePoint; 2]> {
    let upper_left = Position::new(north, west).ok()?;
    let lower_right = Position::new(south, east).ok()?;
    (north > south).then(|| [PlanePoint::of(upper_left), PlanePoint::of(lower_right)])
}

fn draw(path: &mut String, line: &[PlanePoint], origin: PlanePoint) {
    for (place, point) in line.iter().enumerate() {
        let command = if place == 0 { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(
            path,
            "{command}{:.0} {:.0}",
            point.x - origin.x,
            point.y - origin.y
        );
    }
}

fn keep_longest(names: &mut BTreeMap<String, StreetName>, name: &str, line: &[PlanePoint]) {
    let pieces = line.iter().zip(line.iter().skip(1)).map(|(from, to)| StreetName {
        name: name.to_owned(),
        at: PlanePoint {
            x: f64::midpoint(from.x, to.x),
            y: f64::midpoint(from.y, to.y),
        },
        length: (to.x - from.x).hypot(to.y - from.y),
    });
    for piece in pieces {
        if names.get(name).is_none_or(|kept| kept.length < piece.length) {
            names.insert(name.to_owned(), piece);
        }
    }
}

/// Areas, then the edges of all ways, then their surfaces, so that crossings are open.
#[component]
pub(crate) fn GroundShapes(ground: Ground, zoom: f64) -> Element {
    let path = |kind: &ShapeKind| ground.0.paths.get(kind).cloned();
    let areas: Vec<_> = AREAS
        .iter()
        .filter_map(|kind| Some((area_class(*kind), path(kind)?)))
        .collect();
    let ways: Vec<_> = WAYS
        .iter()
        .filter_map(|kind| Some((width(*kind, zoom), path(kind)?)))
        .collect();
    let rails = path(&ShapeKind::Rail);
    rsx! {
        for (class, path) in areas {
            path { class, d: path }
        }
        for (width, path) in ways.clone() {
            path { class: "map-street-edge", d: path, stroke_width: "{width + 2.0}", "vector-effect": "non-scaling-stroke" }
        }
        for (width, path) in ways {
            path { class: "map-street", d: path, stroke_width: "{width}", "vector-effect": "non-scaling-stroke" }
        }
        if let Some(path) = rails {
            path { class: "map-rail", d: path, "vector-effect": "non-scaling-stroke" }
        }
    }
}

const fn area_class(kind: ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Water => "map-water",
        ShapeKind::Park => "map-park",
        _ => "map-building",
    }
}

fn width(kind: ShapeKind, zoom: f64) -> f64 {
    let step = (zoom - 14.0).clamp(-2.0, 5.0);
    match kind {
        ShapeKind::MainStreet => (5.0 + step * 2.4).max(1.5),
        ShapeKind::Street => (3.0 + step * 1.8).max(1.0),
        _ => (0.8 + step * 0.5).max(0.5),
    }
}

/// Names that have room at this scale, longest pieces first.
#[component]
pub(crate) fn StreetNames(ground: Ground, scale: f64) -> Element {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    let mut shown = Vec::new();
    let origin = ground.origin();
    for label in &ground.0.names {
        let (x, y) = ((label.at.x - origin.x) * scale, (label.at.y - origin.y) * scale);
        #[expect(clippy::cast_precision_loss, reason = "names are short")]
        let half = label.name.chars().count() as f64 * 3.2;
        let crowded = taken.iter().any(|(other_x, other_y, other_half)| {
            (x - other_x).abs() < half + other_half + 8.0 && (y - other_y).abs() < 16.0
        });
        if label.length * scale > half && !crowded {
            taken.push((x, y, half));
            shown.push((x, y, label.name.clone()));
        }
    }
    rsx! {
        for (x, y, name) in shown {
            text { key: "{name}", class: "map-label", x: "{x:.1}", y: "{y + 4.0:.1}", "{name}" }
        }
    }
}
