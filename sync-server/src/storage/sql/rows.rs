//! Writing rows of a table that is named in a parameter, and many at once.

use super::{Cell, Engine, Transaction};
use crate::storage::StorageResult;

/// Rows in one statement, at most. Their number is a power of two, so that few texts have to be prepared.
const TOGETHER: usize = 32;

/// Where rows go.
pub(super) struct Insert {
    /// The table with its columns.
    pub(super) into: &'static str,
    /// What happens where there is one already.
    pub(super) otherwise: &'static str,
    /// The change of a row that is there already and of which nothing moves that is indexed, with the parameters of the
    /// insertion. SQLite, which writes the indexes of every column that a statement names, tries this first.
    pub(super) steady: Option<&'static str>,
}

impl Transaction {
    /// Inserts `rows`. PostgreSQL, which is asked over a connection, gets many at once; SQLite is as fast with one after the
    /// other.
    pub(super) async fn insert<const COLUMNS: usize>(
        &mut self,
        insert: &Insert,
        rows: Vec<[Cell; COLUMNS]>,
    ) -> StorageResult<()> {
        if rows.is_empty() {
            return Ok(());
        }
        if let Engine::Sqlite(shared) = self.engine() {
            let text = format!(
                "INSERT INTO {} VALUES {} {}",
                insert.into,
                places(1, COLUMNS),
                insert.otherwise
            );
            return shared.execute_each(insert.steady, &text, &rows);
        }
        let mut rows = rows.into_iter();
        while let Some(power) = rows.len().min(TOGETHER).checked_ilog2() {
            let together = 1 << power;
            let places = places(together, COLUMNS);
            let text = format!("INSERT INTO {} VALUES {places} {}", insert.into, insert.otherwise);
            let cells = rows.by_ref().take(together).flatten();
            let statement = cells.fold(self.composed(text), |statement, cell| statement.bind(cell));
            statement.execute().await?;
        }
        Ok(())
    }

    /// Stores a document in a list that the town keeps in its own sequence; a new one comes last.
    pub(super) async fn put_listed(
        &mut self,
        table: &'static str,
        code: &str,
        document: String,
    ) -> StorageResult<()> {
        self.composed(format!(
            "INSERT INTO {table} (code, position, doc) \
             VALUES ($1, (SELECT coalesce(MAX(position), 0) + 1 FROM {table}), $2) \
             ON CONFLICT (code) DO UPDATE SET doc = $2"
        ))
        .bind(code)
        .bind(document)
        .execute()
        .await?;
        Ok(())
    }
}

/// `($1, $2), ($3, $4)`: places for the values of `rows`.
pub(super) fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let numbers = (1..=columns).map(|column| format!("${}", row * columns + column));
        format!("({})", numbers.collect::<Vec<_>>().join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
