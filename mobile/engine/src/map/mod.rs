//! The street map on the device: a file of tiles, fetched once, read without network.
//!
//! ```text
//! server --download--> parts of 256 kB as files --parts--> any span of the map --tiles--> one tile for the screen
//! ```
//! A map is used when all of it is here and its hash is right. Until then the one before stays in use.

mod download;
mod parts;
mod tiles;

pub(crate) use download::refresh;
pub(crate) use tiles::{Shelf, tile};

use kuitti_shared::id::Sha256Hex;
use rusqlite::Connection;

use crate::error::EngineError;
use crate::protocol::{MapOnPhone, MapState};
use crate::store::{Result, meta};

/// The map that is used, and how much of the next one is here.
pub(crate) fn view(store: &Connection, arrived: u64) -> std::result::Result<MapOnPhone, EngineError> {
    let here = meta::get(store, &meta::MAP)?;
    let next = meta::get(store, &meta::NEXT_MAP)?;
    let state = match (&here, &next) {
        (_, Some(next)) => MapState::Coming {
            arrived,
            size: next.size,
        },
        (Some(here), None) => MapState::Here { size: here.size },
        (None, None) => MapState::None,
    };
    Ok(MapOnPhone { state, here })
}

/// The maps whose files are kept.
pub(crate) fn kept(store: &Connection) -> Result<Vec<Sha256Hex>> {
    let packs = [meta::get(store, &meta::MAP)?, meta::get(store, &meta::NEXT_MAP)?];
    Ok(packs.into_iter().flatten().map(|pack| pack.sha256).collect())
}
