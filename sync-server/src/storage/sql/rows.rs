//! Writing rows of a table that is named in a parameter, and many at once.

use super::cell::List;
use super::{Cell, Engine, Statement, Transaction};
use crate::storage::StorageResult;

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

impl Insert {
    /// For one row.
    fn one(&self, columns: usize) -> String {
        let places = places(1, columns);
        format!("INSERT INTO {} VALUES {places} {}", self.into, self.otherwise)
    }

    /// For many rows, of which each parameter from `first` on is a column.
    fn many(&self, first: usize, columns: usize) -> String {
        let columns = (first..first + columns).map(|column| format!("${column}"));
        let columns = columns.collect::<Vec<_>>().join(", ");
        format!(
            "INSERT INTO {} SELECT * FROM unnest({columns}) {}",
            self.into, self.otherwise
        )
    }
}

/// Rows as columns.
fn turned<const COLUMNS: usize>(rows: Vec<[Cell; COLUMNS]>) -> StorageResult<Vec<List>> {
    let count = rows.len();
    let mut columns: Vec<List> = match rows.first() {
        Some(row) => row.iter().map(|cell| List::like(cell, count)).collect(),
        None => Vec::new(),
    };
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(row) {
            column.push(cell)?;
        }
    }
    Ok(columns)
}

impl Transaction {
    /// Inserts `rows`. PostgreSQL, which is asked over a connection, gets all at once; SQLite is as fast with one after the
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
            return shared.execute_each(insert.steady, &insert.one(COLUMNS), &rows);
        }
        let statement = self.composed(insert.many(1, COLUMNS));
        let columns = turned(rows)?.into_iter();
        columns.fold(statement, Statement::bind_list).execute().await?;
        Ok(())
    }

    /// Inserts rows into two tables, of which the second may refer to the first. PostgreSQL gets them in one statement.
    pub(super) async fn insert_both<const FIRST: usize, const SECOND: usize>(
        &mut self,
        (first, first_rows): (&Insert, Vec<[Cell; FIRST]>),
        (second, second_rows): (&Insert, Vec<[Cell; SECOND]>),
    ) -> StorageResult<()> {
        if !self.is_on_postgres() || first_rows.is_empty() || second_rows.is_empty() {
            self.insert(first, first_rows).await?;
            return self.insert(second, second_rows).await;
        }
        let statement = self.composed(format!(
            "WITH first AS ({}) {}",
            first.many(1, FIRST),
            second.many(1 + FIRST, SECOND)
        ));
        let columns = turned(first_rows)?.into_iter().chain(turned(second_rows)?);
        columns.fold(statement, Statement::bind_list).execute().await?;
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
