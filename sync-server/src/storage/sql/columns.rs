//! From columns to the types of the domain, and back.

use kuitti_shared::domain::Position;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::unit::WallTime;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::Row;
use super::cell::List;
use crate::storage::{StorageError, StorageResult};

/// A document as text.
pub(super) fn document<T: Serialize>(value: &T) -> StorageResult<String> {
    Ok(serde_json::to_string(value)?)
}

/// Reads the document in the column `doc`.
pub(super) fn read_document<T: DeserializeOwned>(row: &Row) -> StorageResult<T> {
    Ok(serde_json::from_str(row.try_get("doc")?)?)
}

/// Reads the documents of all rows.
pub(super) fn read_documents<T: DeserializeOwned>(rows: &[Row]) -> StorageResult<Vec<T>> {
    rows.iter().map(read_document).collect()
}

/// Reads an id.
pub(super) fn id(row: &Row, column: &'static str) -> StorageResult<Uuid> {
    let bytes: &[u8] = row.try_get(column)?;
    Uuid::from_slice(bytes).map_err(|_| StorageError::Value(column))
}

/// Reads an id that may be missing.
pub(super) fn optional_id(row: &Row, column: &'static str) -> StorageResult<Option<Uuid>> {
    let bytes: Option<&[u8]> = row.try_get(column)?;
    let parsed = bytes.map(Uuid::from_slice).transpose();
    parsed.map_err(|_| StorageError::Value(column))
}

/// Reads a time.
pub(super) fn time(row: &Row, column: &'static str) -> StorageResult<WallTime> {
    Ok(WallTime(row.try_get(column)?))
}

/// Reads a time that may be missing.
pub(super) fn optional_time(row: &Row, column: &'static str) -> StorageResult<Option<WallTime>> {
    let millis: Option<i64> = row.try_get(column)?;
    Ok(millis.map(WallTime))
}

/// Reads a yes or no.
pub(super) fn flag(row: &Row, column: &'static str) -> StorageResult<bool> {
    Ok(row.try_get::<i64>(column)? != 0)
}

/// Reads a number that is never negative.
pub(super) fn unsigned(row: &Row, column: &'static str) -> StorageResult<u64> {
    let number: i64 = row.try_get(column)?;
    u64::try_from(number).map_err(|_| StorageError::Value(column))
}

/// Reads a count.
pub(super) fn count(row: &Row, column: &'static str) -> StorageResult<u32> {
    let number: i64 = row.try_get(column)?;
    u32::try_from(number).map_err(|_| StorageError::Value(column))
}

/// A number for a column. Counters never reach the limit.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Reads a hash.
pub(super) fn hash(row: &Row, column: &'static str) -> StorageResult<Sha256Hex> {
    let digits: String = row.try_get(column)?;
    Sha256Hex::try_from(digits).map_err(|_| StorageError::Value(column))
}

/// Reads a name that a type knows.
pub(super) fn name<T>(row: &Row, column: &'static str, read: fn(&str) -> Option<T>) -> StorageResult<T> {
    read(row.try_get(column)?).ok_or(StorageError::Value(column))
}

/// Reads a position from `latitude` and `longitude`.
pub(super) fn position(row: &Row) -> StorageResult<Option<Position>> {
    let (latitude, longitude): (Option<f64>, Option<f64>) =
        (row.try_get("latitude")?, row.try_get("longitude")?);
    Ok(latitude
        .zip(longitude)
        .and_then(|(latitude, longitude)| Position::new(latitude, longitude).ok()))
}

/// A list of names, as one value.
pub(super) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> StorageResult<String> {
    document(&names.into_iter().collect::<Vec<_>>())
}

/// A list of ids as one value.
pub(super) fn ids<'a>(ids: impl IntoIterator<Item = &'a Uuid>) -> List {
    List::Bytes(ids.into_iter().map(|id| Some(id.as_bytes().to_vec())).collect())
}
