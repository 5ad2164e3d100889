//! The base map: streets and areas from an OpenStreetMap extract, made once, drawn by the console and the field app.
//!
//! ```text
//! town.osm.pbf --extract--> lines and outlines --line--> fewer corners, coded --> DATA/map.json --serve--> browsers
//! ```
//! - [`extract`]: reads an extract; ways that leave it are cut where their nodes are missing
//! - [`kinds`]: which tags are drawn as what
//! - [`coast`]: the sea has no outline of its own, only a shore
//! - [`line`]: simplification and coding
//! - [`serve`]: `GET /api/map/streets`

mod coast;
mod extract;
mod kinds;
mod line;
mod serve;

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use axum::Router;
use axum::routing::get;
use kuitti_shared::api::map::BaseMap;

use crate::app::AppState;

/// What goes wrong while a map is made.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// The extract cannot be read.
    #[error("the extract cannot be read as OpenStreetMap PBF: {0}")]
    Extract(#[from] osmpbf::Error),
    /// There is nothing to draw.
    #[error("the extract has no streets")]
    Empty,
    /// The map cannot be written.
    #[error("the map cannot be written")]
    File(#[from] std::io::Error),
    /// The map cannot be put into JSON.
    #[error("the map cannot be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// The addresses of the base map.
pub fn router() -> Router<AppState> {
    Router::new().route("/api/map/streets", get(serve::streets))
}

/// Makes the map of an extract for the town in `data`. A server that runs serves it from then on.
///
/// # Errors
/// When the extract cannot be read or the map cannot be written; an older map then stays.
pub fn make(extract: &Path, data: &Path) -> Result<BaseMap, MapError> {
    let map = extract::base_map(extract)?;
    std::fs::create_dir_all(data)?;
    let part = data.join("map.json.part");
    let mut file = File::create(&part)?;
    file.write_all(&serde_json::to_vec(&map)?)?;
    file.sync_all()?;
    std::fs::rename(part, data.join(serve::FILE))?;
    Ok(map)
}
