//! Which failures another try may mend.

use sqlx::Error;

/// Did the transaction end because of what others did, or because the connection is gone? Then nothing of it happened, and
/// trying again may help.
pub(in crate::storage) fn may_pass(error: &Error) -> bool {
    match error {
        Error::Io(_) | Error::PoolTimedOut | Error::PoolClosed | Error::WorkerCrashed => true,
        Error::Database(error) => error.code().is_some_and(|code| passes(&code)),
        _ => false,
    }
}

/// By SQLSTATE; SQLite's codes are shorter.
fn passes(code: &str) -> bool {
    /// Connections, transactions rolled back for others, resources, an operator's doing.
    const CLASSES: [&str; 4] = ["08", "40", "53", "57"];
    /// A lock was waited for too long; the transaction was idle too long.
    const OTHERS: [&str; 2] = ["55P03", "25P03"];
    code.len() == 5 && (CLASSES.iter().any(|class| code.starts_with(class)) || OTHERS.contains(&code))
}
