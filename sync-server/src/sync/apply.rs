//! Applies operations to orders: rules run in memory on loaded orders, then each order is stored once.
//!
//! | operation | verdict |
//! |---|---|
//! | cannot be read, or says more than it may | quarantined |
//! | of a kind that only a newer server knows | held, alone |
//! | on an order that is not here | held, with all that follow on that order |
//! | on an order that was never this worker's | quarantined |
//! | `report` | makes a request |
//! | all others | as the rules say, on the order into which theirs was merged |

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use kuitti_shared::apply::merge::redirected;
use kuitti_shared::apply::redirect;
use kuitti_shared::apply::{Applied, Effect, NoticeLeft, Received, apply, photo_arrived};
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::{Action, DecodeError, Operation, WireOperation};
use kuitti_shared::sync::{ReceiptOutcome, code, limits};

use super::envelope::Incoming;
use super::ledger::Verdict;
use super::sender::Sender;
use super::{report, told};
use crate::act::{Act, Novelty};
use crate::error::{Error, Result};
use crate::orders::{self, Change, Found};
use crate::storage::{PushedAt, WriteTx};

/// Orders under work in one transaction.
pub(super) struct Desk<'a> {
    tx: &'a mut dyn WriteTx,
    sender: Sender,
    act: &'a Act,
    orders: BTreeMap<OrderId, Open>,
    /// Orders that are not here, and on which an operation waits since just now.
    awaited: BTreeSet<OrderId>,
}

struct Open {
    before: OrderAggregate,
    now: OrderAggregate,
    effects: Vec<Effect>,
    novelty: Novelty,
}

impl<'a> Desk<'a> {
    pub(super) fn new(tx: &'a mut dyn WriteTx, sender: Sender, act: &'a Act) -> Self {
        Self {
            tx,
            sender,
            act,
            orders: BTreeMap::new(),
            awaited: BTreeSet::new(),
        }
    }

    /// The transaction, for what belongs to an operation and not to an order.
    pub(super) fn tx(&mut self) -> &mut dyn WriteTx {
        self.tx
    }

    /// Loads the orders of a push at once. One that was merged is looked for when its turn comes.
    pub(super) async fn prepare(&mut self, orders: impl IntoIterator<Item = OrderId>) -> Result<()> {
        let orders: BTreeSet<OrderId> = orders.into_iter().collect();
        let found = self.tx.orders(&orders.into_iter().collect::<Vec<_>>()).await?;
        for order in found.into_iter().filter(|order| redirect(order).is_none()) {
            self.lay_out(order);
        }
        Ok(())
    }

    fn lay_out(&mut self, order: OrderAggregate) {
        self.orders.entry(order.order.id).or_insert_with(|| Open {
            before: order.clone(),
            now: order,
            effects: Vec::new(),
            novelty: Novelty::New,
        });
    }

    /// Applies one operation in memory.
    pub(super) async fn apply(&mut self, incoming: &Incoming, pushed: PushedAt) -> Result<Verdict> {
        let Some(wire) = &incoming.wire else {
            return Ok(Verdict::quarantined(code::MALFORMED));
        };
        let operation = match wire.decode() {
            Ok(operation) if incoming.body.len() <= limits::BYTES_UP && texts_fit(wire) => operation,
            Err(DecodeError::UnknownKind(_)) => return Ok(Verdict::held(code::UNKNOWN_KIND)),
            Ok(_) | Err(DecodeError::Malformed { .. }) => return Ok(Verdict::quarantined(code::MALFORMED)),
        };
        match (&operation.action, wire.order) {
            (Action::Report(new), _) => {
                report::take(self.tx, new, &[], self.sender.hand.worker, self.act).await
            }
            (Action::ReportWithPhotos(new), _) => {
                let worker = self.sender.hand.worker;
                report::take(self.tx, &new.report, &new.photos, worker, self.act).await
            }
            (_, None) => Ok(Verdict::quarantined(code::MALFORMED)),
            (_, Some(order)) => self.apply_to(order, &operation, wire, pushed).await,
        }
    }

    async fn apply_to(
        &mut self,
        order: OrderId,
        operation: &Operation,
        wire: &WireOperation,
        pushed: PushedAt,
    ) -> Result<Verdict> {
        let Some((order, merged)) = self.open(order).await? else {
            return self.hold(order).await;
        };
        let Some(open) = self.orders.get(&order) else {
            return Err(Error::Internal("an order is not on the desk".to_owned()));
        };
        if !knows(self.tx, &self.sender, &open.before, &merged).await? {
            return Ok(Verdict::quarantined(code::NOT_YOURS));
        }
        let redirected = merged
            .last()
            .map(|last| redirected(operation, last, &open.now, self.sender.hand));
        let operation = redirected.as_ref().unwrap_or(operation);
        let received = Received {
            hand: self.sender.hand,
            device: self.sender.device,
            occurred: self.sender.occurred(wire.at, pushed),
            now: self.act.now,
            undo_window: self.act.config.undo_window(),
            notice_left: notice_left(self.tx, order, operation).await?,
        };
        let mut applied = shielded(&open.now, operation, &received)?;
        self.take_in_arrived(&mut applied).await?;
        if let Some(open) = self.orders.get_mut(&order) {
            open.now = applied.aggregate;
            open.effects.extend(applied.effects);
            if self.act.novelty_of(received.occurred) == Novelty::PerhapsRepeated {
                open.novelty = Novelty::PerhapsRepeated;
            }
        }
        Ok(Verdict {
            outcome: applied.outcome,
            code: applied.code,
            conflict: applied.conflict,
        })
    }

    /// Puts an order on the desk, or the one into which it was merged. Says which it is, and the merges that led there.
    async fn open(&mut self, order: OrderId) -> Result<Option<(OrderId, Vec<OrderAggregate>)>> {
        if self.orders.contains_key(&order) {
            return Ok(Some((order, Vec::new())));
        }
        let Some(Found { order, merged }) = orders::survivor(self.tx, order).await? else {
            return Ok(None);
        };
        let id = order.order.id;
        self.lay_out(order);
        Ok(Some((id, merged)))
    }

    /// Rule 2: the first operation on an unknown order waits for it, the later ones wait for the first.
    async fn hold(&mut self, order: OrderId) -> Result<Verdict> {
        let held = self.tx.held_on(order).await?;
        let own = held.iter().any(|held| held.device == self.sender.device);
        let follows = !self.awaited.insert(order) || own;
        Ok(Verdict::held(if follows {
            code::AFTER_HELD
        } else {
            code::UNKNOWN_ORDER
        }))
    }

    /// A photo whose content is here already (sent before, or by another) has arrived at once.
    async fn take_in_arrived(&mut self, applied: &mut Applied) -> Result<()> {
        for effect in &applied.effects {
            let Effect::PhotoAwaited { sha256, .. } = effect else {
                continue;
            };
            let Some(mut blob) = self.tx.blob(sha256).await? else {
                continue;
            };
            blob.touched_at = self.act.now;
            self.tx.put_blob(&blob).await?;
            if let Some(aggregate) = photo_arrived(&applied.aggregate, sha256) {
                applied.aggregate = aggregate;
            }
        }
        Ok(())
    }

    /// Stores every order that changed, with all that follows.
    pub(super) async fn finish(self) -> Result<()> {
        let changed = self.orders.values().filter(|open| open.now != open.before);
        let changes: Vec<Change<'_>> = changed
            .map(|open| Change {
                before: Some(&open.before),
                after: &open.now,
                effects: &open.effects,
                novelty: open.novelty,
            })
            .collect();
        orders::store_all(self.tx, &changes, self.act).await
    }
}

/// Was the order, or one that was merged into it, ever this worker's?
async fn knows(
    tx: &mut dyn WriteTx,
    sender: &Sender,
    order: &OrderAggregate,
    merged: &[OrderAggregate],
) -> Result<bool> {
    for order in merged.iter().chain([order]) {
        if sender.knows(tx, order).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Only an undo asks whether a citizen knows already.
async fn notice_left(tx: &mut dyn WriteTx, order: OrderId, operation: &Operation) -> Result<NoticeLeft> {
    match operation.action {
        Action::Undo { .. } => told::told(tx, order).await,
        _ => Ok(NoticeLeft::No),
    }
}

/// A rule that breaks on an operation must not take the server with it.
fn shielded(aggregate: &OrderAggregate, operation: &Operation, received: &Received) -> Result<Applied> {
    catch_unwind(AssertUnwindSafe(|| apply(aggregate, operation, received)))
        .map_err(|_| Error::Internal("a rule broke on an operation".to_owned()))
}

/// No text of a worker is longer than a page or two; what is, was not typed.
fn texts_fit(wire: &WireOperation) -> bool {
    fn fits(value: &serde_json::Value) -> bool {
        match value {
            serde_json::Value::String(text) => text.len() <= limits::TEXT_BYTES,
            serde_json::Value::Array(values) => values.iter().all(fits),
            serde_json::Value::Object(fields) => fields.values().all(fits),
            _ => true,
        }
    }
    fits(&wire.data)
}

/// The verdict on an operation on which the server failed.
pub(super) const FAILED: Verdict = Verdict::quarantined(code::SERVER_FAILED);

/// The verdict on an operation that is known under another numbering.
pub(super) const KNOWN: ReceiptOutcome = ReceiptOutcome::Duplicate;
