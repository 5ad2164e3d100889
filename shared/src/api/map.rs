//! The base map: `GET /api/map/streets`. Public data, drawn as SVG without WebGL.

use serde::{Deserialize, Serialize};

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
