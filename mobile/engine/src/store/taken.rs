//! Photos that were taken and are not developed. Their bytes lie in the place for files, by their own hash.

use std::collections::BTreeSet;

use kuitti_shared::clock::PushClock;
use kuitti_shared::domain::{Fix, Mark, PhotoRole};
use kuitti_shared::id::{OrderId, Sha256Hex};
use kuitti_shared::operation::{Base, Report};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::Result;
use super::column::{self, Column, Json};
use crate::protocol::TakenNumber;

/// What the worker said with the camera's button.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Taken {
    /// What it is for.
    #[serde(flatten)]
    pub(crate) purpose: Purpose,
    /// Where the device was.
    pub(crate) fix: Option<Fix>,
    /// What was drawn on it.
    pub(crate) marks: Vec<Mark>,
    /// When.
    pub(crate) clock: PushClock,
}

/// What a photo is for. It stands untagged: the names of the fields tell one from another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Purpose {
    /// It belongs to an order.
    Order {
        /// Which.
        order: OrderId,
        /// What it shows.
        role: PhotoRole,
    },
    /// Several orders at one place are done, and it shows that on each of them.
    Finish {
        /// Which, and what the worker knew of each.
        finish: Vec<(OrderId, Base)>,
    },
    /// It shows a new problem.
    Report {
        /// What was said of it.
        report: Report,
    },
}

impl Purpose {
    /// Is there nothing to do without a photo?
    pub(crate) const fn is_the_photo_itself(&self) -> bool {
        matches!(self, Self::Order { .. })
    }

    /// The orders that it is about; a report has none yet.
    pub(crate) fn orders(&self) -> Vec<OrderId> {
        match self {
            Self::Order { order, .. } => vec![*order],
            Self::Finish { finish } => finish.iter().map(|(order, _)| *order).collect(),
            Self::Report { .. } => Vec::new(),
        }
    }
}

/// A photo that is not developed.
#[derive(Debug, Clone)]
pub(crate) struct Undeveloped {
    /// Its place in the table.
    pub(crate) number: TakenNumber,
    /// The camera's bytes.
    pub(crate) sha256: Sha256Hex,
    /// It never will be: the worker is to read that.
    pub(crate) given_up: bool,
    /// What was said with it.
    pub(crate) taken: Taken,
}

/// Remembers a photo with the hash of the camera's bytes.
pub(crate) fn keep(store: &Connection, sha256: &Sha256Hex, taken: &Taken) -> Result<TakenNumber> {
    store
        .prepare_cached("INSERT INTO taken (sha256, doc) VALUES (?1, ?2)")?
        .execute(params![sha256.stored(), Json(taken)])?;
    Ok(TakenNumber(store.last_insert_rowid()))
}

/// All of them, the oldest first. What a newer app wrote and this one cannot read waits for a newer one again.
pub(crate) fn all(store: &Connection) -> Result<Vec<Undeveloped>> {
    let mut query =
        store.prepare_cached("SELECT number, sha256, given_up, doc FROM taken ORDER BY number")?;
    let rows = query.query_map([], |row| {
        let Ok(Json(taken)) = row.get(3) else {
            return Ok(None);
        };
        Ok(Some(Undeveloped {
            number: TakenNumber(row.get(0)?),
            sha256: column::get(row, 1)?,
            given_up: row.get(2)?,
            taken,
        }))
    })?;
    rows.filter_map(std::result::Result::transpose).collect()
}

/// The hashes of their bytes.
pub(crate) fn hashes(store: &Connection) -> Result<BTreeSet<Sha256Hex>> {
    let mut query = store.prepare_cached("SELECT sha256 FROM taken")?;
    query.query_map([], |row| column::get(row, 0))?.collect()
}

/// How many there are.
pub(crate) fn count(store: &Connection) -> Result<u64> {
    store
        .prepare_cached("SELECT count(*) FROM taken")?
        .query_row([], |row| column::get(row, 0))
}

/// The orders that they are for; none if a newer app wrote one of them, which nobody here can say.
pub(crate) fn orders(store: &Connection) -> Result<Option<BTreeSet<OrderId>>> {
    let readable = all(store)?;
    let are_all = u64::try_from(readable.len()).ok() == Some(count(store)?);
    Ok(are_all.then(|| {
        readable
            .iter()
            .flat_map(|one| one.taken.purpose.orders())
            .collect()
    }))
}

/// One never will be developed.
pub(crate) fn give_up(store: &Connection, number: TakenNumber) -> Result<()> {
    store
        .prepare_cached("UPDATE taken SET given_up = 1 WHERE number = ?1")?
        .execute([number.0])?;
    Ok(())
}

/// One was developed, or the worker has read why not.
pub(crate) fn forget(store: &Connection, number: TakenNumber) -> Result<()> {
    store
        .prepare_cached("DELETE FROM taken WHERE number = ?1")?
        .execute([number.0])?;
    Ok(())
}
