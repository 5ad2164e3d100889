//! Unsent work leaves a phone as a file, and stays on it.

use kuitti_engine::protocol::{Problem, Reply, Request, RescueWritten};
use kuitti_rescue::{Rescue, open};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::request::SyncRequest;
use kuitti_shared::sync::rescue::RescueCode;
use serde_json::value::RawValue;

use crate::device::Device;
use crate::files::add;
use crate::pictures::plain;
use crate::town::{Town, rescue_code};

fn note(text: &str) -> Action {
    Action::Note {
        text: text.to_owned(),
    }
}

async fn written(device: &Device) -> (RescueWritten, Vec<u8>) {
    let answer = device.engine.call(Request::Rescue, Vec::new()).await;
    match answer.reply {
        Reply::Rescue(written) => (written, answer.bytes.unwrap()),
        other => panic!("{other:?}"),
    }
}

fn requests(rescue: &Rescue) -> Vec<SyncRequest> {
    let read = |body: &RawValue| serde_json::from_str(body.get()).unwrap();
    rescue.head.requests.iter().map(|body| read(body)).collect()
}

#[tokio::test]
async fn the_file_holds_what_would_be_sent_and_the_photos() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    device.perform(order, note("sent")).await;
    device.sync().await;
    device.perform(order, note("not sent")).await;
    add(&device, order, plain(1)).await;
    add(&device, order, plain(1)).await;
    let (said, file) = written(&device).await;
    // The same picture twice is two operations and one content.
    let expected = RescueWritten {
        operations: 3,
        photos: 1,
        photos_left: 0,
    };
    assert_eq!(said, expected);

    let rescue = open(&rescue_code(), &file).unwrap();
    let [request] = requests(&rescue).try_into().unwrap();
    let seqs: Vec<u64> = request.ops.iter().map(|op| op.seq.0).collect();
    assert_eq!(seqs, [2, 3, 4], "numbered as the phone will send them");
    let content = &rescue.head.photos[0].sha256;
    assert_eq!(*content, device.order(order).await.aggregate.photos[0].sha256);
    assert!(open(&RescueCode::from_random(1), &file).is_err());

    // Nothing on the phone has changed: it still sends all of it by itself.
    assert_eq!(device.status().await.pending.operations, 3);
    device.sync().await;
    assert_eq!(town.op_ids().len(), 4);
    assert_eq!(town.0.borrow().operations[1..], request.ops);
}

#[tokio::test]
async fn more_than_one_request_carries_is_split_without_a_gap() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    for number in 0..40 {
        device
            .note(order, &format!("{number} {}", "x".repeat(15_000)))
            .await;
    }
    let (said, file) = written(&device).await;
    assert_eq!(said.operations, 40);
    let requests = requests(&open(&rescue_code(), &file).unwrap());
    assert!(requests.len() > 2, "{}", requests.len());
    let seqs = requests
        .iter()
        .flat_map(|request| &request.ops)
        .map(|op| op.seq.0);
    assert_eq!(seqs.collect::<Vec<_>>(), (1..=40).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_photo_that_is_damaged_on_the_phone_is_left_out_and_counted() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    add(&device, order, plain(1)).await;
    add(&device, order, plain(2)).await;
    let hash = device.order(order).await.aggregate.photos[0].sha256.clone();
    let path = device
        .directory
        .path()
        .join("photos")
        .join(format!("{hash}.photo"));
    std::fs::write(path, b"rot").unwrap();
    let (said, file) = written(&device).await;
    assert_eq!((said.operations, said.photos, said.photos_left), (2, 1, 1));
    assert_eq!(open(&rescue_code(), &file).unwrap().head.photos_left, 1);
}

#[tokio::test]
async fn with_everything_sent_there_is_nothing_to_rescue() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    device.perform(order, note("sent")).await;
    device.sync().await;
    let answer = device.engine.call(Request::Rescue, Vec::new()).await;
    assert_eq!(answer.reply, Reply::Failed(Problem::NothingToRescue));
}

#[tokio::test]
async fn a_locked_phone_still_writes_the_file() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    town.0.borrow_mut().refuses_token = true;
    device.perform(order, note("after the lock")).await;
    assert!(device.try_sync().await.is_err());
    assert_eq!(written(&device).await.0.operations, 1);
}
