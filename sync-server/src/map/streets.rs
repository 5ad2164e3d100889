//! Finding a street by its name, in the map that the town made of its extract.

use std::path::Path;

use kuitti_shared::api::map::BaseMap;
use kuitti_shared::domain::Position;

use super::serve;

/// Can streets be looked up here?
pub(crate) fn are_known(data: &Path) -> bool {
    data.join(serve::FILE).is_file()
}

/// The middle of the street that an address names; house numbers and what stands behind a comma do not count. One that only
/// begins so will do where none is called exactly so.
pub(crate) fn find(data: &Path, address: &str) -> Option<Position> {
    let map: BaseMap = serde_json::from_slice(&std::fs::read(data.join(serve::FILE)).ok()?).ok()?;
    let wanted = street_of(address);
    if wanted.is_empty() {
        return None;
    }
    let named = || {
        let shapes = map.shapes.iter();
        shapes.filter_map(|shape| Some((shape.name.as_ref()?.to_lowercase(), shape)))
    };
    let exact = named().find(|(name, _)| *name == wanted);
    let found = exact.or_else(|| named().find(|(name, _)| name.starts_with(&wanted)));
    let corners = found?.1.positions();
    corners.get(corners.len() / 2).copied()
}

fn street_of(address: &str) -> String {
    let street = address.split(',').next().unwrap_or_default();
    let words = street.split_whitespace();
    let words = words.take_while(|word| !word.chars().any(char::is_numeric));
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use kuitti_shared::api::map::{Shape, ShapeKind};

    use super::*;

    #[test]
    fn a_street_is_found_as_people_write_addresses() {
        let directory = tempfile::tempdir().unwrap();
        let street = |name: &str, north: i32| Shape {
            kind: ShapeKind::Street,
            name: Some(name.to_owned()),
            points: vec![north, 2_494_000, 100, 100, 100, 100],
        };
        let map = BaseMap {
            shapes: vec![street("Unioninkatu", 6_017_000), street("Union", 6_018_000)],
            ..BaseMap::default()
        };
        assert!(!are_known(directory.path()));
        assert_eq!(find(directory.path(), "Unioninkatu 5"), None);
        std::fs::write(
            directory.path().join(serve::FILE),
            serde_json::to_vec(&map).unwrap(),
        )
        .unwrap();
        assert!(are_known(directory.path()));
        let latitude = |address: &str| find(directory.path(), address).map(|at| at.latitude());
        assert_eq!(latitude("unioninkatu 36 B, 2nd floor"), Some(60.171));
        assert_eq!(latitude("Union"), Some(60.181));
        assert_eq!(latitude("Unioni"), Some(60.171));
        for nowhere in ["", "36", "Snellmaninkatu"] {
            assert_eq!(latitude(nowhere), None, "{nowhere}");
        }
    }
}
