//! Bringing a database up to date, the same on both engines.

use sqlx::migrate::{Migrate, MigrateError, Migrator};

/// Applies what was not applied yet and says what that was.
pub(super) async fn migrate<C: Migrate>(
    migrator: &Migrator,
    connection: &mut C,
) -> Result<Vec<String>, MigrateError> {
    let table = &migrator.table_name;
    connection.ensure_migrations_table(table).await?;
    let before = connection.list_applied_migrations(table).await?;
    migrator.run_direct(None, connection, false).await?;
    let fresh = migrator
        .iter()
        .filter(|migration| before.iter().all(|old| old.version != migration.version));
    Ok(fresh
        .map(|migration| format!("{:03} {}", migration.version, migration.description))
        .collect())
}
