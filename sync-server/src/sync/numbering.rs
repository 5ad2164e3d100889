//! Rule 1: the key of an operation is (device, incarnation, seq), gapless from 1.
//!
//! | seq | operation there | |
//! |---|---|---|
//! | up to the last acknowledged | the same | the stored verdict again |
//! | up to the last acknowledged | another | fork: a cloned or restored phone; nothing is applied |
//! | up to the last acknowledged, but not one after the other | | fork as well: no device sends this |
//! | the next one | new | applied |
//! | the next one | known under another numbering | duplicate |
//! | beyond | | a gap: nothing after it is looked at |

use std::collections::BTreeMap;

use kuitti_shared::id::OpId;
use kuitti_shared::sync::Receipt;
use kuitti_shared::unit::Seq;

use super::envelope::Incoming;
use super::ledger;
use crate::error::Result;
use crate::storage::{IncarnationRecord, OperationRecord, ReadTx};

/// What a push holds, by the table above.
#[derive(Debug)]
pub(super) enum Numbered<'a> {
    /// It continues the numbering.
    Continues(Continuation<'a>),
    /// Another operation stands where this push has one.
    Fork,
}

/// A push that continues the numbering.
#[derive(Debug, Default)]
pub(super) struct Continuation<'a> {
    /// Verdicts that were given before.
    pub(super) known: Vec<Receipt>,
    /// Operations in sequence from the one after the last acknowledged.
    pub(super) fresh: Vec<&'a Incoming>,
    /// Where to start again, when there is a gap.
    pub(super) need_seq: Option<Seq>,
}

/// Sorts the operations of a push by the table above. However many of them come again, they cost two statements.
pub(super) async fn read<'a>(
    tx: &mut dyn ReadTx,
    incarnation: &IncarnationRecord,
    operations: &'a [Incoming],
) -> Result<Numbered<'a>> {
    let mut push = Continuation::default();
    let acked: Vec<&Incoming> = operations
        .iter()
        .filter(|op| op.seq <= incarnation.acked)
        .collect();
    match told_again(tx, incarnation, &acked).await? {
        Some(known) => push.known = known,
        None => return Ok(Numbered::Fork),
    }
    let mut next = incarnation.acked.next();
    for incoming in operations {
        if incoming.seq <= incarnation.acked {
            continue;
        }
        if incoming.seq == next && push.need_seq.is_none() {
            next = next.next();
            push.fresh.push(incoming);
        } else {
            push.need_seq = Some(next);
        }
    }
    Ok(Numbered::Continues(push))
}

/// The verdicts on operations whose places were acknowledged; none when another operation stands at one of these places, or
/// when they leave places out.
async fn told_again(
    tx: &mut dyn ReadTx,
    incarnation: &IncarnationRecord,
    acked: &[&Incoming],
) -> Result<Option<Vec<Receipt>>> {
    let places = acked.iter().map(|incoming| incoming.seq);
    let (Some(first), Some(last)) = (places.clone().min(), places.max()) else {
        return Ok(Some(Vec::new()));
    };
    // Places come without gaps. Whoever names two that are far apart would have us read all between them.
    if last.0 - first.0 >= acked.len() as u64 {
        return Ok(None);
    }
    let numbered = tx.numbered(incarnation.id, first..=last).await?;
    if acked
        .iter()
        .any(|incoming| numbered.get(&incoming.seq) != Some(&incoming.op))
    {
        return Ok(None);
    }
    let ops: Vec<OpId> = acked.iter().map(|incoming| incoming.op).collect();
    let known = tx.operations(&ops).await?.into_iter();
    let known: BTreeMap<OpId, OperationRecord> = known.map(|known| (known.op, known)).collect();
    let receipt = |incoming: &&Incoming| Some(ledger::receipt_of(incoming.seq, known.get(&incoming.op)?));
    Ok(Some(acked.iter().filter_map(receipt).collect()))
}
