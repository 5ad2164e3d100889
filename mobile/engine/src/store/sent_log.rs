//! Operations that the server has and the base shows. Kept thirty days: a restored server is told again, and the worker
//! can read every receipt.

use kuitti_shared::id::OrderId;
use kuitti_shared::sync::{Receipt, ReceiptOutcome, limits};
use kuitti_shared::unit::WallTime;
use rusqlite::{Connection, params};

use super::Result;
use super::column::{self, Column};

/// Moves everything acknowledged out of the pending operations; the base shows it (SYNC.md rule 3). `now` is the later of the
/// phone's clock and the town's, so that neither makes it old. Returns the orders that were touched.
pub(crate) fn settle(store: &Connection, now: WallTime) -> Result<Vec<OrderId>> {
    let mut query = store.prepare_cached(
        "SELECT DISTINCT order_id FROM pending_op WHERE outcome IS NOT NULL AND order_id IS NOT NULL",
    )?;
    let touched = query
        .query_map([], |row| column::get(row, 0))?
        .collect::<Result<Vec<OrderId>>>()?;
    store
        .prepare_cached(
            "INSERT OR REPLACE INTO sent_log (op_id, incarnation, seq, order_id, kind, made_at, bytes, outcome, code,
                                              acked_at, number, title)
             SELECT op_id, incarnation, seq, order_id, kind, made_at, bytes, outcome, coalesce(code, ''), ?1,
                    view.document ->> '$.order.number', coalesce(view.document ->> '$.order.title', '')
             FROM pending_op LEFT JOIN view_order AS view ON view.id = order_id
             WHERE outcome IS NOT NULL",
        )?
        .execute([now.stored()])?;
    store
        .prepare_cached("DELETE FROM pending_op WHERE outcome IS NOT NULL")?
        .execute([])?;
    Ok(touched)
}

/// Takes in what the server says later about an operation: one that had waited was placed. A mere "known already" says
/// less than what is written here.
pub(crate) fn reconsider(store: &Connection, receipt: &Receipt) -> Result<()> {
    if receipt.outcome == ReceiptOutcome::Duplicate {
        return Ok(());
    }
    for table in ["sent_log", "pending_op"] {
        let update =
            format!("UPDATE {table} SET outcome = ?2, code = ?3 WHERE op_id = ?1 AND outcome IS NOT NULL");
        store.prepare_cached(&update)?.execute(params![
            receipt.op_id.stored(),
            receipt.outcome.code(),
            receipt.code
        ])?;
    }
    Ok(())
}

/// Forgets what was acknowledged before `limits::SENT_LOG`.
pub(crate) fn forget_old(store: &Connection, now: WallTime) -> Result<usize> {
    forget_until(store, now - limits::SENT_LOG)
}

/// Forgets what was acknowledged up to `until`.
pub(crate) fn forget_until(store: &Connection, until: WallTime) -> Result<usize> {
    store.execute(
        "DELETE FROM sent_log WHERE acked_at <= ?1",
        params![until.stored()],
    )
}
