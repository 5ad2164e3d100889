//! Everything that goes up, in one transaction: nothing is acknowledged that is not on disk, and nothing is on disk that is
//! not acknowledged.
//!
//! All operations of a push are tried together; only when that fails is the transaction given up, and each tried alone in
//! another, so that a poisoned one among five hundred costs only itself.

use std::collections::BTreeMap;

use kuitti_shared::id::{IncarnationId, OpId};
use kuitti_shared::sync::Receipt;
use kuitti_shared::unit::Seq;

use super::apply::{Desk, FAILED, KNOWN};
use super::envelope::{Envelope, Incoming};
use super::glance::glance;
use super::ledger::{self, Verdict};
use super::numbering::{self, Continuation, Numbered};
use super::sender::Sender;
use crate::act::Act;
use crate::auth::Device;
use crate::error::Result;
use crate::storage::{Glance, IncarnationRecord, OperationRecord, PushedAt, Storage, WriteTx};

/// What a push came to.
#[derive(Debug, Default)]
pub(super) struct Pushed {
    pub(super) acked: Seq,
    pub(super) need_seq: Option<Seq>,
    pub(super) new_incarnation: Option<IncarnationId>,
    pub(super) results: Vec<Receipt>,
    /// What there is to come down, where it was looked at already.
    pub(super) glance: Option<Glance>,
}

/// How the operations of a push are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trial {
    Together,
    Alone,
}

/// May the operations be applied, or only be kept?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admit {
    /// A device that may work.
    Apply,
    /// A device that may not: everything is kept for the office, with this verdict.
    Keep(Verdict),
}

/// Takes a push in. One without operations writes nothing.
pub(super) async fn push(
    storage: &dyn Storage,
    device: &Device,
    envelope: &mut Envelope,
    admit: Admit,
    act: &Act,
) -> Result<Pushed> {
    let operations = std::mem::take(&mut envelope.operations);
    if operations.is_empty() {
        return look(storage, device, envelope, act).await;
    }
    let intake = Intake {
        sender: Sender::from(device),
        pushed: PushedAt {
            clock: envelope.clock,
            received: act.now,
        },
        admit,
        act,
    };
    match intake
        .write(storage, device, envelope, &operations, Trial::Together)
        .await
    {
        Err(error) if !error.may_pass() => {
            tracing::warn!(%error, operations = operations.len(), "a push failed as a whole; each is tried alone");
            intake
                .write(storage, device, envelope, &operations, Trial::Alone)
                .await
        }
        done => done,
    }
}

/// Nothing comes up: what is there to come down?
async fn look(storage: &dyn Storage, device: &Device, envelope: &Envelope, act: &Act) -> Result<Pushed> {
    let mut tx = storage.look().await?;
    let glance = glance(&mut *tx, device, envelope, act.now).await?;
    drop(tx);
    match glance.acked {
        Some(acked) => Ok(Pushed {
            glance: Some(glance),
            ..answer(acked, Vec::new(), None)
        }),
        None => fork(storage, device, act).await,
    }
}

const fn answer(acked: Seq, results: Vec<Receipt>, need_seq: Option<Seq>) -> Pushed {
    Pushed {
        acked,
        need_seq,
        new_incarnation: None,
        results,
        glance: None,
    }
}

/// Rule 1, fork: nothing is applied, and a new numbering is given out.
async fn fork(storage: &dyn Storage, device: &Device, act: &Act) -> Result<Pushed> {
    Ok(Pushed {
        new_incarnation: Some(new_numbering(storage, device, act).await?),
        ..Pushed::default()
    })
}

/// A new numbering, in which nothing is acknowledged yet. The old ones stay valid.
pub(super) async fn new_numbering(
    storage: &dyn Storage,
    device: &Device,
    act: &Act,
) -> Result<IncarnationId> {
    let incarnation = IncarnationRecord {
        id: IncarnationId(act.new_id()),
        device: device.record.id,
        acked: Seq(0),
    };
    let mut tx = storage.write().await?;
    tx.put_incarnation(&incarnation).await?;
    tx.commit().await?;
    metrics::counter!("kuitti_sync_forks_total").increment(1);
    Ok(incarnation.id)
}

/// How the operations of one push are taken in.
struct Intake<'a> {
    sender: Sender,
    pushed: PushedAt,
    admit: Admit,
    act: &'a Act,
}

impl Intake<'_> {
    async fn write(
        &self,
        storage: &dyn Storage,
        device: &Device,
        envelope: &Envelope,
        operations: &[Incoming],
        trial: Trial,
    ) -> Result<Pushed> {
        let (id, act) = (device.record.id, self.act);
        let mut tx = storage.write().await?;
        // First of all, since it locks the device: another request of it waits here.
        let numbering = tx
            .begin_push(id, &envelope.app, act.now, envelope.incarnation)
            .await?;
        let Some(incarnation) = numbering.filter(|numbering| numbering.device == id) else {
            drop(tx);
            return fork(storage, device, act).await;
        };
        let Continuation {
            known,
            fresh,
            need_seq,
        } = match numbering::read(&mut *tx, &incarnation, operations).await? {
            Numbered::Continues(push) => push,
            Numbered::Fork => {
                drop(tx);
                return fork(storage, device, act).await;
            }
        };
        let Some(first) = fresh.first() else {
            // What is known may stand in the same group as this, and is not on disk before the group is.
            tx.commit().await?;
            return Ok(answer(incarnation.acked, known, need_seq));
        };
        let fresh_receipts = match trial {
            Trial::Together => self.take_together(&mut *tx, &fresh).await?,
            Trial::Alone => self.take_one_by_one(&mut *tx, &fresh).await?,
        };
        let ops: Vec<OpId> = fresh.iter().map(|incoming| incoming.op).collect();
        tx.number(incarnation.id, first.seq, &ops).await?;
        tx.commit().await?;
        for receipt in &fresh_receipts {
            metrics::counter!("kuitti_operations_total", "outcome" => receipt.outcome.code()).increment(1);
        }
        let acked = Seq(incarnation.acked.0 + fresh.len() as u64);
        let results = known.into_iter().chain(fresh_receipts).collect();
        Ok(answer(acked, results, need_seq))
    }

    async fn take_together(&self, tx: &mut dyn WriteTx, fresh: &[&Incoming]) -> Result<Vec<Receipt>> {
        let ops: Vec<OpId> = fresh.iter().map(|incoming| incoming.op).collect();
        let known = tx.operations(&ops).await?.into_iter();
        let mut known: BTreeMap<OpId, OperationRecord> = known.map(|known| (known.op, known)).collect();
        let mut desk = Desk::new(tx, self.sender, self.act);
        desk.prepare(fresh.iter().filter_map(|incoming| incoming.order))
            .await?;
        let (mut receipts, mut entries) = (Vec::with_capacity(fresh.len()), Vec::new());
        for incoming in fresh {
            if let Some(known) = known.get(&incoming.op) {
                let mut receipt = ledger::receipt_of(incoming.seq, known);
                receipt.outcome = KNOWN;
                receipts.push(receipt);
                continue;
            }
            let verdict = match self.admit {
                Admit::Apply => desk.apply(incoming, self.pushed).await?,
                Admit::Keep(verdict) => verdict,
            };
            receipts.push(verdict.receipt(incoming.seq, incoming.op));
            let entry = ledger::entry(&self.sender, incoming, self.pushed, verdict);
            known.insert(incoming.op, entry.clone());
            entries.push(entry);
        }
        // Operations first: what follows from an order may look for those that were held on it.
        ledger::write(desk.tx(), &entries, self.act).await?;
        for again in receipts.iter().filter(|receipt| receipt.outcome == KNOWN) {
            desk.tx().renumber(again.op_id, again.seq).await?;
        }
        desk.finish().await?;
        Ok(receipts)
    }

    async fn take_one_by_one(&self, tx: &mut dyn WriteTx, fresh: &[&Incoming]) -> Result<Vec<Receipt>> {
        let mut receipts = Vec::with_capacity(fresh.len());
        for incoming in fresh {
            tx.begin_step().await?;
            match self.take_together(tx, std::slice::from_ref(incoming)).await {
                Ok(taken) => {
                    tx.keep_step().await?;
                    receipts.extend(taken);
                }
                // Not the operation's fault: nothing of this push can be written.
                Err(error) if error.may_pass() => return Err(error),
                Err(error) => {
                    tx.undo_step().await?;
                    tracing::error!(%error, kind = incoming.kind, "the server failed on an operation; it is kept");
                    let entry = ledger::entry(&self.sender, incoming, self.pushed, FAILED);
                    ledger::write(tx, &[entry], self.act).await?;
                    receipts.push(FAILED.receipt(incoming.seq, incoming.op));
                }
            }
        }
        Ok(receipts)
    }
}
