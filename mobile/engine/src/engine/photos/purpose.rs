//! What a photo is for, as operations.

use kuitti_shared::domain::{Extent, Outcome, PhotoRole};
use kuitti_shared::id::{OrderId, PhotoId, Sha256Hex};
use kuitti_shared::operation::{Action, Base, PhotoTaken, Report, ReportWithPhotos};

use super::kept::Kept;
use crate::engine::Inner;
use crate::engine::moment::{Moment, check_length};
use crate::error::EngineError;
use crate::protocol::Problem;
use crate::store::base;
use crate::store::taken::Purpose;
use crate::store::upload::{Upload, UploadState};

/// What would fail at every start is said before anything is kept: an order that is not on this phone, a text that is too long.
pub(super) fn check(engine: &Inner, purpose: &Purpose) -> Result<(), EngineError> {
    match purpose {
        Purpose::Order { order, .. } => knowledge(engine, *order).map(drop),
        Purpose::Finish { .. } => Ok(()),
        Purpose::Report { report } => Ok(check_length(&Action::Report(report.clone()))?),
    }
}

/// Orders that are finished by what the worker knows of them now.
pub(in crate::engine) fn finishing(engine: &Inner, orders: &[OrderId]) -> Result<Purpose, EngineError> {
    let finish = orders
        .iter()
        .map(|order| Ok((*order, knowledge(engine, *order)?)))
        .collect::<Result<_, EngineError>>()?;
    Ok(Purpose::Finish { finish })
}

fn knowledge(engine: &Inner, order: OrderId) -> Result<Base, EngineError> {
    let known = base::knowledge(engine.store.borrow().read(), order)?;
    known.ok_or_else(|| Problem::OrderUnknown.into())
}

/// What is done in a moment, with the photo if there is one.
pub(super) fn tap(moment: &mut Moment, purpose: &Purpose, kept: Option<&Kept>) {
    match purpose {
        Purpose::Order { order, role } => {
            if let Some(kept) = kept {
                photo(moment, *order, *role, kept);
            }
        }
        Purpose::Finish { finish } => {
            for (order, known) in finish {
                if let Some(kept) = kept {
                    photo(moment, *order, PhotoRole::After, kept);
                }
                moment.tap_knowing(Some(*known), Some(*order), done());
            }
        }
        Purpose::Report { report } => match kept {
            Some(kept) => report_with_photo(moment, report.clone(), kept),
            None => moment.tap(None, Action::Report(report.clone())),
        },
    }
}

const fn done() -> Action {
    Action::Finish {
        outcome: Outcome::Done,
        extent: Extent::Whole,
        follow_up: None,
    }
}

fn photo(moment: &mut Moment, order: OrderId, role: PhotoRole, kept: &Kept) {
    let row = row(moment, Some(order), role, kept);
    let (width, height) = kept.sides();
    let taken = PhotoTaken {
        photo: row.photo,
        sha256: row.sha256.clone(),
        size: row.size,
        width,
        height,
        role,
        taken_at: kept.taken_at(),
        taken_where: kept.taken_where(moment.wall()).or(moment.fix()),
    };
    moment.tap_with_photo(Action::Photo(taken), row);
}

fn report_with_photo(moment: &mut Moment, report: Report, kept: &Kept) {
    let photos: Vec<Sha256Hex> = vec![kept.sha256().clone()];
    let row = row(moment, None, PhotoRole::Other, kept);
    moment.tap_with_photo(Action::ReportWithPhotos(ReportWithPhotos { report, photos }), row);
}

/// A place in the queue.
fn row(moment: &Moment, order: Option<OrderId>, role: PhotoRole, kept: &Kept) -> Upload {
    Upload {
        photo: PhotoId(moment.new_id()),
        op_id: moment.new_op(),
        order,
        sha256: kept.sha256().clone(),
        role,
        size: u64::try_from(kept.sent().len()).unwrap_or(u64::MAX),
        kind: kept.kind(),
        made_at: moment.wall(),
        place: None,
        sent: 0,
        state: UploadState::Queued,
    }
}
