//! Streets as a few long paths: drawn once, then only moved and scaled.
use std::{collections::BTreeMap, fmt::Write as _, rc::Rc};

use dioxus::prelude::*;
use kuitti_shared::domain::Position;

use super::mercator::PlanePoint;

/// How important a street is; the higher, the broader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StreetClass {
    /// Footways, cycleways, steps.
    Path,
    /// Streets with houses.
    Street,
    /// Through streets.
    Main,
}

/// The streets of a town, ready to be drawn. Cheap to clone; equal only to its own clones.
#[derive(Debug, Clone)]
pub struct Streets(Rc<Drawn>);

#[derive(Debug)]
struct Drawn {
    origin: PlanePoint,
    corners: Option<(PlanePoint, PlanePoint)>,
    paths: BTreeMap<StreetClass, String>,
    names: Vec<StreetName>,
}

/// Where a street's name is written: the middle of its longest straight piece.
#[derive(Debug, Clone, PartialEq)]
struct StreetName {
    name: String,
    x: f64,
    y: f64,
    length: f64,
}

impl PartialEq for Streets {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Default for Streets {
    fn default() -> Self {
        Self::new(Vec::<(StreetClass, Option<String>, Vec<Position>)>::new())
    }
}

impl Streets {
    /// Prepares the drawing of lines, each with its class and name.
    pub fn new(lines: impl IntoIterator<Item = (StreetClass, Option<String>, Vec<Position>)>) -> Self {
        let lines: Vec<_> = lines
            .into_iter()
            .map(|(class, name, line)| {
                (
                    class,
                    name,
                    line.into_iter().map(PlanePoint::of).collect::<Vec<_>>(),
                )
            })
            .collect();
        let corners = corners(lines.iter().flat_map(|(.., line)| line));
        let origin = corners.map_or_else(PlanePoint::default, |(low, _)| low);
        let mut paths: BTreeMap<StreetClass, String> = BTreeMap::new();
        let mut names: BTreeMap<String, StreetName> = BTreeMap::new();
        for (class, name, line) in lines {
            draw(paths.entry(class).or_default(), &line, origin);
            if let Some(label) = name.and_then(|name| longest_piece(name, &line, origin)) {
                let kept = names.entry(label.name.clone()).or_insert_with(|| label.clone());
                if kept.length < label.length {
                    *kept = label;
                }
            }
        }
        let mut names: Vec<_> = names.into_values().collect();
        names.sort_by(|one, other| other.length.total_cmp(&one.length));
        Self(Rc::new(Drawn {
            origin,
            corners,
            paths,
            names,
        }))
    }

    pub(crate) fn origin(&self) -> PlanePoint {
        self.0.origin
    }

    pub(crate) fn corners(&self) -> Option<[PlanePoint; 2]> {
        self.0.corners.map(|(low, high)| [low, high])
    }
}

fn corners<'a>(points: impl Iterator<Item = &'a PlanePoint>) -> Option<(PlanePoint, PlanePoint)> {
    points.fold(None, |corners, point| {
        let (low, high) = corners.unwrap_or((*point, *point));
        Some((
            PlanePoint {
                x: low.x.min(point.x),
                y: low.y.min(point.y),
            },
            PlanePoint {
                x: high.x.max(point.x),
                y: high.y.max(point.y),
            },
        ))
    })
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

fn longest_piece(name: String, line: &[PlanePoint], origin: PlanePoint) -> Option<StreetName> {
    line.iter()
        .zip(line.iter().skip(1))
        .map(|(from, to)| StreetName {
            name: String::new(),
            x: f64::midpoint(from.x, to.x) - origin.x,
            y: f64::midpoint(from.y, to.y) - origin.y,
            length: (to.x - from.x).hypot(to.y - from.y),
        })
        .max_by(|one, other| one.length.total_cmp(&other.length))
        .map(|piece| StreetName { name, ..piece })
}

/// Edges below, surfaces above, so that crossings are open.
#[component]
pub(crate) fn StreetLines(streets: Streets, zoom: f64) -> Element {
    let layers = streets.0.paths.iter();
    let widths = layers
        .clone()
        .map(|(class, path)| (width(*class, zoom), path.clone()));
    let widths: Vec<_> = widths.collect();
    rsx! {
        for (width, path) in widths.clone() {
            path { class: "map-street-edge", d: path, stroke_width: "{width + 2.0}", "vector-effect": "non-scaling-stroke" }
        }
        for (width, path) in widths {
            path { class: "map-street", d: path, stroke_width: "{width}", "vector-effect": "non-scaling-stroke" }
        }
    }
}

fn width(class: StreetClass, zoom: f64) -> f64 {
    let step = (zoom - 14.0).clamp(-2.0, 5.0);
    match class {
        StreetClass::Path => (1.0 + step * 0.4).max(0.5),
        StreetClass::Street => (3.0 + step * 1.8).max(1.0),
        StreetClass::Main => (5.0 + step * 2.4).max(1.5),
    }
}

/// Names that have room at this zoom, longest streets first.
#[component]
pub(crate) fn StreetNames(streets: Streets, scale: f64) -> Element {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    let mut shown = Vec::new();
    for label in &streets.0.names {
        let (x, y) = (label.x * scale, label.y * scale);
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
