//! The four kinds of value that a column can hold, the same on both engines. A missing value keeps its kind, because
//! PostgreSQL wants to know it.

use std::fmt::Write as _;

use crate::storage::{StorageError, StorageResult};

/// One value of one row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// INTEGER, BIGINT: numbers, times, yes and no.
    Integer(Option<i64>),
    /// REAL, DOUBLE PRECISION.
    Real(Option<f64>),
    /// TEXT: words, codes, documents.
    Text(Option<String>),
    /// BLOB, BYTEA: ids.
    Bytes(Option<Vec<u8>>),
}

macro_rules! cells {
    ($($kind:ident from $type:ty: $convert:expr;)+) => { $(
        impl From<$type> for Cell {
            fn from(value: $type) -> Self {
                Self::$kind(Some($convert(value)))
            }
        }
        impl From<Option<$type>> for Cell {
            fn from(value: Option<$type>) -> Self {
                Self::$kind(value.map($convert))
            }
        }
    )+ };
}

cells! {
    Integer from i64: i64::from;
    Integer from u32: i64::from;
    Integer from bool: i64::from;
    Real from f64: f64::from;
    Text from &str: text;
    Text from &String: text;
    Text from String: text;
    Bytes from &[u8]: <[u8]>::to_vec;
    Bytes from Vec<u8>: Vec::from;
}

impl From<&Option<String>> for Cell {
    fn from(value: &Option<String>) -> Self {
        value.as_deref().into()
    }
}

/// Many values of one kind, as one parameter.
#[derive(Debug, Clone)]
pub(super) enum List {
    Integers(Vec<Option<i64>>),
    Reals(Vec<Option<f64>>),
    Texts(Vec<Option<String>>),
    Bytes(Vec<Option<Vec<u8>>>),
}

impl List {
    /// An empty list of the kind of `cell`.
    pub(super) fn like(cell: &Cell, room: usize) -> Self {
        match cell {
            Cell::Integer(_) => Self::Integers(Vec::with_capacity(room)),
            Cell::Real(_) => Self::Reals(Vec::with_capacity(room)),
            Cell::Text(_) => Self::Texts(Vec::with_capacity(room)),
            Cell::Bytes(_) => Self::Bytes(Vec::with_capacity(room)),
        }
    }

    /// Adds a value of the same kind.
    pub(super) fn push(&mut self, cell: Cell) -> StorageResult<()> {
        match (self, cell) {
            (Self::Integers(list), Cell::Integer(value)) => list.push(value),
            (Self::Reals(list), Cell::Real(value)) => list.push(value),
            (Self::Texts(list), Cell::Text(value)) => list.push(value),
            (Self::Bytes(list), Cell::Bytes(value)) => list.push(value),
            _ => return Err(StorageError::Value("a column of another kind")),
        }
        Ok(())
    }

    /// As SQLite gets it: a document in which bytes are hexadecimal digits.
    pub(super) fn document(&self) -> StorageResult<String> {
        Ok(match self {
            Self::Integers(list) => serde_json::to_string(list),
            Self::Reals(list) => serde_json::to_string(list),
            Self::Texts(list) => serde_json::to_string(list),
            Self::Bytes(list) => {
                let digits = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(hex);
                serde_json::to_string(&list.iter().map(digits).collect::<Vec<_>>())
            }
        }?)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(2 * bytes.len()), |mut digits, byte| {
            // A string always has room.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}

/// PostgreSQL has no place for the character NUL. In documents it is written with an escape; in their copies for lists
/// nobody misses it.
fn text(text: impl Into<String>) -> String {
    let mut text = text.into();
    text.retain(|letter| letter != '\0');
    text
}
