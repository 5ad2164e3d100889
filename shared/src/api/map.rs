//! The base map. Public data: `GET /api/map/streets` is drawn as SVG without WebGL; `GET /api/map/pack` says which file of tiles
//! devices keep, and `GET /api/map/tiles/{sha256}` is that file, also in parts.

use serde::{Deserialize, Serialize};

use crate::domain::Position;
use crate::id::Sha256Hex;

/// Streets and areas of a town.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BaseMap {
    /// Whose data it is: has to stand on every map.
    pub attribution: String,
    /// South, west, north, east in degrees.
    pub bounds: [f64; 4],
    /// Lines and outlines, the widest first.
    pub shapes: Vec<Shape>,
}

/// The file of map tiles for devices. Its address never changes its content, so that a download goes on where it stopped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MapPack {
    /// Hash of the whole file, and its name.
    pub sha256: Sha256Hex,
    /// Bytes.
    pub size: u64,
    /// Whose data it is: has to stand on every map.
    pub attribution: String,
    /// South, west, north, east in degrees.
    pub bounds: [f64; 4],
    /// Nearer zooms have no tiles: the last ones are enlarged.
    pub last_zoom: u8,
}

/// One line or outline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shape {
    /// What it is.
    pub kind: ShapeKind,
    /// Name, when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Latitude and longitude in turn, in hundred-thousandths of a degree; the first pair whole, the others as differences.
    pub points: Vec<i32>,
}

impl Shape {
    /// The corners as positions; a pair outside the earth is left out.
    #[must_use]
    pub fn positions(&self) -> Vec<Position> {
        let (mut latitude, mut longitude) = (0_i32, 0_i32);
        let pairs = self.points.chunks_exact(2).filter_map(|pair| {
            let [north, east] = pair else { return None };
            latitude = latitude.saturating_add(*north);
            longitude = longitude.saturating_add(*east);
            Position::new(f64::from(latitude) / 1e5, f64::from(longitude) / 1e5).ok()
        });
        pairs.collect()
    }
}

/// What a shape is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ShapeKind {
    /// Water, an outline.
    Water,
    /// A park, an outline.
    Park,
    /// A building, an outline.
    Building,
    /// A main street.
    MainStreet,
    /// A street.
    Street,
    /// A way for walking or cycling.
    Path,
    /// A railway or tram.
    Rail,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_its_first_corner_and_steps() {
        let shape = Shape {
            kind: ShapeKind::Street,
            name: None,
            points: vec![6_017_000, 2_494_000, -10, 25],
        };
        let corners: Vec<_> = shape
            .positions()
            .iter()
            .map(|at| (at.latitude(), at.longitude()))
            .collect();
        assert_eq!(corners, [(60.17, 24.94), (60.1699, 24.94025)]);
    }
}
