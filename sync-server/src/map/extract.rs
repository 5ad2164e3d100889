//! Reads an extract. Ways come after their nodes in every extract that is sorted; the second pass makes others work too.

use std::collections::HashMap;
use std::path::Path;

use kuitti_shared::api::map::{BaseMap, Shape, ShapeKind};
use osmpbf::{Element, ElementReader};

use super::MapError;
use super::coast::{self, Bounds};
use super::kinds::{self, Meaning};
use super::line::{Corner, encode, simplify};

/// The licence (ODbL) asks for it on every map.
pub(super) const ATTRIBUTION: &str = "© OpenStreetMap contributors";
/// About two metres: less than the width of a line on the screen.
const TOLERANCE: f64 = 2.0;

/// A way with the corners that the extract has, in pieces where some are missing.
struct Way {
    meaning: Meaning,
    name: Option<String>,
    pieces: Vec<Vec<Corner>>,
}

/// The base map of an extract.
pub(super) fn base_map(extract: &Path) -> Result<BaseMap, MapError> {
    let nodes = nodes(extract)?;
    let ways = ways(extract, &nodes)?;
    let streets = ways.iter().filter(|way| matches!(way.meaning, Meaning::Line(_)));
    let corners = streets.flat_map(|way| way.pieces.iter().flatten().copied());
    let bounds = Bounds::around(corners).ok_or(MapError::Empty)?;
    let mut shapes: Vec<Shape> = Vec::new();
    let mut shores = Vec::new();
    for way in ways {
        match way.meaning {
            Meaning::Shore => shores.extend(way.pieces),
            Meaning::Line(kind) => shapes.extend(
                way.pieces
                    .iter()
                    .filter_map(|line| shape(kind, way.name.as_ref(), line)),
            ),
            Meaning::Area(kind) => shapes.extend(
                way.pieces
                    .iter()
                    .filter(|line| is_closed(line))
                    .filter_map(|line| shape(kind, None, line)),
            ),
        }
    }
    let sea = coast::sea(shores, bounds);
    shapes.extend(
        sea.iter()
            .filter_map(|outline| shape(ShapeKind::Water, None, outline)),
    );
    // Streets that belong together stand together, which also packs better.
    shapes.sort_by(|one, other| (rank(one.kind), &one.name).cmp(&(rank(other.kind), &other.name)));
    let degrees = |hundred_thousandths: i32| f64::from(hundred_thousandths) / 1e5;
    Ok(BaseMap {
        attribution: ATTRIBUTION.to_owned(),
        bounds: [bounds.south, bounds.west, bounds.north, bounds.east].map(degrees),
        shapes,
    })
}

fn nodes(extract: &Path) -> Result<HashMap<i64, Corner>, MapError> {
    let mut nodes = HashMap::new();
    ElementReader::from_path(extract)?.for_each(|element| {
        let (id, north, east) = match element {
            Element::Node(node) => (node.id(), node.decimicro_lat(), node.decimicro_lon()),
            Element::DenseNode(node) => (node.id(), node.decimicro_lat(), node.decimicro_lon()),
            Element::Way(_) | Element::Relation(_) => return,
        };
        let corner = Corner {
            north: rounded(north),
            east: rounded(east),
        };
        nodes.insert(id, corner);
    })?;
    Ok(nodes)
}

/// Ten-millionths of a degree as hundred-thousandths.
const fn rounded(ten_millionths: i32) -> i32 {
    (ten_millionths + 50).div_euclid(100)
}

fn ways(extract: &Path, nodes: &HashMap<i64, Corner>) -> Result<Vec<Way>, MapError> {
    let mut ways = Vec::new();
    ElementReader::from_path(extract)?.for_each(|element| {
        let Element::Way(way) = element else { return };
        let Some((meaning, name)) = kinds::read(way.tags()) else {
            return;
        };
        ways.push(Way {
            meaning,
            name: name.map(str::to_owned),
            pieces: pieces(way.refs().map(|id| nodes.get(&id).copied())),
        });
    })?;
    Ok(ways)
}

/// A way is cut where corners are missing; what is shorter than a line is dropped.
fn pieces(corners: impl Iterator<Item = Option<Corner>>) -> Vec<Vec<Corner>> {
    let mut pieces = vec![Vec::new()];
    for corner in corners {
        match (corner, pieces.last_mut()) {
            (Some(corner), Some(piece)) => piece.push(corner),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

fn is_closed(line: &[Corner]) -> bool {
    line.len() > 3 && line.first() == line.last()
}

fn shape(kind: ShapeKind, name: Option<&String>, line: &[Corner]) -> Option<Shape> {
    let simple = simplify(line, TOLERANCE);
    (simple.len() > 1).then(|| Shape {
        kind,
        name: name.cloned(),
        points: encode(&simple),
    })
}

/// The widest first.
const fn rank(kind: ShapeKind) -> u8 {
    match kind {
        ShapeKind::Water => 0,
        ShapeKind::Park => 1,
        ShapeKind::Building => 2,
        ShapeKind::MainStreet => 3,
        ShapeKind::Street => 4,
        ShapeKind::Path => 5,
        ShapeKind::Rail => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_cut_where_its_corners_are_missing() {
        let corner = |east| Some(Corner { north: 0, east });
        let cut = pieces(
            [
                corner(1),
                corner(2),
                None,
                None,
                corner(5),
                None,
                corner(7),
                corner(8),
            ]
            .into_iter(),
        );
        let easts: Vec<Vec<i32>> = cut
            .iter()
            .map(|piece| piece.iter().map(|at| at.east).collect())
            .collect();
        assert_eq!(easts, [vec![1, 2], vec![7, 8]]);
    }

    #[test]
    fn degrees_are_rounded_on_both_sides_of_the_equator() {
        assert_eq!(
            [601_699_149, 601_699_150, -149, -151].map(rounded),
            [6_016_991, 6_016_992, -1, -2]
        );
    }

    #[test]
    fn central_helsinki_becomes_a_map_that_a_phone_can_load() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/maps/Helsinki.osm.pbf");
        if !file.is_file() {
            eprintln!("not run: there is no {}", file.display());
            return;
        }
        let data = tempfile::tempdir().unwrap();
        super::super::make(&file, data.path()).unwrap();
        let size = std::fs::metadata(data.path().join("map.json")).unwrap().len();
        assert!(size < 1_500_000, "{size} bytes");
        let map = base_map(&file).unwrap();
        let [south, west, north, east] = map.bounds;
        assert!((60.16..60.17).contains(&south) && (60.17..60.19).contains(&north));
        assert!((24.93..24.94).contains(&west) && (24.95..24.96).contains(&east));
        let has = |kind, name: Option<&str>| {
            let of_kind = map.shapes.iter().filter(|shape| shape.kind == kind);
            of_kind
                .into_iter()
                .any(|shape| name.is_none() || shape.name.as_deref() == name)
        };
        assert!(has(ShapeKind::MainStreet, Some("Mannerheimintie")));
        assert!(has(ShapeKind::Street, Some("Unioninkatu")));
        for kind in [
            ShapeKind::Water,
            ShapeKind::Park,
            ShapeKind::Building,
            ShapeKind::Path,
            ShapeKind::Rail,
        ] {
            assert!(has(kind, None), "{kind:?}");
        }
    }

    #[test]
    fn what_is_no_extract_is_said_to_be_none() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("town.osm.pbf");
        std::fs::write(&file, b"<html>not found</html>").unwrap();
        assert!(matches!(base_map(&file), Err(MapError::Extract(_))));
        assert!(matches!(
            base_map(&directory.path().join("none")),
            Err(MapError::Extract(_))
        ));
    }
}
