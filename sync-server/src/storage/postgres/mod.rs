//! The PostgreSQL driver: any number of server processes on one database.
//!
//! - Readers are `REPEATABLE READ, READ ONLY`: one state from the first look to the last.
//! - Writers are `READ COMMITTED` with row locks. What a write transaction loads in order to change it, it locks
//!   (`sql::statement::locking`), and waits when another has it; then it sees what the other committed. Stricter levels would
//!   answer such a wait with a failure instead, and two crews that finish the two orders of one request at the same moment
//!   are an ordinary morning.
//! - What is looked for and not there is locked by its name (`Transaction::take_name`).
//! - A scope's counter is raised under its row lock, held to the commit: within a scope, the sequence of numbers is the
//!   sequence of commits, so that a cursor skips nothing.
//! - Lock order: device, orders by id, requests by id, notices, scopes by id. Where it is not kept, PostgreSQL finds the
//!   deadlock and ends one of the two: `NotCommitted`, a 503 with `Retry-After`.
//! - A single question needs no transaction around it (`Storage::look`).
//! - Readers and writers have pools of their own: writers that wait for locks must not keep readers waiting.
//! - Pokes travel after the commit (`pokes`): `NOTIFY` within a transaction takes a lock on the whole database up to the
//!   end of its commit, so that all writers would commit one after the other.

mod failure;
mod open;
mod pokes;
mod pool;

pub(super) use failure::may_pass;
pub(super) use open::Open;
pub use open::PostgresStorage;

#[cfg(test)]
mod tests;
