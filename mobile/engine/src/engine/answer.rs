//! Which part of the engine answers which request.

use kuitti_shared::domain::Fix;
use kuitti_shared::id::{OrderId, RequestId};
use kuitti_shared::operation::Report;
use kuitti_shared::unit::WallTime;
use kuitti_tiles::TileAddress;

use super::moment::Moment;
use super::photos::Marked;
use super::{Answer, Inner, drive, enrol, held, photos, rescue, room, tap};
use crate::error::EngineError;
use crate::map;
use crate::protocol::{Event, Problem, Reply, Request, Visibility};
use crate::screens;
use crate::store::taken::Purpose;
use crate::store::{log, meta, seen, sent_log, upload};
use crate::track;

pub(super) async fn answer(engine: &Inner, request: Request, bytes: Vec<u8>) -> Answer {
    let answered = match request {
        Request::Photo { photo, size } => photos::read(engine, photo, size).await.map(|bytes| Answer {
            reply: Reply::Photo,
            bytes: Some(bytes),
        }),
        Request::AddPhoto {
            order,
            role,
            fix,
            marks,
        } => {
            let marked = Marked {
                original: bytes,
                marks,
            };
            photos::take(engine, Purpose::Order { order, role }, fix, marked)
                .await
                .map(Answer::from)
        }
        Request::Enrol {
            server,
            code,
            device_name,
        } => enrol(engine, &server, code, device_name).await.map(Answer::from),
        // One engine is one worker's: the installation knows the others.
        Request::Workers | Request::ShowWorker { .. } | Request::RemoveWorker { .. } => {
            Err(Problem::NotPossible.into())
        }
        Request::DropTaken(number) => photos::drop_taken(engine, number).await.map(Answer::from),
        Request::ForgetSent => forget_sent(engine).await.map(Answer::from),
        Request::Rescue => rescue::rescue(engine).await,
        Request::ReadTrack => track::read(&bytes)
            .map(|track| Reply::Track(Box::new(track)).into())
            .map_err(EngineError::from),
        Request::MapTile { z, x, y } => {
            map::tile(engine, TileAddress { z, x, y })
                .await
                .map(|bytes| Answer {
                    reply: Reply::MapTile,
                    bytes,
                })
        }
        Request::Perform { order, action, fix } => tap::perform(engine, order, action, fix).map(Answer::from),
        Request::Report {
            category,
            description,
            place,
            fix,
        } => {
            let report = Report {
                request: RequestId(Moment::now(engine, fix).new_id()),
                category,
                description,
                place,
            };
            photos::take(engine, Purpose::Report { report }, fix, Marked::plain(bytes))
                .await
                .map(Answer::from)
        }
        Request::FinishTogether { orders, fix } => finish_together(engine, &orders, fix, bytes)
            .await
            .map(Answer::from),
        Request::TakeBack { moves } => tap::take_back(engine, &moves).map(Answer::from),
        Request::Status
        | Request::Today
        | Request::Order { .. }
        | Request::Receipts
        | Request::Shift { .. }
        | Request::Log
        | Request::Town
        | Request::Room
        | Request::Map => look(engine, &request).map(Answer::from),
        Request::Seen { order } => seen(engine, order).map(Answer::from),
        Request::SyncNow
        | Request::PlanVisits
        | Request::SetVisibility { .. }
        | Request::SetFix { .. }
        | Request::SetLanguage { .. }
        | Request::SetTheme { .. }
        | Request::SetLargeOver { .. }
        | Request::SendPhotos => set(engine, &request).map(Answer::from),
    };
    match answered {
        Ok(answer) => answer,
        Err(error) => Reply::Failed(room::problem_of(engine, &error).await).into(),
    }
}

/// Becomes a worker's device.
async fn enrol(
    engine: &Inner,
    server: &str,
    code: String,
    device_name: String,
) -> Result<Reply, EngineError> {
    let admission = enrol::redeem(engine, server, code, device_name).await?;
    enrol::admit(engine, &admission).await?;
    look(engine, &Request::Status)
}

/// Requests that only look.
fn look(engine: &Inner, request: &Request) -> Result<Reply, EngineError> {
    let (sight, now) = (engine.sight(), engine.wall());
    let store = engine.store.borrow();
    let (store, orders) = (store.read(), &engine.orders);
    Ok(match request {
        Request::Today => {
            let today = screens::today(store, orders, &sight, now)?;
            engine.live.borrow_mut().plan = Some(screens::Plan::shown(&today, sight.plan.as_ref()));
            Reply::Today(Box::new(today))
        }
        Request::Order { order } => {
            let view = screens::order(store, &sight, now, *order)?;
            Reply::Order(Box::new(view.ok_or(Problem::OrderUnknown)?))
        }
        Request::Receipts => Reply::Receipts(Box::new(screens::receipts(store, orders)?)),
        Request::Map => Reply::Map(Box::new(map::view(store, engine.live.borrow().map_arrived)?)),
        Request::Shift { since } => Reply::Shift(screens::shift(store, orders, *since)?),
        Request::Log => Reply::Log(log::lines(store)?),
        Request::Room => Reply::Room(screens::room(store)?),
        Request::Town => {
            let town = meta::get(store, &meta::TOWN)?;
            Reply::Town(Box::new(town.ok_or(Problem::NotEnrolled)?))
        }
        _ => Reply::Status(Box::new(screens::status(store, &sight, now)?)),
    })
}

/// Requests that change how the engine behaves.
fn set(engine: &Inner, request: &Request) -> Result<Reply, EngineError> {
    match request {
        Request::PlanVisits => plan_visits(engine)?,
        Request::SetFix { fix, source } => {
            let mut live = engine.live.borrow_mut();
            (live.fix, live.fix_source) = (*fix, *source);
        }
        Request::SetVisibility { visibility } => {
            engine.live.borrow_mut().visibility = *visibility;
            if *visibility == Visibility::Front {
                drive::sync_now(engine);
            }
            engine.bells.wait.ring();
        }
        Request::SetLanguage { language } => {
            change_settings(engine, |settings| settings.language = Some(*language))?;
        }
        Request::SetTheme { theme } => change_settings(engine, |settings| settings.theme = *theme)?,
        Request::SetLargeOver { over } => {
            change_settings(engine, |settings| settings.large_over = *over)?;
            engine.bells.upload.ring();
            engine.bells.map.ring();
        }
        _ => {
            let parked = engine.store.borrow_mut().write(|store| upload::unpark(store))?;
            if *request == Request::SendPhotos {
                held::send_on(engine)?;
            }
            if parked > 0 {
                engine.emit(Event::ViewChanged { orders: Vec::new() });
            }
            drive::sync_now(engine);
        }
    }
    Ok(Reply::Done)
}

async fn finish_together(
    engine: &Inner,
    orders: &[OrderId],
    fix: Option<Fix>,
    photo: Vec<u8>,
) -> Result<Reply, EngineError> {
    let purpose = photos::finishing(engine, orders)?;
    photos::take(engine, purpose, fix, Marked::plain(photo)).await
}

/// Drops the visiting order that was shown, if another would be planned now.
fn plan_visits(engine: &Inner) -> Result<(), EngineError> {
    let agreed = screens::agreed(engine.store.borrow().read(), &engine.orders)?;
    let mut live = engine.live.borrow_mut();
    let here = live.fix.map(|fix| fix.position);
    live.plan.take_if(|plan| plan.is_outdated(here, &agreed));
    Ok(())
}

/// The worker has looked at an order.
fn seen(engine: &Inner, order: OrderId) -> Result<Reply, EngineError> {
    if engine
        .store
        .borrow_mut()
        .write(|store| seen::look(store, order))?
    {
        engine.emit(Event::ViewChanged { orders: vec![order] });
    }
    Ok(Reply::Done)
}

fn change_settings(
    engine: &Inner,
    change: impl FnOnce(&mut crate::protocol::Settings),
) -> Result<(), EngineError> {
    engine.store.borrow_mut().write(|store| {
        let mut settings = meta::get(store, &meta::SETTINGS)?.unwrap_or_default();
        change(&mut settings);
        meta::set(store, &meta::SETTINGS, &settings)
    })?;
    engine.announce();
    Ok(())
}

async fn forget_sent(engine: &Inner) -> Result<Reply, EngineError> {
    // Whatever the clocks said when it was sent.
    let whenever = WallTime(i64::MAX);
    engine.store.borrow_mut().write(|store| {
        sent_log::forget_until(store, whenever)?;
        upload::forget_until(store, whenever)
    })?;
    photos::sweep(engine).await?;
    engine.emit(Event::ViewChanged { orders: Vec::new() });
    Ok(Reply::Done)
}
