//! Photos on their way to the server.
//!
//! ```text
//! queued -> arrived        the server asks again: back to queued (SYNC.md rule 11)
//!   |-----> parked         one bad item never blocks the rest; a new try begins with "sync now"
//! ```

use std::collections::BTreeSet;

use kuitti_shared::domain::PhotoRole;
use kuitti_shared::id::{OpId, OrderId, PhotoId, Sha256Hex};
use kuitti_shared::sync::town::PhotoKeeping;
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::{Millis, WallTime};
use rusqlite::{Connection, Row, params};

use super::Result;
use super::column::{self, Column, Json};

/// A photo's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Upload {
    /// Which photo.
    pub(crate) photo: PhotoId,
    /// The operation that announced it.
    pub(crate) op_id: OpId,
    /// On which order; a photo of a report has none.
    pub(crate) order: Option<OrderId>,
    /// Hash of its bytes, also their name in the place for files.
    pub(crate) sha256: Sha256Hex,
    /// What it shows.
    pub(crate) role: PhotoRole,
    /// Bytes.
    pub(crate) size: u64,
    /// What its bytes are.
    pub(crate) kind: UploadKind,
    /// When it was made.
    pub(crate) made_at: WallTime,
    /// The upload's address at the server, once there is one.
    pub(crate) place: Option<String>,
    /// Bytes that the server has acknowledged.
    pub(crate) sent: u64,
    /// Where it stands.
    pub(crate) state: UploadState,
}

/// Where an upload stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum UploadState {
    /// To be sent.
    Queued,
    /// Set aside, with the code of the reason.
    Parked(String),
    /// The server has all bytes.
    Arrived,
}

const COLUMNS: &str = "photo, op_id, order_id, sha256, role, size, made_at, place, sent, state, reason, kind";

fn read(row: &Row<'_>) -> Result<Upload> {
    let state: String = row.get(9)?;
    let reason: Option<String> = row.get(10)?;
    let Json(role) = row.get(4)?;
    Ok(Upload {
        photo: column::get(row, 0)?,
        op_id: column::get(row, 1)?,
        order: column::get_optional(row, 2)?,
        sha256: column::get(row, 3)?,
        role,
        size: column::get(row, 5)?,
        kind: UploadKind::of(row.get_ref(11)?.as_str()?),
        made_at: column::get(row, 6)?,
        place: row.get(7)?,
        sent: column::get(row, 8)?,
        state: match state.as_str() {
            "queued" => UploadState::Queued,
            "arrived" => UploadState::Arrived,
            _ => UploadState::Parked(reason.unwrap_or_default()),
        },
    })
}

fn list(store: &Connection, condition: &str, parameters: impl rusqlite::Params) -> Result<Vec<Upload>> {
    let mut query = store.prepare_cached(&format!("SELECT {COLUMNS} FROM upload {condition}"))?;
    query.query_map(parameters, read)?.collect()
}

/// Puts a photo into the queue.
pub(crate) fn enqueue(store: &Connection, upload: &Upload) -> Result<()> {
    store
        .prepare_cached(
            "INSERT INTO upload (photo, op_id, order_id, sha256, role, size, made_at, kind, sent, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 'queued')",
        )?
        .execute(params![
            upload.photo.stored(),
            upload.op_id.stored(),
            upload.order.as_ref().map(Column::stored),
            upload.sha256.stored(),
            Json(&upload.role),
            upload.size.stored(),
            upload.made_at.stored(),
            upload.kind.code(),
        ])?;
    Ok(())
}

/// Photos to send, the oldest first.
pub(crate) fn queued(store: &Connection) -> Result<Vec<Upload>> {
    list(store, "WHERE state = 'queued' ORDER BY made_at, photo", [])
}

/// Every photo of this phone, the latest first.
pub(crate) fn all(store: &Connection) -> Result<Vec<Upload>> {
    list(store, "ORDER BY made_at DESC, photo DESC", [])
}

/// The photos that this phone made at an order.
pub(crate) fn on_order(store: &Connection, order: OrderId) -> Result<Vec<Upload>> {
    list(store, "WHERE order_id = ?1 ORDER BY made_at", [order.stored()])
}

/// One photo.
pub(crate) fn find(store: &Connection, photo: PhotoId) -> Result<Option<Upload>> {
    Ok(list(store, "WHERE photo = ?1", [photo.stored()])?.pop())
}

/// The server has given the upload an address and has `sent` bytes.
pub(crate) fn progress(store: &Connection, photo: PhotoId, place: Option<&str>, sent: u64) -> Result<()> {
    store
        .prepare_cached("UPDATE upload SET place = ?2, sent = ?3 WHERE photo = ?1")?
        .execute(params![photo.stored(), place, sent.stored()])?;
    Ok(())
}

/// The server has all bytes, since `now`, the later of the phone's clock and the town's.
pub(crate) fn arrive(store: &Connection, photo: PhotoId, now: WallTime) -> Result<()> {
    store
        .prepare_cached(
            "UPDATE upload SET state = 'arrived', sent = size, place = NULL, arrived_at = ?2 WHERE photo = ?1",
        )?
        .execute(params![photo.stored(), now.stored()])?;
    Ok(())
}

/// Sets a photo aside with the code of the reason.
pub(crate) fn park(store: &Connection, photo: PhotoId, reason: &str) -> Result<()> {
    store
        .prepare_cached(
            "UPDATE upload SET state = 'parked', place = NULL, sent = 0, reason = ?2 WHERE photo = ?1",
        )?
        .execute(params![photo.stored(), reason])?;
    Ok(())
}

/// Tries parked photos again.
pub(crate) fn unpark(store: &Connection) -> Result<usize> {
    store.execute(
        "UPDATE upload SET state = 'queued', reason = NULL WHERE state = 'parked'",
        [],
    )
}

/// The server asks for bytes that it had or should have: what arrived before it was asked goes again, and what says that
/// it arrived after the answer, because a clock was wrong.
pub(crate) fn send_again(
    store: &Connection,
    sha256: &Sha256Hex,
    asked_at: WallTime,
    answered_at: WallTime,
) -> Result<usize> {
    store
        .prepare_cached(
            "UPDATE upload SET state = 'queued', place = NULL, sent = 0, arrived_at = NULL
             WHERE sha256 = ?1 AND state = 'arrived' AND (arrived_at < ?2 OR arrived_at > ?3)",
        )?
        .execute(params![sha256.stored(), asked_at.stored(), answered_at.stored()])
}

/// A server that came back from a backup may lack photos, and asks for them only whom it knows to have announced them: not for
/// those of reports, nor a device that had to be enrolled anew. What it has is not sent again: it says so when it is offered.
pub(crate) fn offer_arrived_again(store: &Connection) -> Result<usize> {
    store.execute(
        "UPDATE upload SET state = 'queued', place = NULL, sent = 0, arrived_at = NULL WHERE state = 'arrived'",
        [],
    )
}

/// Every hash that some photo still needs.
pub(crate) fn hashes(store: &Connection) -> Result<BTreeSet<Sha256Hex>> {
    let mut query = store.prepare_cached("SELECT DISTINCT sha256 FROM upload")?;
    query.query_map([], |row| column::get(row, 0))?.collect()
}

/// How many photos are only on this phone, with their unsent bytes and since when.
pub(crate) fn queued_count(store: &Connection) -> Result<(u64, u64, Option<WallTime>)> {
    store
        .prepare_cached(
            "SELECT count(*), coalesce(sum(size - sent), 0), min(made_at) FROM upload WHERE state = 'queued'",
        )?
        .query_row([], |row| {
            Ok((
                column::get(row, 0)?,
                column::get(row, 1)?,
                column::get_optional(row, 2)?,
            ))
        })
}

/// The content of photos that the office does not have, those set aside included, the oldest first.
pub(crate) fn unsent(store: &Connection) -> Result<Vec<Sha256Hex>> {
    let mut query = store.prepare_cached(
        "SELECT sha256 FROM upload WHERE state <> 'arrived' GROUP BY sha256 ORDER BY min(made_at), sha256",
    )?;
    query.query_map([], |row| column::get(row, 0))?.collect()
}

/// How many photos the office has or has not, with their bytes. One content counts once.
pub(crate) fn sizes(store: &Connection) -> Result<Sizes> {
    store
        .prepare_cached(
            "SELECT coalesce(sum(NOT sent), 0), coalesce(sum(size) FILTER (WHERE NOT sent), 0),
                    coalesce(sum(sent), 0), coalesce(sum(size) FILTER (WHERE sent), 0)
             FROM (SELECT max(size) AS size, min(state = 'arrived') AS sent FROM upload GROUP BY sha256)",
        )?
        .query_row([], |row| {
            Ok(Sizes {
                unsent: (column::get(row, 0)?, column::get(row, 1)?),
                sent: (column::get(row, 2)?, column::get(row, 3)?),
            })
        })
}

/// Counts and bytes of photos.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sizes {
    /// Those that the office does not have.
    pub(crate) unsent: (u64, u64),
    /// Those that it has.
    pub(crate) sent: (u64, u64),
}

/// How many photos are set aside.
pub(crate) fn parked_count(store: &Connection) -> Result<u64> {
    store
        .prepare_cached("SELECT count(*) FROM upload WHERE state = 'parked'")?
        .query_row([], |row| column::get(row, 0))
}

/// Forgets photos that arrived longer ago than the office wants them kept, and then the oldest of the others until all photos
/// fit into the room that it grants. What the office does not have stays, whatever room it takes. Files go with the next sweep.
pub(crate) fn forget_old(store: &Connection, keeping: PhotoKeeping, now: WallTime) -> Result<usize> {
    let old = forget_until(store, now - Millis::from_days(i64::from(keeping.sent_days)))?;
    let Sizes { unsent, sent } = sizes(store)?;
    let granted = u64::from(keeping.photo_megabytes) * 1_000_000;
    let room = granted.saturating_sub(unsent.1);
    if sent.1 <= room {
        return Ok(old);
    }
    let without_room = store.execute(
        "DELETE FROM upload WHERE state = 'arrived' AND photo IN (
             SELECT photo FROM (
                 SELECT photo, sum(size) OVER (ORDER BY arrived_at DESC, photo) AS bytes
                 FROM upload WHERE state = 'arrived'
             ) WHERE bytes > ?1
         )",
        params![room.stored()],
    )?;
    Ok(old + without_room)
}

/// Forgets photos that arrived up to `until`.
pub(crate) fn forget_until(store: &Connection, until: WallTime) -> Result<usize> {
    store.execute(
        "DELETE FROM upload WHERE state = 'arrived' AND arrived_at <= ?1",
        params![until.stored()],
    )
}
