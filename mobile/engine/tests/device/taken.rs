//! From the camera's button to a developed photo: the phone may be killed at any moment in between (SYNC.md rule 13).

use std::cell::Cell;
use std::rc::Rc;

use kuitti_engine::photo::{Developed, PhotoError};
use kuitti_engine::ports::{PhotoLab, PortFuture, Ports};
use kuitti_engine::protocol::{
    PhotoSize, Problem, ReceiptLine, ReceiptState, ReceiptSubject, Reply, Request,
};
use kuitti_shared::domain::{Mark, PhotoRole};
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::WallTime;

use crate::device::Device;
use crate::files::{add, picture, try_add};
use crate::pictures::plain;
use crate::town::{NOON, Town};

/// The phone is killed before a photo comes out of it.
#[derive(Default)]
struct NeverReady {
    /// It was asked for one.
    asked: Cell<bool>,
}

impl PhotoLab for NeverReady {
    fn develop(
        &self,
        _original: Vec<u8>,
        _marks: Vec<Mark>,
    ) -> PortFuture<'_, Result<Developed, PhotoError>> {
        self.asked.set(true);
        Box::pin(std::future::pending())
    }
}

/// Nothing comes out of it, and it says so.
struct Broken;

impl PhotoLab for Broken {
    fn develop(
        &self,
        _original: Vec<u8>,
        _marks: Vec<Mark>,
    ) -> PortFuture<'_, Result<Developed, PhotoError>> {
        Box::pin(std::future::ready(Err(PhotoError::LabGone)))
    }
}

async fn phone_with(town: &Town, lab: Rc<dyn PhotoLab>) -> Device {
    let change = |ports| Ports { lab, ..ports };
    let device = Device::open_with(town, tempfile::tempdir().unwrap(), change).await;
    device.enrol("7K3M-Q0AB").await;
    device.sync().await;
    device
}

/// Asks for something with a photo, and is killed while something is made of the picture.
async fn ask_and_be_killed(town: &Town, request: Request) -> Device {
    ask_and_be_killed_after(town, request, plain(1), async |_| {}).await
}

/// The same, after something else has happened.
async fn ask_and_be_killed_after(
    town: &Town,
    request: Request,
    bytes: Vec<u8>,
    meanwhile: impl AsyncFnOnce(&Device),
) -> Device {
    let lab = Rc::new(NeverReady::default());
    let device = phone_with(town, lab.clone()).await;
    let asked = async {
        while !lab.asked.get() {
            tokio::task::yield_now().await;
        }
        meanwhile(&device).await;
    };
    tokio::select! {
        answer = device.engine.call(request, bytes) => panic!("{:?}", answer.reply),
        () = asked => {}
    }
    device.after_a_kill().await
}

/// Presses the camera's button, and is killed then.
async fn press_and_be_killed(town: &Town, order: OrderId) -> Device {
    let request = Request::AddPhoto {
        order,
        role: PhotoRole::After,
        fix: None,
        marks: Vec::new(),
    };
    ask_and_be_killed(town, request).await
}

#[tokio::test]
async fn a_photo_that_was_taken_before_a_kill_is_developed_after_it() {
    let town = Town::new();
    let order = town.give(1);
    let device = press_and_be_killed(&town, order).await;
    device.clock.0.set(NOON + 3_600_000);
    assert!(device.order(order).await.aggregate.photos.is_empty());
    assert_eq!(
        device.status().await.pending.photos,
        1,
        "nobody says that everything is sent"
    );
    device.sync().await;
    assert_eq!(device.status().await.pending.photos, 0);

    let view = device.order(order).await;
    let [photo] = view.aggregate.photos.as_slice() else {
        panic!("{view:?}")
    };
    assert_eq!(photo.at.at, WallTime(NOON), "taken then, not now");
    assert!(picture(&device, photo.photo, PhotoSize::Full).await.is_some());
    assert_eq!(view.photos[&photo.photo].state, ReceiptState::Applied);
    // The camera's bytes are needed no more, and no start develops it again.
    let device = device.after_a_kill().await;
    device.sync().await;
    assert_eq!(device.order(order).await.aggregate.photos.len(), 1);
    let left = std::fs::read_dir(device.directory.path().join("photos")).unwrap();
    let left: Vec<_> = left.map(|file| file.unwrap().file_name()).collect();
    assert!(
        left.iter()
            .all(|name| !name.to_str().unwrap().ends_with(".taken")),
        "{left:?}"
    );
}

#[tokio::test]
async fn what_was_finished_together_with_a_photo_is_finished_after_a_kill() {
    let town = Town::new();
    let orders = [1, 2].map(|number| town.give(number));
    let device = ask_and_be_killed(
        &town,
        Request::FinishTogether {
            orders: orders.to_vec(),
            fix: None,
        },
    )
    .await;
    device.sync().await;
    for order in orders {
        let aggregate = town.order(order);
        assert!(aggregate.order.status.is_terminal(), "{:?}", aggregate.order);
        assert_eq!(aggregate.photos.len(), 1, "its photo stands on each");
    }
    let device = device.after_a_kill().await;
    device.sync().await;
    assert_eq!(device.order(orders[0]).await.aggregate.photos.len(), 1);
}

#[tokio::test]
async fn what_is_finished_after_a_kill_knows_what_the_worker_knew_and_leaves_nothing_behind() {
    let town = Town::new();
    let orders = [1, 2].map(|number| town.give(number));
    let finish = Request::FinishTogether {
        orders: orders.to_vec(),
        fix: None,
    };
    let known = town.order(orders[0]).order.version;
    let device = ask_and_be_killed_after(&town, finish, plain(1), async |device| {
        town.edit(orders[0], |order| order.title = "Another lamp".to_owned());
        device.sync().await;
    })
    .await;
    device.sync().await;
    assert!(town.order(orders[0]).order.version > known);
    let state = town.0.borrow();
    let finished: Vec<_> = state
        .operations
        .iter()
        .filter(|said| said.kind == "finish@1")
        .collect();
    assert_eq!(finished.len(), 2);
    assert!(
        finished.iter().all(|said| said.base.version == known),
        "{finished:?}"
    );
}

fn report() -> Request {
    Request::Report {
        category: "lamp".into(),
        description: "The next one leans".to_owned(),
        place: kuitti_shared::domain::Place::default(),
        fix: None,
    }
}

#[tokio::test]
async fn a_report_whose_picture_can_never_be_sent_is_made_without_it_after_a_kill() {
    let town = Town::new();
    let too_large_to_send = vec![0x55; 26 * 1024 * 1024];
    let device = ask_and_be_killed_after(&town, report(), too_large_to_send, async |_| {}).await;
    device.sync().await;
    let said: Vec<_> = town
        .0
        .borrow()
        .operations
        .iter()
        .map(|said| said.kind.clone())
        .collect();
    assert_eq!(said, ["report@1"]);
    assert!(town.0.borrow().files.is_empty());
    read_and_drop(&device, "report_without_photo").await;
}

#[tokio::test]
async fn a_report_whose_picture_is_lost_is_made_without_it_after_a_kill() {
    let town = Town::new();
    let device = ask_and_be_killed(&town, report()).await;
    lose_files(&device);
    device.sync().await;
    let device = device.after_a_kill().await;
    device.sync().await;
    assert_eq!(town.0.borrow().operations.len(), 1, "it is told once");
    read_and_drop(&device, "report_without_photo").await;
}

#[tokio::test]
async fn a_photo_that_can_never_be_sent_is_told_to_the_worker_until_it_is_dropped() {
    let town = Town::new();
    let order = town.give(1);
    let device = press_and_be_killed(&town, order).await;
    lose_files(&device);
    device.sync().await;
    let device = device.after_a_kill().await;
    device.sync().await;
    assert!(device.order(order).await.aggregate.photos.is_empty());
    let line = read_and_drop(&device, "photo_damaged").await;
    assert_eq!((line.order, line.made_at), (Some(order), WallTime(NOON)));
    assert_eq!(line.title, town.order(order).order.title);
}

#[tokio::test]
async fn orders_are_not_finished_with_a_photo_that_is_lost_and_the_worker_reads_that() {
    let town = Town::new();
    let order = town.give(1);
    let finish = Request::FinishTogether {
        orders: vec![order],
        fix: None,
    };
    let device = ask_and_be_killed(&town, finish).await;
    lose_files(&device);
    device.sync().await;
    assert!(!town.order(order).order.status.is_terminal());
    read_and_drop(&device, "finish_without_photo").await;
}

#[tokio::test]
async fn what_may_still_be_sent_is_not_dropped() {
    let town = Town::new();
    let order = town.give(1);
    let device = press_and_be_killed(&town, order).await;
    let line = undeveloped(&device).await.unwrap();
    assert_eq!(line.state, ReceiptState::OnThisPhone);
    let reply = drop_taken(&device, &line).await;
    assert_eq!(reply, Reply::Failed(Problem::PhotoNotHere));
    device.sync().await;
    assert_eq!(device.order(order).await.aggregate.photos.len(), 1);
}

fn lose_files(device: &Device) {
    for file in std::fs::read_dir(device.directory.path().join("photos")).unwrap() {
        std::fs::remove_file(file.unwrap().path()).unwrap();
    }
}

/// The receipt of a photo that is not developed.
async fn undeveloped(device: &Device) -> Option<ReceiptLine> {
    let mut lines = device.receipts().await.lines.into_iter();
    lines.find(|line| matches!(line.subject, ReceiptSubject::Taken(_)))
}

async fn drop_taken(device: &Device, line: &ReceiptLine) -> Reply {
    let ReceiptSubject::Taken(number) = line.subject else {
        panic!("{line:?}")
    };
    device
        .engine
        .call(Request::DropTaken(number), Vec::new())
        .await
        .reply
}

/// The worker reads why a photo can never be sent, and is rid of it then.
async fn read_and_drop(device: &Device, code: &str) -> ReceiptLine {
    let line = undeveloped(device).await.unwrap();
    let told = ReceiptState::NeedsAttention {
        code: code.to_owned(),
    };
    assert_eq!(line.state, told);
    assert_eq!(
        device.status().await.pending.photos,
        1,
        "nobody says that everything is sent"
    );
    assert_eq!(drop_taken(device, &line).await, Reply::Done);
    assert_eq!(undeveloped(device).await, None);
    assert_eq!(device.status().await.pending.photos, 0);
    line
}

#[tokio::test]
async fn an_order_of_which_only_a_newer_app_knows_what_was_taken_at_it_is_not_removed() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let store = rusqlite::Connection::open(device.directory.path().join("kuitti.db")).unwrap();
    let of_later = r#"{"film":"of an order"}"#;
    store
        .execute(
            "INSERT INTO taken (sha256, doc) VALUES (?1, ?2)",
            ["7".repeat(64).as_str(), of_later],
        )
        .unwrap();
    drop(store);
    town.take(order, GoneReason::Reassigned);
    let device = device.after_a_kill().await;
    device.sync().await;
    assert_eq!(
        device.order(order).await.card.no_longer_yours,
        Some(GoneReason::Reassigned)
    );
    assert_eq!(device.status().await.pending.photos, 1);
}

#[tokio::test]
async fn a_report_with_a_photo_is_made_once_after_a_kill() {
    let town = Town::new();
    let device = ask_and_be_killed(&town, report()).await;
    device.sync().await;
    let device = device.after_a_kill().await;
    device.sync().await;
    let state = town.0.borrow();
    let reports = state.operations.iter().filter(|said| said.kind == "report@2");
    assert_eq!(reports.count(), 1);
    assert_eq!(state.files.len(), 1);
}

#[tokio::test]
async fn a_photo_of_which_the_worker_was_told_that_it_was_not_saved_does_not_come_back() {
    let town = Town::new();
    let order = town.give(1);
    let device = phone_with(&town, Rc::new(Broken)).await;
    let reply = try_add(&device, order, plain(1)).await;
    assert_eq!(reply, Reply::Failed(Problem::NotPossible));
    let device = device.after_a_kill().await;
    device.sync().await;
    assert!(device.order(order).await.aggregate.photos.is_empty());
    // The same picture again is a photo like any other.
    add(&device, order, plain(1)).await;
    device.sync().await;
    assert_eq!(device.order(order).await.aggregate.photos.len(), 1);
}
