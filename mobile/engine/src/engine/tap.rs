//! What a worker does without a photo.

use kuitti_shared::domain::Fix;
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::Action;

use super::Inner;
use super::moment::Moment;
use crate::error::EngineError;
use crate::protocol::{Problem, Reply};

/// A tap of the screens.
pub(super) fn perform(
    engine: &Inner,
    order: OrderId,
    action: Action,
    fix: Option<Fix>,
) -> Result<Reply, EngineError> {
    // Photos come with their bytes, reports with an id that the engine makes.
    if matches!(
        action,
        Action::Photo(_) | Action::Report(_) | Action::ReportWithPhotos(_)
    ) {
        return Err(Problem::NotPossible.into());
    }
    let mut moment = Moment::now(engine, fix);
    moment.tap(Some(order), action);
    moment.save()
}

/// Several moves are taken back: all of them, or none.
pub(super) fn take_back(engine: &Inner, moves: &[(OrderId, OpId)]) -> Result<Reply, EngineError> {
    let mut moment = Moment::now(engine, None);
    for (order, op) in moves {
        moment.tap(Some(*order), Action::Undo { op: *op });
    }
    moment.save()
}
