//! A server that refuses, is busy, is gone, or has forgotten the device.

use std::cell::RefCell;
use std::rc::Rc;

use kuitti_engine::ports::{PortFuture, Ports, Timer, TransportError};
use kuitti_engine::protocol::{Problem, Reply, Standing, SyncPhase};
use kuitti_shared::unit::Millis;

use crate::device::Device;
use crate::town::{Fault, Town};

#[tokio::test]
async fn a_refused_token_stops_nothing_but_syncing_and_a_new_code_hands_everything_in() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.0.borrow_mut().refuses_token = true;
    let first = device.note(order, "before").await;
    assert!(device.try_sync().await.is_err());
    let status = device.status().await;
    assert_eq!(
        (status.standing, status.problem),
        (Standing::Revoked, Some(Problem::Revoked))
    );

    let device = device.after_a_kill().await;
    let second = device.note(order, "after").await;
    assert_eq!(device.notes(order).await, ["before", "after"]);
    assert_eq!(device.status().await.pending.operations, 2);

    assert_eq!(
        device.enrol("7K3M-Q0AB").await,
        Reply::Failed(Problem::EnrolmentUsed)
    );
    assert!(matches!(device.enrol("9999-0000").await, Reply::Status(_)));
    device.sync().await;
    assert_eq!(town.op_ids(), [first, second]);
    let status = device.status().await;
    assert_eq!((status.standing, status.problem), (Standing::Active, None));
    assert_eq!(device.notes(order).await, ["before", "after"]);
}

#[tokio::test]
async fn a_request_that_is_too_large_is_halved_at_once() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    for number in 0..8 {
        device.note(order, &number.to_string()).await;
    }
    let too_large = Fault::Refused(TransportError::TooLarge);
    town.script([too_large.clone(), too_large]);
    device.sync().await;
    let state = town.0.borrow();
    let sizes: Vec<usize> = state.requests.iter().map(|request| request.ops.len()).collect();
    assert_eq!(sizes, [0, 2, 6]);
    assert_eq!(state.operations.len(), 8);
}

#[tokio::test]
async fn a_server_that_fails_gets_less_next_time() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    for number in 0..4 {
        device.note(order, &number.to_string()).await;
    }
    town.script([Fault::Refused(TransportError::Failed("500".to_owned()))]);
    assert!(device.try_sync().await.is_err());
    device.sync().await;
    assert_eq!(town.0.borrow().requests[1].ops.len(), 2);
    assert_eq!(town.op_ids().len(), 4);
}

/// Rests end at once, and are written down; limits never strike.
#[derive(Default)]
struct Hurry(RefCell<Vec<Millis>>);

impl Timer for Hurry {
    fn sleep(&self, span: Millis) -> PortFuture<'_, ()> {
        self.0.borrow_mut().push(span);
        if span < Millis::from_seconds(60) {
            Box::pin(tokio::task::yield_now())
        } else {
            Box::pin(std::future::pending())
        }
    }
}

#[tokio::test]
async fn a_busy_server_is_left_alone_as_long_as_it_asks_and_then_told_everything() {
    let town = Town::new();
    let order = town.give(1);
    let timer = Rc::new(Hurry::default());
    let kept = timer.clone();
    let device = Device::open_with(&town, tempfile::tempdir().unwrap(), |ports| Ports {
        timer: kept,
        ..ports
    })
    .await;
    device.enrol("7K3M-Q0AB").await;
    device.sync().await;
    device.note(order, "patience").await;
    let busy = TransportError::Busy {
        retry_after: Some(Millis::from_seconds(31)),
    };
    town.script([Fault::Refused(busy)]);
    assert!(device.try_sync().await.is_err());
    let status = device.status().await;
    assert!(matches!(
        status.problem,
        Some(Problem::ServerBusy { retry_at: Some(_) })
    ));
    assert!(matches!(status.sync.phase, SyncPhase::Waiting { .. }));

    town.script([Fault::offline(), Fault::offline(), Fault::offline()]);
    timer.0.borrow_mut().clear();
    let delivered = async {
        while town.op_ids().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        () = device.engine.run() => {}
        () = delivered => {}
    }
    let rests: Vec<Millis> = timer
        .0
        .borrow()
        .iter()
        .copied()
        .filter(|span| span.0 < 60_000)
        .collect();
    assert_eq!(rests.len(), 3, "{rests:?}");
}

#[tokio::test]
async fn taps_go_on_while_a_sync_hangs() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.script([Fault::Hang]);
    let taps = async {
        while town.0.borrow().faults.front().is_some() {
            tokio::task::yield_now().await;
        }
        for _ in 0..5 {
            device.note(order, "meanwhile").await;
        }
    };
    tokio::select! {
        () = device.engine.run() => panic!("the engine ended"),
        () = taps => {}
    }
    assert_eq!(device.status().await.sync.phase, SyncPhase::Syncing);
    assert_eq!(device.notes(order).await.len(), 5);
}
