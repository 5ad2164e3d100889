//! Migrations go forward only, each in one transaction; `user_version` counts them.

use rusqlite::{Connection, TransactionBehavior};

use super::Result;

const MIGRATIONS: &[&str] = &[
    include_str!("migrations/001_device.sql"),
    include_str!("migrations/002_field.sql"),
    include_str!("migrations/003_files.sql"),
    include_str!("migrations/004_taken.sql"),
    include_str!("migrations/005_given_up.sql"),
];

pub(super) fn migrate(connection: &mut Connection) -> Result<()> {
    let done: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (number, migration) in (1_u32..).zip(MIGRATIONS).filter(|(number, _)| *number > done) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}
