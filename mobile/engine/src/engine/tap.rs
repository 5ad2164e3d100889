//! A tap: one transaction that appends the operation and updates the view. *Saved* is said after the commit.

use kuitti_shared::clock::PushClock;
use kuitti_shared::domain::{Fix, ItemValue};
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::{Action, Base, Operation, ReportWithPhotos, WireOperation};
use kuitti_shared::sync::limits;
use rusqlite::Connection;

use super::Inner;
use crate::error::EngineError;
use crate::protocol::{Event, Problem, Reply};
use crate::store::view::Player;
use crate::store::{base, meta, outbox, view};

/// What a worker did, and where.
pub(super) struct Tap {
    /// On which order; a report has none.
    pub(super) order: Option<OrderId>,
    /// What was done.
    pub(super) action: Action,
    /// Where the device is.
    pub(super) fix: Option<Fix>,
}

/// A tap of the screens.
pub(super) fn perform(engine: &Inner, tap: Tap) -> Result<Reply, EngineError> {
    // Photos come with their bytes, reports with an id that the engine makes.
    if matches!(
        tap.action,
        Action::Photo(_) | Action::Report(_) | Action::ReportWithPhotos(_)
    ) {
        return Err(Problem::NotPossible.into());
    }
    save(engine, tap)
}

pub(super) fn save(engine: &Inner, tap: Tap) -> Result<Reply, EngineError> {
    check_length(&tap.action)?;
    let order = tap.order;
    let (clock, op_id) = stamp(engine);
    let tap = with_last_fix(engine, tap);
    engine
        .store
        .borrow_mut()
        .write(|store| append(store, tap, clock, op_id))?;
    tell(engine, op_id, order);
    Ok(Reply::Saved {
        unopened: false,
        op: op_id,
        photo: None,
    })
}

/// Whether the town takes texts of this length.
pub(super) fn check_length(action: &Action) -> Result<(), EngineError> {
    if longest_text(action) > limits::TEXT_BYTES {
        return Err(Problem::TextTooLong.into());
    }
    Ok(())
}

/// The clocks now, and the id of an operation made now.
pub(super) fn stamp(engine: &Inner) -> (PushClock, OpId) {
    let clock = engine.ports.clock.now();
    (
        clock,
        OpId(engine.ids.next(clock.stamp.wall, &*engine.ports.random)),
    )
}

/// A tap without a position of its own happened where the device last was.
pub(super) fn with_last_fix(engine: &Inner, tap: Tap) -> Tap {
    let fix = tap.fix.or(engine.live.borrow().measured());
    Tap { fix, ..tap }
}

/// Appends the operation and updates the view, within the caller's transaction.
pub(super) fn append(store: &Connection, tap: Tap, clock: PushClock, op_id: OpId) -> Result<(), EngineError> {
    let player = Player::of(store)?.ok_or(Problem::NotEnrolled)?;
    let mut numbering = meta::get(store, &meta::NUMBERING)?.ok_or(Problem::NotEnrolled)?;
    let knowledge = match tap.order {
        Some(order) => base::knowledge(store, order)?.ok_or(Problem::OrderUnknown)?,
        None => Base::default(),
    };
    let operation = Operation {
        op_id,
        base: knowledge,
        position: tap.fix,
        action: tap.action,
    };
    let seq = outbox::next_number(store, &mut numbering)?;
    let wire = WireOperation::new(seq, tap.order, clock.stamp, &operation)?;
    outbox::append(store, numbering.incarnation, &wire)?;
    if let Some(order) = tap.order {
        view::play(store, &player, order, &operation, clock.stamp.wall)?;
    }
    Ok(())
}

/// Tells screens and loops that something was saved.
pub(super) fn tell(engine: &Inner, op: OpId, order: Option<OrderId>) {
    engine.emit(Event::Saved { op, order });
    if let Some(order) = order {
        engine.emit(Event::ViewChanged { orders: vec![order] });
    }
    engine.announce();
    super::drive::nudge(engine);
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
