//! Operations that wait (SYNC.md rule 2): for their order, or for a server that knows their kind.

use kuitti_shared::id::OrderId;
use kuitti_shared::sync::{ReceiptOutcome, code, limits};
use kuitti_shared::unit::Seq;

use super::apply::{Desk, FAILED};
use super::envelope::Incoming;
use super::ledger::{self, Verdict};
use super::sender::Sender;
use crate::act::{Act, Actor};
use crate::error::Result;
use crate::storage::{OperationRecord, WriteTx};

/// How many are looked at in one transaction.
const AT_ONCE: u32 = 500;

/// Replays everything that waited for an order that is here now, each device's operations in their sequence.
///
/// # Errors
/// When the storage fails.
pub async fn replay_held(tx: &mut dyn WriteTx, order: OrderId, act: &Act) -> Result<()> {
    for held in tx.held_on(order).await? {
        replay(tx, &held, act).await?;
    }
    tx.settle_tasks(order, code::UNKNOWN_ORDER, act.now).await?;
    Ok(())
}

/// Replays what was made by a newer app, after this server was updated. Says how many moved.
pub(super) async fn replay_newer(tx: &mut dyn WriteTx, act: &Act) -> Result<usize> {
    let mut moved = 0;
    for held in tx.held_for(code::UNKNOWN_KIND, AT_ONCE).await? {
        moved += usize::from(replay(tx, &held, act).await? == Replayed::Moved);
    }
    Ok(moved)
}

/// Gives up waiting for orders that never came: a person has to look. Says how many.
pub(super) async fn give_up(tx: &mut dyn WriteTx, act: &Act) -> Result<usize> {
    let mut given_up = 0;
    for reason in [code::UNKNOWN_ORDER, code::AFTER_HELD] {
        let held = tx.held_for(reason, AT_ONCE).await?;
        for held in held
            .iter()
            .filter(|held| act.now - held.pushed.received >= limits::HELD)
        {
            ledger::settle(tx, held, Verdict::quarantined(code::UNKNOWN_ORDER), act).await?;
            given_up += 1;
        }
    }
    Ok(given_up)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Replayed {
    Moved,
    StillHeld,
}

async fn replay(tx: &mut dyn WriteTx, held: &OperationRecord, act: &Act) -> Result<Replayed> {
    let Some(device) = tx.device(held.device).await? else {
        return Ok(Replayed::StillHeld);
    };
    let sender = Sender::of_stored(tx, &device).await?;
    let by_sender = act.by(Actor::Worker {
        worker: held.worker,
        device: held.device,
    });
    let incoming = Incoming::stored(Seq(1), held.op, &held.body);
    tx.begin_step().await?;
    // Boxed: storing an order can make another, whose own operations are replayed.
    let verdict = match Box::pin(attempt(tx, sender, &incoming, held, &by_sender)).await {
        Ok(verdict) => {
            tx.keep_step().await?;
            verdict
        }
        // Not the operation's fault: nothing of this transaction can be written.
        Err(error) if error.may_pass() => return Err(error),
        Err(error) => {
            tx.undo_step().await?;
            tracing::error!(%error, "the server failed on a held operation; it is kept");
            FAILED
        }
    };
    if verdict.outcome == ReceiptOutcome::Held {
        return Ok(Replayed::StillHeld);
    }
    ledger::settle(tx, held, verdict, &by_sender).await?;
    Ok(Replayed::Moved)
}

async fn attempt(
    tx: &mut dyn WriteTx,
    sender: Sender,
    incoming: &Incoming,
    held: &OperationRecord,
    act: &Act,
) -> Result<Verdict> {
    let mut desk = Desk::new(tx, sender, act);
    let verdict = desk.apply(incoming, held.pushed).await?;
    desk.finish().await?;
    Ok(verdict)
}
