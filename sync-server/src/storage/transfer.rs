//! Moves a town from one database to another, in one transaction on each side, and proves that nothing was lost: every table
//! is counted and summed on the way out and again where it arrived.

use futures_util::TryStreamExt as _;
use kuitti_shared::id::Sha256Hex;
use sha2::{Digest as _, Sha256};

use super::tables::{Cell, TABLES};
use super::{ReadTx, StorageError, StorageResult, WriteTx};

/// At most this many values are bound in one statement.
const VALUES: usize = 4_000;

/// A table that was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its name.
    pub table: &'static str,
    /// How many rows it has.
    pub rows: u64,
    /// The sum of their content, the same on every engine and in every sequence.
    pub digest: Sha256Hex,
}

/// Copies all tables into an empty database. The caller commits.
///
/// # Errors
/// [`StorageError::NotEmpty`] when something is there already; [`StorageError::Differs`] when what arrived is not what was
/// sent; or when an engine fails.
pub async fn transfer(from: &mut dyn ReadTx, to: &mut dyn WriteTx) -> StorageResult<Vec<Moved>> {
    for table in TABLES {
        let columns = to.columns(table).await?;
        if to.rows(table, &columns).try_next().await?.is_some() {
            return Err(StorageError::NotEmpty);
        }
    }
    let mut moved = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        moved.push(copy(from, to, table).await?);
    }
    to.continue_numbers().await?;
    for sent in &moved {
        if count(to, sent.table).await? != *sent {
            return Err(StorageError::Differs(sent.table));
        }
    }
    Ok(moved)
}

async fn copy(from: &mut dyn ReadTx, to: &mut dyn WriteTx, table: &'static str) -> StorageResult<Moved> {
    let columns = from.columns(table).await?;
    let at_once = VALUES / columns.len().max(1);
    let mut sum = Sum::default();
    let mut batch = Vec::with_capacity(at_once);
    let mut rows = from.rows(table, &columns);
    while let Some(row) = rows.try_next().await? {
        sum.add(&row);
        batch.push(row);
        if batch.len() == at_once {
            to.add_rows(table, &columns, std::mem::take(&mut batch)).await?;
        }
    }
    if !batch.is_empty() {
        to.add_rows(table, &columns, batch).await?;
    }
    Ok(sum.of(table))
}

async fn count(tx: &mut dyn WriteTx, table: &'static str) -> StorageResult<Moved> {
    let columns = tx.columns(table).await?;
    let mut sum = Sum::default();
    let mut rows = tx.rows(table, &columns);
    while let Some(row) = rows.try_next().await? {
        sum.add(&row);
    }
    Ok(sum.of(table))
}

/// Rows have no sequence of their own, so that their hashes are combined by one that knows none. No two rows are the same,
/// since every table has a key.
#[derive(Default)]
struct Sum {
    rows: u64,
    bits: [u8; 32],
}

impl Sum {
    fn add(&mut self, row: &[Cell]) {
        let mut hasher = Sha256::new();
        for cell in row {
            write(&mut hasher, cell);
        }
        let hash: [u8; 32] = hasher.finalize().into();
        for (bits, more) in self.bits.iter_mut().zip(hash) {
            *bits ^= more;
        }
        self.rows += 1;
    }

    fn of(self, table: &'static str) -> Moved {
        Moved {
            table,
            rows: self.rows,
            digest: self.bits.into(),
        }
    }
}

/// A value's kind, length and bytes, so that no two rows look the same.
fn write(hasher: &mut Sha256, cell: &Cell) {
    let (kind, bytes) = match cell {
        Cell::Integer(value) => (1, value.map(|value| value.to_be_bytes().to_vec())),
        Cell::Real(value) => (2, value.map(|value| value.to_bits().to_be_bytes().to_vec())),
        Cell::Text(value) => (3, value.as_ref().map(|value| value.as_bytes().to_vec())),
        Cell::Bytes(value) => (4, value.clone()),
    };
    match bytes {
        None => hasher.update([0]),
        Some(bytes) => {
            hasher.update([kind]);
            hasher.update(bytes.len().to_be_bytes());
            hasher.update(bytes);
        }
    }
}
