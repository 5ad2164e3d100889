//! From a few letters to a place: streets of the base map by name, and the nearest street to a picked point.
use std::collections::BTreeMap;

use kuitti_shared::{
    api::map::{BaseMap, Shape, ShapeKind},
    domain::Position,
    written::searchable,
};

const MOST: usize = 7;

/// A street that fits what was typed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Street {
    /// Its name with the house number that was typed.
    pub(super) address: String,
    /// The middle of its longest piece; house numbers are not known.
    pub(super) middle: Position,
}

/// Streets whose name, or a word of it, begins with what was typed; whole names first.
pub(super) fn streets_like(map: &BaseMap, typed: &str) -> Vec<Street> {
    let (wanted, number) = split_number(typed);
    let wanted = searchable(wanted);
    if wanted.chars().count() < 2 {
        return Vec::new();
    }
    let mut found: BTreeMap<(bool, String), &Shape> = BTreeMap::new();
    for (name, shape) in named_streets(map) {
        let small = searchable(name);
        let whole = small.starts_with(&wanted);
        if whole || small.split(' ').any(|word| word.starts_with(&wanted)) {
            let kept = found.entry((!whole, name.to_owned())).or_insert(shape);
            if kept.points.len() < shape.points.len() {
                *kept = shape;
            }
        }
    }
    let address = |name: String| {
        if number.is_empty() {
            name
        } else {
            format!("{name} {number}")
        }
    };
    found
        .into_iter()
        .filter_map(|((_, name), shape)| {
            Some(Street {
                address: address(name),
                middle: middle(shape)?,
            })
        })
        .take(MOST)
        .collect()
}

/// The name of the street nearest to a point.
pub(super) fn nearest_street(map: &BaseMap, point: Position) -> Option<String> {
    let narrowing = point.latitude().to_radians().cos();
    let distance = |corner: &Position| {
        let (north, east) = (
            corner.latitude() - point.latitude(),
            (corner.longitude() - point.longitude()) * narrowing,
        );
        north.hypot(east)
    };
    let nearest = |shape: &Shape| shape.positions().iter().map(distance).min_by(f64::total_cmp);
    named_streets(map)
        .filter_map(|(name, shape)| Some((nearest(shape)?, name)))
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name.to_owned())
}

fn named_streets(map: &BaseMap) -> impl Iterator<Item = (&str, &Shape)> {
    let is_way = |shape: &&Shape| {
        matches!(
            shape.kind,
            ShapeKind::MainStreet | ShapeKind::Street | ShapeKind::Path
        )
    };
    map.shapes
        .iter()
        .filter(is_way)
        .filter_map(|shape| Some((shape.name.as_deref()?, shape)))
}

fn middle(shape: &Shape) -> Option<Position> {
    let corners = shape.positions();
    corners.get(corners.len() / 2).copied()
}

/// "Fabianinkatu 24 b" as name and number.
fn split_number(typed: &str) -> (&str, &str) {
    let typed = typed.trim();
    let digit = typed.char_indices().find(|(place, character)| {
        character.is_ascii_digit() && typed.get(..*place).is_some_and(|before| before.ends_with(' '))
    });
    match digit.and_then(|(place, _)| typed.split_at_checked(place)) {
        Some((name, number)) => (name.trim(), number),
        None => (typed, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town() -> BaseMap {
        let street = |name: &str, north: i32| Shape {
            kind: ShapeKind::Street,
            name: Some(name.into()),
            points: vec![6_017_000 + north, 2_494_000, 0, 100, 0, 100],
        };
        let shapes = vec![
            street("Fabianinkatu", 0),
            street("Pohjoinen Fabiankuja", 300),
            street("Unioninkatu", 900),
        ];
        BaseMap {
            shapes,
            ..BaseMap::default()
        }
    }

    #[test]
    fn a_few_letters_find_the_street_and_keep_the_number() {
        let found: Vec<_> = streets_like(&town(), "fabian 24 b")
            .into_iter()
            .map(|street| street.address)
            .collect();
        assert_eq!(found, ["Fabianinkatu 24 b", "Pohjoinen Fabiankuja 24 b"]);
        assert!(streets_like(&town(), "f").is_empty());
    }

    #[test]
    fn a_point_is_named_by_its_street() {
        let point = Position::new(60.178_9, 24.941).unwrap();
        assert_eq!(nearest_street(&town(), point).as_deref(), Some("Unioninkatu"));
    }
}
