//! SQL of `storage/tables.rs`. Names come from our own list and from the database, never from a user.

use async_trait::async_trait;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;

use super::rows::places;
use super::statement::Sql;
use super::{Cell, Transaction};
use crate::storage::{StorageResult, TableReads, TableWrites};

/// SQLite numbers the rows of this table without being asked, and lists sort by that; PostgreSQL has a column for it.
const COLUMNS: Sql = Sql::each(
    "SELECT 'rowid' AS name WHERE $1 = 'operation' UNION ALL SELECT name FROM pragma_table_info($1)",
    "SELECT attname::text AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped \
     ORDER BY attnum",
);

/// Which columns the engine numbers by itself; SQLite goes on after the greatest anyway.
const NUMBERED: [(&str, &str); 4] = [
    ("audit", "id"),
    ("office_task", "id"),
    ("inbox", "id"),
    ("operation", "rowid"),
];

#[async_trait]
impl TableReads for Transaction {
    async fn columns(&mut self, table: &str) -> StorageResult<Vec<String>> {
        let rows = self.query(COLUMNS).bind(table).fetch_all().await?;
        rows.iter().map(|row| row.try_get("name")).collect()
    }

    fn rows(&mut self, table: &str, columns: &[String]) -> BoxStream<'_, StorageResult<Vec<Cell>>> {
        let text = format!("SELECT {} FROM {table}", columns.join(", "));
        let rows = self.composed(text).fetch();
        rows.map(|row| row?.cells()).boxed()
    }
}

#[async_trait]
impl TableWrites for Transaction {
    async fn add_rows(&mut self, table: &str, columns: &[String], rows: Vec<Vec<Cell>>) -> StorageResult<()> {
        let text = format!(
            "INSERT INTO {table} ({}) VALUES {}",
            columns.join(", "),
            places(rows.len(), columns.len())
        );
        let statement = self.composed(text);
        let filled = rows
            .into_iter()
            .flatten()
            .fold(statement, |statement, cell| statement.bind(cell));
        filled.execute().await?;
        Ok(())
    }

    async fn continue_numbers(&mut self) -> StorageResult<()> {
        if !self.is_on_postgres() {
            return Ok(());
        }
        for (table, column) in NUMBERED {
            self.composed(format!(
                "SELECT setval(pg_get_serial_sequence('{table}', '{column}'), \
                 (SELECT coalesce(MAX({column}), 0) + 1 FROM {table}), FALSE)"
            ))
            .execute()
            .await?;
        }
        Ok(())
    }
}
