//! Rule 1: the key of an operation is (device, incarnation, seq), gapless from 1.
//!
//! | seq | operation there | |
//! |---|---|---|
//! | up to the last acknowledged | the same | the stored verdict again |
//! | up to the last acknowledged | another | fork: a cloned or restored phone; nothing is applied |
//! | the next one | new | applied |
//! | the next one | known under another numbering | duplicate |
//! | beyond | | a gap: nothing after it is looked at |

use kuitti_shared::sync::Receipt;
use kuitti_shared::unit::Seq;

use super::envelope::Incoming;
use super::ledger;
use crate::error::Result;
use crate::storage::{IncarnationRecord, ReadTx};

/// What a push holds, by the table above.
#[derive(Debug)]
pub(super) enum Numbered {
    /// It continues the numbering.
    Continues(Continuation),
    /// Another operation stands where this push has one.
    Fork,
}

/// A push that continues the numbering.
#[derive(Debug, Default)]
pub(super) struct Continuation {
    /// Verdicts that were given before.
    pub(super) known: Vec<Receipt>,
    /// Operations in sequence from the one after the last acknowledged.
    pub(super) fresh: Vec<Incoming>,
    /// Where to start again, when there is a gap.
    pub(super) need_seq: Option<Seq>,
}

/// Sorts the operations of a push by the table above.
pub(super) async fn read(
    tx: &mut dyn ReadTx,
    incarnation: &IncarnationRecord,
    operations: Vec<Incoming>,
) -> Result<Numbered> {
    let mut push = Continuation::default();
    let mut next = incarnation.acked.next();
    for incoming in operations {
        if incoming.seq <= incarnation.acked {
            match tx.numbered(incarnation.id, incoming.seq).await? {
                Some(op) if op == incoming.op => {
                    push.known.extend(ledger::receipt(tx, incoming.seq, op).await?);
                }
                _ => return Ok(Numbered::Fork),
            }
        } else if incoming.seq == next && push.need_seq.is_none() {
            next = next.next();
            push.fresh.push(incoming);
        } else {
            push.need_seq = Some(next);
        }
    }
    Ok(Numbered::Continues(push))
}
