//! What the engine does by itself: sync when there is something to say, upload photos after that, wait at the server for
//! news while somebody looks.

use futures_util::future::join5;
use kuitti_shared::sync::response::SyncResponse;
use kuitti_shared::unit::Millis;

use super::{Inner, held, photos, room};
use crate::bell::either;
use crate::error::EngineError;
use crate::files;
use crate::map;
use crate::ports::TransportError;
use crate::protocol::{Event, Problem, Visibility};
use crate::store::{meta, outbox};
use crate::sync::Push;
use crate::sync::backoff::below;
use crate::sync::exchange::exchange;

/// Without any reason the device asks this often; the office's view of the device is never older.
const IDLE: Millis = Millis::from_seconds(5 * 60);
/// A town's map changes some times a year.
const MAP_IS_NEW: Millis = Millis::from_seconds(24 * 60 * 60);
/// While photos wait for Wi-Fi. It costs no network.
const LOOK_FOR_WIFI: Millis = Millis::from_seconds(30);
/// Longer than the server holds a waiting request open.
const WAIT_PATIENCE: Millis = Millis::from_seconds(75);
/// The shortest rest between two waiting requests, so that a confused server is not asked in a circle.
const WAIT_REST: Millis = Millis::from_seconds(1);

/// Until the engine is closed.
pub(super) async fn run(engine: &Inner) {
    let loops = join5(
        photos::go_on(engine),
        sync_loop(engine),
        upload_loop(engine),
        wait_loop(engine),
        map_loop(engine),
    );
    either(loops, engine.bells.close.rung()).await;
}

/// Everything once.
pub(super) async fn once(engine: &Inner) -> Result<(), EngineError> {
    photos::go_on(engine).await;
    sync(engine).await.1?;
    match upload(engine).await {
        files::Round::Done { arrived: 0 }
        | files::Round::Held { arrived: 0 }
        | files::Round::OperationsFirst => Ok(()),
        files::Round::Done { .. } | files::Round::Held { .. } => sync(engine).await.1,
        files::Round::Trouble(error) => Err(error.into()),
    }
}

/// Something was saved. While a failure is waited out, it waits too.
pub(super) fn nudge(engine: &Inner) {
    if engine.live.borrow().retry_at.is_none() {
        engine.bells.sync.ring();
    }
}

/// Somebody wants it now, or the network is back.
pub(super) fn sync_now(engine: &Inner) {
    {
        let mut live = engine.live.borrow_mut();
        live.refused = false;
        live.retry_at = None;
        live.backoff.succeed();
        live.upload_backoff.succeed();
    }
    engine.bells.sync.ring();
}

async fn sync_loop(engine: &Inner) {
    loop {
        let pause = if may_sync(engine) {
            sync(engine).await.0
        } else {
            IDLE
        };
        either(engine.bells.sync.rung(), engine.ports.timer.sleep(pause)).await;
    }
}

fn may_sync(engine: &Inner) -> bool {
    let enrolled = meta::get(engine.store.borrow().read(), &meta::SESSION);
    enrolled.is_ok_and(|session| session.is_some()) && !engine.live.borrow().refused
}

/// One exchange, with everything that follows. Returns how long to rest.
async fn sync(engine: &Inner) -> (Millis, Result<(), EngineError>) {
    let _turn = engine.turn.lock().await;
    engine.live.borrow_mut().syncing = true;
    engine.announce();
    let (exchanged, result) = exchange(engine).await;
    engine.live.borrow_mut().syncing = false;
    if exchanged.town {
        engine.emit(Event::ViewChanged { orders: Vec::new() });
    } else if !exchanged.orders.is_empty() {
        let orders = exchanged.orders.into_iter().collect();
        engine.emit(Event::ViewChanged { orders });
    }
    if exchanged.photos_forgotten > 0 {
        // What cannot be deleted now goes at the next start.
        let _later = photos::sweep(engine).await;
    }
    let pause = match &result {
        Ok(()) => succeeded(engine),
        Err(error) => {
            let problem = room::problem_of(engine, error).await;
            failed(engine, error, problem)
        }
    };
    engine.announce();
    (pause, result)
}

fn succeeded(engine: &Inner) -> Millis {
    {
        let mut live = engine.live.borrow_mut();
        live.backoff.succeed();
        live.retry_at = None;
        live.problem = None;
    }
    engine.bells.upload.ring();
    engine.bells.wait.ring();
    engine.bells.map.ring();
    Millis(IDLE.0 / 2 + below(IDLE.0 / 2, &*engine.ports.random))
}

fn failed(engine: &Inner, error: &EngineError, problem: Problem) -> Millis {
    let now = engine.wall();
    engine.log("sync_failed", &error.code());
    let mut live = engine.live.borrow_mut();
    let EngineError::Transport(error) = error else {
        live.problem = Some(problem);
        return IDLE;
    };
    if *error == TransportError::Unauthorised {
        live.refused = true;
        live.problem = Some(Problem::Revoked);
        return IDLE;
    }
    let pause = live.backoff.fail(error, &*engine.ports.random);
    let retry_at = now + pause;
    live.retry_at = Some(retry_at);
    live.problem = Some(error.problem(Some(retry_at)));
    pause
}

async fn upload_loop(engine: &Inner) {
    loop {
        engine.bells.upload.rung().await;
        match upload(engine).await {
            files::Round::Done { arrived: 0 } | files::Round::OperationsFirst => {}
            files::Round::Held { arrived } => {
                if arrived > 0 {
                    nudge(engine);
                }
                either(
                    engine.bells.upload.rung(),
                    engine.ports.timer.sleep(LOOK_FOR_WIFI),
                )
                .await;
                engine.bells.upload.ring();
            }
            // The order shows that its photos are there as soon as it is fetched again.
            files::Round::Done { .. } => nudge(engine),
            files::Round::Trouble(error) => {
                engine.log("photos_wait", &error.code());
                let pause = {
                    let mut live = engine.live.borrow_mut();
                    live.refused |= error == TransportError::Unauthorised;
                    live.upload_backoff.fail(&error, &*engine.ports.random)
                };
                either(engine.bells.upload.rung(), engine.ports.timer.sleep(pause)).await;
                engine.bells.upload.ring();
            }
        }
    }
}

/// One round of uploads. Operations go first: they are small and say what the photos are.
async fn upload(engine: &Inner) -> files::Round {
    let _turn = engine.upload_turn.lock().await;
    let waiting = outbox::unacknowledged_count(engine.store.borrow().read());
    if !may_sync(engine) || waiting.is_ok_and(|(count, _)| count > 0) {
        return files::Round::OperationsFirst;
    }
    let round = files::upload_all(engine).await;
    if matches!(round, files::Round::Done { .. }) {
        engine.live.borrow_mut().upload_backoff.succeed();
    }
    if !matches!(round, files::Round::Held { arrived: 0 }) {
        engine.announce();
    }
    round
}

/// The map comes last: it is large, and the work does not need it.
async fn map_loop(engine: &Inner) {
    loop {
        engine.bells.map.rung().await;
        if !is_map_due(engine) || held::look(engine).await.is_some() {
            continue;
        }
        match map::refresh(engine).await {
            Ok(()) => {
                let mut live = engine.live.borrow_mut();
                live.map_backoff.succeed();
                live.map_asked = Some(engine.wall());
            }
            Err(EngineError::Transport(error)) => {
                let pause = engine
                    .live
                    .borrow_mut()
                    .map_backoff
                    .fail(&error, &*engine.ports.random);
                engine.ports.timer.sleep(pause).await;
                engine.bells.map.ring();
            }
            // It waits for Wi-Fi, or there is no room for it: the next sync that gets through tries again.
            Err(_) => {}
        }
    }
}

/// Once a day, whichever way the clock was set meanwhile; nobody looks at the map of a worker who is not shown.
fn is_map_due(engine: &Inner) -> bool {
    let (shown, asked) = {
        let live = engine.live.borrow();
        (live.shown, live.map_asked)
    };
    shown && may_sync(engine) && asked.is_none_or(|asked| (engine.wall() - asked).0.abs() >= MAP_IS_NEW.0)
}

async fn wait_loop(engine: &Inner) {
    loop {
        if is_watched(engine) {
            let waited = either(wait(engine), engine.bells.wait.rung()).await;
            if matches!(waited, Some(Err(_))) {
                // A sync finds out what is wrong; when it gets through, it rings.
                let pause = Millis(below(WAIT_REST.0, &*engine.ports.random));
                engine.ports.timer.sleep(pause).await;
                nudge(engine);
                engine.bells.wait.rung().await;
            }
        } else {
            engine.bells.wait.rung().await;
        }
    }
}

/// Does somebody look, and does the way to the server work? A sync that runs rings when it is through.
fn is_watched(engine: &Inner) -> bool {
    let is_open = may_sync(engine);
    let live = engine.live.borrow();
    let is_settled = !live.syncing && live.retry_at.is_none() && live.problem.is_none();
    is_open && is_settled && live.visibility == Visibility::Front
}

/// Waits at the server until something changed, or until it says that nothing has.
async fn wait(engine: &Inner) -> Result<(), EngineError> {
    let (session, push) = {
        let store = engine.store.borrow();
        let session = meta::get(store.read(), &meta::SESSION)?.ok_or(Problem::NotEnrolled)?;
        let push = Push::without_operations(store.read(), engine.ports.clock.now())?;
        (session, push)
    };
    let answer = engine.ports.transport.wait(&session, &push);
    match either(answer, engine.ports.timer.sleep(WAIT_PATIENCE)).await {
        None => Ok(()),
        Some(Err(error)) => Err(error.into()),
        Some(Ok(response)) => {
            if has_news(&response) {
                engine.bells.sync.ring();
            }
            engine.ports.timer.sleep(WAIT_REST).await;
            Ok(())
        }
    }
}

fn has_news(response: &SyncResponse) -> bool {
    !response.scopes.is_empty() || response.town.is_some() || response.new_incarnation.is_some()
}
