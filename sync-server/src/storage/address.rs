//! Which engine, and where: the data directory's own SQLite, or a PostgreSQL server.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use super::postgres::PostgresStorage;
use super::sqlite::SqliteStorage;
use super::{Storage, StorageError, StorageResult};
use crate::pokes::Pokes;

/// Where a town's database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// In a directory.
    Sqlite(PathBuf),
    /// On a server; may hold a password.
    Postgres(String),
}

impl Address {
    /// The database of a data directory, unless another is named.
    ///
    /// # Errors
    /// [`StorageError::Address`] when that is none of a PostgreSQL server.
    pub fn of(data: &Path, named: Option<&str>) -> StorageResult<Self> {
        match named.map(str::parse).transpose()? {
            None => Ok(Self::Sqlite(data.to_owned())),
            Some(address @ Self::Postgres(_)) => Ok(address),
            Some(Self::Sqlite(_)) => Err(StorageError::Address),
        }
    }

    /// Opens the database and brings it up to date.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn open(&self, pokes: Pokes) -> StorageResult<Arc<dyn Storage>> {
        Ok(match self {
            Self::Sqlite(directory) => Arc::new(SqliteStorage::open(directory, pokes).await?),
            Self::Postgres(address) => Arc::new(PostgresStorage::open(address, pokes).await?),
        })
    }

    /// Opens the database for reading beside the processes that have it.
    ///
    /// # Errors
    /// When there is none.
    pub async fn open_beside(&self) -> StorageResult<Arc<dyn Storage>> {
        match self {
            Self::Sqlite(directory) => Ok(Arc::new(SqliteStorage::open_beside(directory)?)),
            Self::Postgres(_) => self.open(Pokes::default()).await,
        }
    }
}

impl FromStr for Address {
    type Err = StorageError;

    fn from_str(text: &str) -> StorageResult<Self> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let directory = text
            .strip_prefix("sqlite:")
            .filter(|directory| !directory.is_empty());
        directory
            .map(|directory| Self::Sqlite(directory.into()))
            .ok_or(StorageError::Address)
    }
}

impl std::fmt::Debug for Address {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, out)
    }
}

/// Without user, password and everything else that is nobody's business.
impl std::fmt::Display for Address {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(directory) => write!(out, "sqlite:{}", directory.display()),
            Self::Postgres(_) => out.write_str("the PostgreSQL database"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_passwords_are_not_shown() {
        let postgres: Address = "postgres://anna:secret@db/town".parse().ok().unwrap();
        assert!(!postgres.to_string().contains("secret"));
        assert!(
            "sqlite:/srv/kuitti"
                .parse::<Address>()
                .is_ok_and(|at| at == Address::Sqlite("/srv/kuitti".into()))
        );
        for wrong in ["", "sqlite:", "mysql://db", "/srv/kuitti"] {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
        let data = Path::new("/srv/kuitti");
        assert!(Address::of(data, None).is_ok_and(|at| at == Address::Sqlite(data.to_owned())));
        assert!(Address::of(data, Some("sqlite:/elsewhere")).is_err());
    }
}
