//! What a worker does in one moment: one transaction appends its operations and updates the view. *Saved* is said after the
//! commit, and after a failure nothing of it is there.

use std::collections::BTreeSet;

use kuitti_shared::clock::PushClock;
use kuitti_shared::domain::{Fix, ItemValue};
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::{Action, Base, Operation, ReportWithPhotos, WireOperation};
use kuitti_shared::sync::limits;
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::WallTime;
use rusqlite::Connection;
use uuid::Uuid;

use super::{Inner, drive};
use crate::error::EngineError;
use crate::protocol::{Event, Problem, Reply};
use crate::store::upload::{self, Upload};
use crate::store::view::Player;
use crate::store::{base, meta, outbox, seen, view};

/// When and where something is done, and what.
pub(super) struct Moment<'a> {
    engine: &'a Inner,
    clock: PushClock,
    fix: Option<Fix>,
    taps: Vec<Tap>,
}

/// One operation.
struct Tap {
    op: OpId,
    /// On which order; a report has none.
    order: Option<OrderId>,
    action: Action,
    /// What the worker knew of the order, where that was another moment.
    knowledge: Option<Base>,
    /// The photo that it announces, with its place in the queue.
    photo: Option<Upload>,
}

impl<'a> Moment<'a> {
    /// Now. What has no position of its own happens where the device measured that it is.
    pub(super) fn now(engine: &'a Inner, fix: Option<Fix>) -> Self {
        let fix = fix.or(engine.live.borrow().measured());
        Self::at(engine, engine.ports.clock.now(), fix)
    }

    /// A moment that has passed.
    pub(super) const fn at(engine: &'a Inner, clock: PushClock, fix: Option<Fix>) -> Self {
        Self {
            engine,
            clock,
            fix,
            taps: Vec::new(),
        }
    }

    pub(super) const fn clock(&self) -> PushClock {
        self.clock
    }

    pub(super) const fn wall(&self) -> WallTime {
        self.clock.stamp.wall
    }

    pub(super) const fn fix(&self) -> Option<Fix> {
        self.fix
    }

    pub(super) fn new_id(&self) -> Uuid {
        self.engine.ids.next(self.wall(), &*self.engine.ports.random)
    }

    pub(super) fn new_op(&self) -> OpId {
        OpId(self.new_id())
    }

    /// One thing that is done.
    pub(super) fn tap(&mut self, order: Option<OrderId>, action: Action) {
        self.tap_knowing(None, order, action);
    }

    /// The same, by what the worker knew when it was asked for.
    pub(super) fn tap_knowing(&mut self, knowledge: Option<Base>, order: Option<OrderId>, action: Action) {
        let op = self.new_op();
        let photo = None;
        self.taps.push(Tap {
            op,
            order,
            action,
            knowledge,
            photo,
        });
    }

    /// The same, with the photo that it announces.
    pub(super) fn tap_with_photo(&mut self, action: Action, photo: Upload) {
        self.taps.push(Tap {
            op: photo.op_id,
            order: photo.order,
            action,
            knowledge: None,
            photo: Some(photo),
        });
    }

    /// Saves everything.
    pub(super) fn save(self) -> Result<Reply, EngineError> {
        self.save_with(|_| Ok(()))
    }

    /// Saves everything, and something else with it.
    pub(super) fn save_with(
        self,
        also: impl FnOnce(&Connection) -> Result<(), EngineError>,
    ) -> Result<Reply, EngineError> {
        let last = self.taps.last().ok_or(Problem::NotPossible)?;
        for tap in &self.taps {
            check_length(&tap.action)?;
        }
        let reply = Reply::Saved {
            op: last.op,
            photo: self.photos().map(|photo| photo.photo).next_back(),
            unopened: self.photos().any(|photo| photo.kind == UploadKind::File),
        };
        let said: Vec<(OpId, Option<OrderId>)> = self.taps.iter().map(|tap| (tap.op, tap.order)).collect();
        let Self {
            engine,
            clock,
            fix,
            taps,
        } = self;
        engine
            .store
            .borrow_mut()
            .write(|store| -> Result<(), EngineError> {
                also(store)?;
                taps.into_iter()
                    .try_for_each(|tap| append(store, tap, clock, fix))
            })?;
        tell(engine, &said);
        Ok(reply)
    }

    fn photos(&self) -> impl DoubleEndedIterator<Item = &Upload> {
        self.taps.iter().filter_map(|tap| tap.photo.as_ref())
    }
}

/// Appends an operation and updates the view, within the caller's transaction.
fn append(store: &Connection, tap: Tap, clock: PushClock, fix: Option<Fix>) -> Result<(), EngineError> {
    let player = Player::of(store)?.ok_or(Problem::NotEnrolled)?;
    let mut numbering = meta::get(store, &meta::NUMBERING)?.ok_or(Problem::NotEnrolled)?;
    let known_now = match tap.order {
        Some(order) => base::knowledge(store, order)?.ok_or(Problem::OrderUnknown)?,
        None => Base::default(),
    };
    if let Some(photo) = &tap.photo {
        upload::enqueue(store, photo)?;
    }
    let operation = Operation {
        op_id: tap.op,
        base: tap.knowledge.unwrap_or(known_now),
        position: fix,
        action: tap.action,
    };
    let seq = outbox::next_number(store, &mut numbering)?;
    let wire = WireOperation::new(seq, tap.order, clock.stamp, &operation)?;
    outbox::append(store, numbering.incarnation, &wire)?;
    if let Some(order) = tap.order {
        view::play(store, &player, order, &operation, clock.stamp.wall)?;
        // Whoever took or finished it from the list knows it without having opened it.
        seen::look(store, order)?;
    }
    Ok(())
}

/// Tells screens and loops what was saved.
fn tell(engine: &Inner, said: &[(OpId, Option<OrderId>)]) {
    for (op, order) in said.iter().copied() {
        engine.emit(Event::Saved { op, order });
    }
    let orders: BTreeSet<OrderId> = said.iter().filter_map(|(_, order)| *order).collect();
    if !orders.is_empty() {
        engine.emit(Event::ViewChanged {
            orders: orders.into_iter().collect(),
        });
    }
    engine.announce();
    drive::nudge(engine);
}

/// Whether the town takes texts of this length.
pub(super) fn check_length(action: &Action) -> Result<(), Problem> {
    if longest_text(action) > limits::TEXT_BYTES {
        return Err(Problem::TextTooLong);
    }
    Ok(())
}

fn longest_text(action: &Action) -> usize {
    match action {
        Action::Decline { reason }
        | Action::HandBack { reason }
        | Action::Pause { reason }
        | Action::CouldNot { reason, .. } => reason.len(),
        Action::Note { text } => text.len(),
        Action::Suggest { value, .. } => value.len(),
        Action::Finish { follow_up, .. } => follow_up.as_ref().map_or(0, String::len),
        Action::Report(report) | Action::ReportWithPhotos(ReportWithPhotos { report, .. }) => {
            report.description.len()
        }
        Action::Check {
            value: ItemValue::Text(text),
            ..
        } => text.len(),
        _ => 0,
    }
}
