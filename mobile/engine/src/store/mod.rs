//! The device's store: one SQLite database, one connection, one transaction a tap.
//!
//! The shell opens the connection and sets its journal: WAL natively, `delete` on OPFS, where WAL is refused; both with
//! `synchronous=FULL`, because the screen says *saved* after the commit. Functions of the modules below take a connection
//! and leave transactions to [`Store::write`].

pub(crate) mod base;
pub(crate) mod column;
pub(crate) mod decoded;
pub(crate) mod log;
pub(crate) mod membership;
pub(crate) mod meta;
pub(crate) mod outbox;
mod schema;
pub(crate) mod seen;
pub(crate) mod sent_log;
pub(crate) mod snapshot;
pub(crate) mod taken;
pub(crate) mod upload;
pub(crate) mod view;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::EngineError;

/// What functions of the store return.
pub(crate) type Result<T> = std::result::Result<T, rusqlite::Error>;

/// The open store.
#[derive(Debug)]
pub(crate) struct Store {
    connection: Connection,
}

impl Store {
    /// Takes over a connection and brings its tables up to date.
    pub(crate) fn open(mut connection: Connection) -> std::result::Result<Self, EngineError> {
        connection.set_prepared_statement_cache_capacity(128);
        schema::migrate(&mut connection)?;
        Ok(Self { connection })
    }

    /// For reading.
    pub(crate) const fn read(&self) -> &Connection {
        &self.connection
    }

    /// Does `work` in one transaction: all of it is on disk afterwards, or nothing.
    pub(crate) fn write<T, E: From<rusqlite::Error>>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }
}

#[cfg(test)]
mod tests;
