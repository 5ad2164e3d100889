//! Photos on the device: developed, durable, then announced (SYNC.md rule 13).

mod kept;
mod taken;

use kuitti_shared::clock::PushClock;
use kuitti_shared::domain::{Extent, Fix, Outcome, PhotoRole};
use kuitti_shared::id::{OpId, OrderId, PhotoId, RequestId};
use kuitti_shared::operation::{Action, PhotoTaken, Report, ReportWithPhotos};
use rusqlite::Connection;
use uuid::Uuid;

pub(super) use self::kept::Marked;
use self::kept::{Kept, develop};
pub(super) use self::taken::go_on;
use super::Inner;
use super::tap::{self, Tap};
use crate::error::EngineError;
use crate::map;
use crate::ports::BlobKey;
use crate::protocol::{PhotoSize, Problem, Reply};
use crate::store::taken::Taken;
use crate::store::upload::{self, Upload, UploadState};
use crate::store::{self, base};

/// Keeps a photo and announces it.
pub(super) async fn add(
    engine: &Inner,
    order: OrderId,
    role: PhotoRole,
    fix: Option<Fix>,
    marked: Marked,
) -> Result<Reply, EngineError> {
    check_known(engine, order)?;
    marked.check()?;
    let pressed = Moment::now(engine, fix);
    let taken = Taken {
        order,
        role,
        fix: pressed.fix,
        marks: marked.marks.clone(),
        clock: pressed.clock,
    };
    let safe = taken::make_safe(engine, &taken, &marked.original).await?;
    match develop(engine, marked).await {
        Ok(kept) => taken::keep(engine, &taken, Moment::now(engine, fix), &kept, safe).await,
        Err(error) => {
            taken::let_go(engine, safe).await;
            Err(error)
        }
    }
}

/// Several orders at one place are done, with one photo for all of them: in one transaction, so that no power cut leaves
/// half a stop.
pub(super) async fn finish_together(
    engine: &Inner,
    orders: &[OrderId],
    fix: Option<Fix>,
    original: Vec<u8>,
) -> Result<Reply, EngineError> {
    for order in orders {
        check_known(engine, *order)?;
    }
    let kept = match original.is_empty() {
        true => None,
        false => Some(develop(engine, Marked::plain(original)).await?),
    };
    let _nothing_is_swept_meanwhile = engine.files.lock().await;
    if let Some(kept) = &kept {
        kept.write(engine).await?;
    }
    let mut moment = Moment::now(engine, fix);
    let mut last = Err(Problem::NotPossible);
    let mut work = Vec::new();
    for order in orders {
        let photo = kept
            .as_ref()
            .map(|kept| moment.photo(engine, *order, PhotoRole::After, kept));
        let finish = Action::Finish {
            outcome: Outcome::Done,
            extent: Extent::Whole,
            follow_up: None,
        };
        let op = moment.new_op(engine);
        last = Ok(op);
        work.push((photo, moment.tap(Some(*order), finish), op));
    }
    let last = last?;
    let clock = moment.clock;
    engine
        .store
        .borrow_mut()
        .write(|store| -> Result<(), EngineError> {
            for (photo, finish, op) in work {
                if let Some((row, tap)) = photo {
                    write(store, &row, tap, clock)?;
                }
                tap::append(store, finish, clock, op)?;
            }
            Ok(())
        })?;
    for order in orders {
        tap::tell(engine, last, Some(*order));
    }
    Ok(Reply::Saved {
        op: last,
        photo: None,
        unopened: kept.is_some_and(|kept| kept.is_file()),
    })
}

/// A new problem, found on the way, with a photo if there is one.
pub(super) async fn report(
    engine: &Inner,
    report: Report,
    fix: Option<Fix>,
    original: Vec<u8>,
) -> Result<Reply, EngineError> {
    let mut moment = Moment::now(engine, fix);
    let report = Report {
        request: RequestId(moment.new_id(engine)),
        ..report
    };
    if original.is_empty() {
        return tap::save(engine, moment.tap(None, Action::Report(report)));
    }
    let kept = develop(engine, Marked::plain(original)).await?;
    let _nothing_is_swept_meanwhile = engine.files.lock().await;
    kept.write(engine).await?;
    let op = moment.new_op(engine);
    let row = moment.row(engine, None, PhotoRole::Other, &kept, op);
    let action = Action::ReportWithPhotos(ReportWithPhotos {
        report,
        photos: vec![row.sha256.clone()],
    });
    tap::check_length(&action)?;
    let tap = moment.tap(None, action);
    engine
        .store
        .borrow_mut()
        .write(|store| write(store, &row, tap, moment.clock))?;
    tap::tell(engine, op, None);
    Ok(Reply::Saved {
        op,
        photo: Some(row.photo),
        unopened: kept.is_file(),
    })
}

/// When and where something is done, with the ids that it gets.
struct Moment {
    clock: PushClock,
    fix: Option<Fix>,
}

impl Moment {
    fn now(engine: &Inner, fix: Option<Fix>) -> Self {
        Self {
            clock: engine.ports.clock.now(),
            fix: fix.or(engine.live.borrow().measured()),
        }
    }

    fn new_id(&mut self, engine: &Inner) -> Uuid {
        engine.ids.next(self.clock.stamp.wall, &*engine.ports.random)
    }

    fn new_op(&mut self, engine: &Inner) -> OpId {
        OpId(self.new_id(engine))
    }

    fn tap(&self, order: Option<OrderId>, action: Action) -> Tap {
        let fix = self.fix;
        Tap { order, action, fix }
    }

    /// A place in the queue.
    fn row(
        &mut self,
        engine: &Inner,
        order: Option<OrderId>,
        role: PhotoRole,
        kept: &Kept,
        op_id: OpId,
    ) -> Upload {
        Upload {
            photo: PhotoId(self.new_id(engine)),
            op_id,
            order,
            sha256: kept.sha256().clone(),
            role,
            size: u64::try_from(kept.sent().len()).unwrap_or(u64::MAX),
            kind: kept.kind(),
            made_at: self.clock.stamp.wall,
            place: None,
            sent: 0,
            state: UploadState::Queued,
        }
    }

    /// A photo of an order: its place in the queue, and the operation that announces it.
    fn photo(&mut self, engine: &Inner, order: OrderId, role: PhotoRole, kept: &Kept) -> (Upload, Tap) {
        let op_id = self.new_op(engine);
        let row = self.row(engine, Some(order), role, kept, op_id);
        let (width, height) = kept.sides();
        let taken = PhotoTaken {
            photo: row.photo,
            sha256: row.sha256.clone(),
            size: row.size,
            width,
            height,
            role,
            taken_at: kept.taken_at(),
            taken_where: kept.taken_where(self.clock.stamp.wall).or(self.fix),
        };
        (row, self.tap(Some(order), Action::Photo(taken)))
    }
}

/// The row and its operation, in the caller's transaction.
fn write(store: &Connection, row: &Upload, tap: Tap, clock: PushClock) -> Result<(), EngineError> {
    upload::enqueue(store, row)?;
    tap::append(store, tap, clock, row.op_id)
}

/// Is the order on this phone? Known before a photo is developed.
fn check_known(engine: &Inner, order: OrderId) -> Result<(), EngineError> {
    let known = base::knowledge(engine.store.borrow().read(), order)?;
    known.map(drop).ok_or_else(|| Problem::OrderUnknown.into())
}

/// A picture for the screens.
pub(super) async fn read(engine: &Inner, photo: PhotoId, size: PhotoSize) -> Result<Vec<u8>, EngineError> {
    let found = upload::find(engine.store.borrow().read(), photo)?;
    let hash = found.ok_or(Problem::PhotoNotHere)?.sha256;
    let key = match size {
        PhotoSize::Thumbnail => BlobKey::Thumbnail(hash),
        PhotoSize::Full => BlobKey::Photo(hash),
    };
    let bytes = engine.ports.blobs.read(&key).await?;
    bytes.ok_or_else(|| Problem::PhotoNotHere.into())
}

/// Deletes files that no row names: a photo whose row was never written, or one that was forgotten.
pub(super) async fn sweep(engine: &Inner) -> Result<(), EngineError> {
    let _nothing_is_added_meanwhile = engine.files.lock().await;
    let needed = upload::hashes(engine.store.borrow().read())?;
    let taken = store::taken::hashes(engine.store.borrow().read())?;
    let maps = map::kept(engine.store.borrow().read())?;
    for key in engine.ports.blobs.list().await? {
        let is_needed = match &key {
            BlobKey::Photo(hash) | BlobKey::Thumbnail(hash) | BlobKey::Original(hash) => {
                needed.contains(hash)
            }
            BlobKey::Taken(hash) => taken.contains(hash),
            BlobKey::Map { pack, .. } => maps.contains(pack),
            BlobKey::Probe => false,
        };
        if !is_needed {
            engine.ports.blobs.delete(&key).await?;
        }
    }
    Ok(())
}
