//! How the domain's types stand in columns: documents as JSON text, ids as sixteen bytes, times as integers.

use kuitti_shared::id::{IncarnationId, OpId, OrderId, PhotoId, Sha256Hex};
use kuitti_shared::unit::{Seq, Version, WallTime};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A document as JSON text.
pub(crate) struct Json<T>(pub(crate) T);

impl<T: Serialize> ToSql for Json<&T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(self.0)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        Ok(text.into())
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

/// A value of the domain in a column. (A trait of our own: neither the domain's types nor SQLite's traits are ours.)
pub(crate) trait Column: Sized {
    /// What SQLite stores.
    type Stored: ToSql + FromSql;
    /// For storing.
    fn stored(&self) -> Self::Stored;
    /// From what was stored.
    fn restored(stored: Self::Stored) -> Option<Self>;
}

/// Reads a column of the domain.
pub(crate) fn get<T: Column>(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<T> {
    T::restored(row.get(index)?).ok_or_else(|| FromSqlError::InvalidType.into_rusqlite(index))
}

/// Reads a column of the domain that may be empty.
pub(crate) fn get_optional<T: Column>(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<T::Stored>>(index)?.and_then(T::restored))
}

trait IntoRusqlite {
    fn into_rusqlite(self, index: usize) -> rusqlite::Error;
}

impl IntoRusqlite for FromSqlError {
    fn into_rusqlite(self, index: usize) -> rusqlite::Error {
        rusqlite::Error::FromSqlConversionFailure(index, rusqlite::types::Type::Null, Box::new(self))
    }
}

macro_rules! id_columns {
    ($($name:ident),+) => {$(
        impl Column for $name {
            type Stored = [u8; 16];
            fn stored(&self) -> Self::Stored {
                *self.bytes()
            }
            fn restored(stored: Self::Stored) -> Option<Self> {
                Some(Self(Uuid::from_bytes(stored)))
            }
        }
    )+};
}
id_columns!(OrderId, OpId, PhotoId, IncarnationId);

macro_rules! count_columns {
    ($($name:ident),+) => {$(
        impl Column for $name {
            type Stored = i64;
            fn stored(&self) -> i64 {
                i64::try_from(self.0).unwrap_or(i64::MAX)
            }
            fn restored(stored: i64) -> Option<Self> {
                u64::try_from(stored).ok().map(Self)
            }
        }
    )+};
}
count_columns!(Seq, Version);

impl Column for WallTime {
    type Stored = i64;
    fn stored(&self) -> i64 {
        self.0
    }
    fn restored(stored: i64) -> Option<Self> {
        Some(Self(stored))
    }
}

impl Column for u64 {
    type Stored = i64;
    fn stored(&self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
    fn restored(stored: i64) -> Option<Self> {
        Self::try_from(stored).ok()
    }
}

impl Column for Sha256Hex {
    type Stored = String;
    fn stored(&self) -> String {
        self.as_str().to_owned()
    }
    fn restored(stored: String) -> Option<Self> {
        Self::try_from(stored).ok()
    }
}
