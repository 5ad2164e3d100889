//! What the street map shows, whoever draws it.

use serde::Serialize;

/// What the map needs to know when it is opened.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MapOptions {
    /// South, west, north, east in degrees: what is shown while there is nothing else.
    pub bounds: [f64; 4],
    /// The last zoom that has tiles.
    pub last_zoom: u8,
    /// Whose data it is.
    pub attribution: String,
    /// What the map is called, for screen readers.
    pub label: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
}

/// What is on the map.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct OnMap {
    /// Places to go to, each with its number.
    pub stops: Vec<Stop>,
    /// Where the phone is.
    pub position: Option<Here>,
}

/// A place to go to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stop {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Where a press leads.
    pub href: String,
    /// What it is, for screen readers.
    pub label: String,
    /// What stands in it.
    pub number: String,
    /// Its tone's code.
    pub tone: &'static str,
    /// How far to the right of its place it stands, in widths of a sign: those at one place stand beside each other.
    pub beside: f64,
}

/// Where the phone is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Here {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// What it is, for screen readers.
    pub label: String,
}
