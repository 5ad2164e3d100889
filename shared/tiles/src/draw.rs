//! An archive from the base map. Layers are named as in the OpenMapTiles schema, so that one style draws these tiles and those
//! that other programs make of larger extracts.

use std::collections::BTreeMap;
use std::io::{Seek, Write};
use std::ops::RangeInclusive;

use geo::orient::Direction;
use geo::{
    BooleanOps as _, BoundingRect as _, Coord, LineString, MultiLineString, Orient as _, Polygon, Rect,
    Simplify as _,
};
use kuitti_shared::api::map::{BaseMap, Shape, ShapeKind};
use mvt::{Feature, GeomEncoder, GeomType, Layer, Tile};
use pmtiles::{PmTilesWriter, TileCoord, TileType};

use crate::MakeError;

/// From a whole town to a street corner; screens enlarge the last.
const ZOOMS: RangeInclusive<u8> = 10..=15;
/// Steps along a tile's side.
const EXTENT: u32 = 4_096;
/// What is drawn beyond a tile's side, so that the width of a line is not cut.
const MARGIN: f64 = 64.0;
/// Corners nearer than this to a straight line are left out: half a pixel.
const TOLERANCE: f64 = 8.0;

/// A shape on the world's square: 0 to 1 from west to east and from north to south.
struct Drawing<'a> {
    shape: &'a Shape,
    corners: Vec<Coord>,
}

/// What is in a tile, layer by layer.
type Layers<'a> = BTreeMap<&'static str, Vec<Mark<'a>>>;

/// One line or area of a tile, its corners in steps.
struct Mark<'a> {
    shape: &'a Shape,
    corners: Vec<(i32, i32)>,
}

/// Writes the archive of a base map.
///
/// # Errors
/// When there is nothing to draw or the archive cannot be written.
pub fn draw(map: &BaseMap, out: impl Write + Seek) -> Result<(), MakeError> {
    if map.shapes.is_empty() {
        return Err(MakeError::Empty);
    }
    let drawings: Vec<_> = map.shapes.iter().map(Drawing::of).collect();
    let [south, west, north, east] = map.bounds;
    let mut archive = PmTilesWriter::new(TileType::Mvt)
        .min_zoom(*ZOOMS.start())
        .max_zoom(*ZOOMS.end())
        .bounds(west, south, east, north)
        .center(f64::midpoint(west, east), f64::midpoint(south, north))
        .center_zoom(14)
        .metadata(r#"{"vector_layers":[]}"#)
        .create(out)?;
    for zoom in ZOOMS {
        for (tile, layers) in tiles(&drawings, zoom) {
            archive.add_tile(tile_at(tile)?, &coded(&layers)?)?;
        }
    }
    Ok(archive.finalize()?)
}

impl<'a> Drawing<'a> {
    fn of(shape: &'a Shape) -> Self {
        let corners = shape.positions().into_iter();
        let on_square = |latitude: f64, longitude: f64| Coord {
            x: (longitude + 180.0) / 360.0,
            // Source: EPSG:3857, spherical Mercator.
            y: (1.0 - latitude.to_radians().tan().asinh() / std::f64::consts::PI) / 2.0,
        };
        Self {
            shape,
            corners: corners
                .map(|at| on_square(at.latitude(), at.longitude()))
                .collect(),
        }
    }

    /// The corners in steps of a zoom, without those that nobody would see.
    fn at(&self, zoom: u8) -> LineString {
        let steps = f64::from(1_u32 << zoom) * f64::from(EXTENT);
        let corners = self.corners.iter().map(|at| *at * steps);
        LineString::from_iter(corners).simplify(TOLERANCE)
    }

    /// The layer and the first zoom in which it is drawn.
    const fn place(&self) -> (&'static str, u8) {
        match self.shape.kind {
            ShapeKind::Water => ("water", 0),
            ShapeKind::Park => ("park", 11),
            ShapeKind::Building => ("building", 14),
            ShapeKind::MainStreet => ("transportation", 0),
            ShapeKind::Street => ("transportation", 12),
            ShapeKind::Rail => ("transportation", 11),
            ShapeKind::Path => ("transportation", 14),
        }
    }
}

const fn is_area(kind: ShapeKind) -> bool {
    matches!(kind, ShapeKind::Water | ShapeKind::Park | ShapeKind::Building)
}

/// The tiles of a zoom, by number in the archive.
fn tiles<'a>(drawings: &[Drawing<'a>], zoom: u8) -> BTreeMap<(u64, crate::TileAddress), Layers<'a>> {
    let mut tiles: BTreeMap<_, Layers<'a>> = BTreeMap::new();
    for drawing in drawings {
        let (layer, first) = drawing.place();
        let line = drawing.at(zoom);
        let Some(around) = line.bounding_rect().filter(|_| zoom >= first) else {
            continue;
        };
        for tile in touched(around, zoom) {
            let Some(number) = tile.number() else { continue };
            for corners in within(&line, is_area(drawing.shape.kind), tile) {
                let mark = Mark {
                    shape: drawing.shape,
                    corners,
                };
                tiles
                    .entry((number, tile))
                    .or_default()
                    .entry(layer)
                    .or_default()
                    .push(mark);
            }
        }
    }
    tiles
}

/// The tiles that a rectangle touches, margin included.
fn touched(around: Rect, zoom: u8) -> impl Iterator<Item = crate::TileAddress> {
    let last = f64::from((1_u32 << zoom) - 1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "kept within the tiles that there are"
    )]
    let tile = move |steps: f64| (steps / f64::from(EXTENT)).floor().clamp(0.0, last) as u32;
    let columns = tile(around.min().x - MARGIN)..=tile(around.max().x + MARGIN);
    let rows = tile(around.min().y - MARGIN)..=tile(around.max().y + MARGIN);
    columns.flat_map(move |x| rows.clone().map(move |y| crate::TileAddress { z: zoom, x, y }))
}

/// The parts of a line or an area that a tile shows, in steps from its upper left corner.
fn within(line: &LineString, is_area: bool, tile: crate::TileAddress) -> Vec<Vec<(i32, i32)>> {
    let origin = Coord {
        x: f64::from(tile.x),
        y: f64::from(tile.y),
    } * f64::from(EXTENT);
    let margin = Coord { x: MARGIN, y: MARGIN };
    let side = Coord {
        x: f64::from(EXTENT),
        y: f64::from(EXTENT),
    };
    let frame = Rect::new(origin - margin, origin + side + margin).to_polygon();
    let pieces: Vec<LineString> = if is_area {
        let parts = Polygon::new(line.clone(), Vec::new()).intersection(&frame);
        // The outline of an area runs so that its surveyor's area is positive (Mapbox Vector Tile 2.1, 4.3.4.4).
        let parts = parts.into_iter().map(|part| part.orient(Direction::Default));
        parts.map(|part| part.into_inner().0).collect()
    } else {
        frame.clip(&MultiLineString::new(vec![line.clone()]), false).0
    };
    let fewest = if is_area { 3 } else { 2 };
    let pieces = pieces.iter().map(|piece| steps(piece, origin, is_area));
    pieces.filter(|corners| corners.len() >= fewest).collect()
}

/// Whole steps, none twice in a row. An outline's last corner is not repeated.
#[expect(clippy::cast_possible_truncation, reason = "a tile has few steps")]
fn steps(piece: &LineString, origin: Coord, is_area: bool) -> Vec<(i32, i32)> {
    let corners = piece.coords().map(|at| *at - origin);
    let mut corners: Vec<_> = corners
        .map(|at| (at.x.round() as i32, at.y.round() as i32))
        .collect();
    corners.dedup();
    if is_area && corners.first() == corners.last() {
        corners.pop();
    }
    corners
}

fn tile_at((_, tile): (u64, crate::TileAddress)) -> Result<TileCoord, MakeError> {
    Ok(TileCoord::new(tile.z, tile.x, tile.y)?)
}

fn coded(layers: &Layers<'_>) -> Result<Vec<u8>, MakeError> {
    let mut tile = Tile::new(EXTENT);
    for (name, marks) in layers {
        let mut layer = tile.create_layer(name);
        for mark in marks {
            layer = mark.on(layer)?.into_layer();
        }
        tile.add_layer(layer)?;
        let mut names = tile.create_layer("transportation_name");
        for mark in marks.iter().filter(|mark| mark.shape.name.is_some()) {
            names = mark.named_on(names)?;
        }
        if names.num_features() > 0 {
            tile.add_layer(names)?;
        }
    }
    Ok(tile.to_bytes()?)
}

impl Mark<'_> {
    fn on(&self, layer: Layer) -> Result<Feature, MakeError> {
        let is_area = is_area(self.shape.kind);
        let kind = if is_area {
            GeomType::Polygon
        } else {
            GeomType::Linestring
        };
        let mut geometry = GeomEncoder::new(kind);
        for (x, y) in &self.corners {
            geometry.add_point(f64::from(*x), f64::from(*y))?;
        }
        let mut feature = layer.into_feature(geometry.encode()?);
        if !is_area {
            feature.add_tag_string("class", class(self.shape.kind));
        }
        Ok(feature)
    }

    fn named_on(&self, layer: Layer) -> Result<Layer, MakeError> {
        let mut feature = self.on(layer)?;
        if let Some(name) = &self.shape.name {
            feature.add_tag_string("name", name);
        }
        Ok(feature.into_layer())
    }
}

/// As the schema calls ways.
const fn class(kind: ShapeKind) -> &'static str {
    match kind {
        ShapeKind::MainStreet => "primary",
        ShapeKind::Street => "minor",
        ShapeKind::Rail => "rail",
        _ => "path",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::{Archive, Found, TileAddress};

    /// A street of 400 m in the middle of Helsinki, and a square of water beside it.
    fn town() -> BaseMap {
        let shape = |kind, name: Option<&str>, points| Shape {
            kind,
            name: name.map(str::to_owned),
            points,
        };
        BaseMap {
            attribution: "© OpenStreetMap contributors".to_owned(),
            bounds: [60.165, 24.935, 60.18, 24.955],
            shapes: vec![
                shape(
                    ShapeKind::Water,
                    None,
                    vec![6_016_900, 2_494_000, 50, 0, 0, 100, -50, 0, 0, -100],
                ),
                shape(
                    ShapeKind::MainStreet,
                    Some("Unioninkatu"),
                    vec![6_017_000, 2_494_000, 200, 700],
                ),
                shape(ShapeKind::Path, None, vec![6_017_000, 2_494_000, 0, 100]),
            ],
        }
    }

    fn read(archive: &[u8], tile: TileAddress) -> Option<Vec<u8>> {
        let open = Archive::open(archive).unwrap();
        let mut found = open.find(tile);
        loop {
            let part = |span: crate::Span| {
                let start = usize::try_from(span.offset).unwrap();
                &archive[start..start + usize::try_from(span.length).unwrap()]
            };
            found = match found {
                Found::Nothing => return None,
                Found::Tile(span) => return Some(open.tile(part(span)).unwrap()),
                Found::Directory(span) => open.find_in(part(span), tile).unwrap(),
            };
        }
    }

    fn has(tile: &[u8], word: &str) -> bool {
        tile.windows(word.len()).any(|window| window == word.as_bytes())
    }

    #[test]
    fn what_is_drawn_is_found_again() {
        let mut file = Cursor::new(Vec::new());
        draw(&town(), &mut file).unwrap();
        let file = file.into_inner();
        let open = Archive::open(&file).unwrap();
        assert_eq!(open.zooms, (10, 15));
        assert!(
            open.bounds
                .iter()
                .zip(town().bounds)
                .all(|(one, other)| (one - other).abs() < 1e-6)
        );
        // 60.170 N, 24.940 E.
        let near = read(
            &file,
            TileAddress {
                z: 15,
                x: 18_654,
                y: 9_484,
            },
        )
        .unwrap();
        assert!(has(&near, "Unioninkatu") && has(&near, "water") && has(&near, "path"));
        let far = read(
            &file,
            TileAddress {
                z: 10,
                x: 582,
                y: 296,
            },
        )
        .unwrap();
        assert!(
            has(&far, "primary") && !has(&far, "path"),
            "paths come with the nearer zooms"
        );
        assert_eq!(
            read(
                &file,
                TileAddress {
                    z: 15,
                    x: 18_700,
                    y: 9_485
                }
            ),
            None
        );
    }

    #[test]
    fn a_line_is_cut_at_the_side_of_its_tile() {
        let line = LineString::from(vec![(4_000.0, 100.0), (5_000.0, 100.0)]);
        let tile = TileAddress { z: 10, x: 0, y: 0 };
        assert_eq!(within(&line, false, tile), [vec![(4_000, 100), (4_160, 100)]]);
        let next = TileAddress { x: 1, ..tile };
        assert_eq!(within(&line, false, next), [vec![(-64, 100), (904, 100)]]);
    }

    #[test]
    fn a_map_without_anything_is_no_archive() {
        let drawn = draw(&BaseMap::default(), Cursor::new(Vec::new()));
        assert!(matches!(drawn, Err(MakeError::Empty)));
    }
}
