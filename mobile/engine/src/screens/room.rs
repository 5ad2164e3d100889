//! What takes room on the phone.

use rusqlite::Connection;

use crate::protocol::RoomOnPhone;
use crate::store::{Result, meta, upload};

pub(crate) fn room(store: &Connection) -> Result<RoomOnPhone> {
    let sizes = upload::sizes(store)?;
    let map = meta::get(store, &meta::MAP)?;
    Ok(RoomOnPhone {
        unsent_photos: sizes.unsent.0,
        unsent_bytes: sizes.unsent.1,
        sent_photos: sizes.sent.0,
        sent_bytes: sizes.sent.1,
        map_bytes: map.map_or(0, |map| map.size),
        keeping: meta::get(store, &meta::TOWN)?
            .map(|town| town.keeping)
            .unwrap_or_default(),
    })
}
