//! Photos on their way: durable before the row, operations first, resumed, set aside when bad (SYNC.md rule 13).

use kuitti_engine::ports::TransportError;
use kuitti_engine::protocol::{Event, PhotoSize, ReceiptState, Reply, Request, RoomOnPhone};
use kuitti_shared::domain::mark::{Spot, WHOLE};
use kuitti_shared::domain::{Mark, PhotoRole, Place};
use kuitti_shared::id::{OrderId, PhotoId};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::response::GoneReason;

use crate::device::Device;
use crate::pictures::{check_upright, decode, held, jpeg, plain};
use crate::town::{Fault, Town};

/// A photo that does not compress well: several chunks to send.
fn noisy(seed: u32) -> Vec<u8> {
    let (width, height) = (1_600, 1_200);
    let mut state = seed | 1;
    let rgb: Vec<u8> = (0..width * height * 3)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            u8::try_from(state & 0xFF).unwrap()
        })
        .collect();
    jpeg(&rgb, width, height, b"")
}

pub(crate) async fn add(device: &Device, order: OrderId, bytes: Vec<u8>) -> PhotoId {
    match try_add(device, order, bytes).await {
        Reply::Saved {
            photo: Some(photo), ..
        } => photo,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn try_add(device: &Device, order: OrderId, bytes: Vec<u8>) -> Reply {
    let role = PhotoRole::After;
    let request = Request::AddPhoto {
        order,
        role,
        fix: None,
        marks: Vec::new(),
    };
    device.clock.0.set(device.clock.0.get() + 1_000);
    device.engine.call(request, bytes).await.reply
}

pub(crate) async fn picture(device: &Device, photo: PhotoId, size: PhotoSize) -> Option<Vec<u8>> {
    device
        .engine
        .call(Request::Photo { photo, size }, Vec::new())
        .await
        .bytes
}

pub(crate) async fn state(device: &Device, order: OrderId, photo: PhotoId) -> ReceiptState {
    device.order(order).await.photos[&photo].state.clone()
}

#[tokio::test]
async fn a_photo_survives_a_kill_and_arrives_after_the_operations() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let photo = add(&device, order, held(6, 96, 64)).await;
    let device = device.after_a_kill().await;
    assert_eq!(state(&device, order, photo).await, ReceiptState::OnThisPhone);
    check_upright(&picture(&device, photo, PhotoSize::Full).await.unwrap());
    check_upright(&picture(&device, photo, PhotoSize::Thumbnail).await.unwrap());
    let status = device.status().await;
    assert_eq!((status.pending.operations, status.pending.photos), (1, 1));

    device.sync().await;
    assert_eq!(state(&device, order, photo).await, ReceiptState::Applied);
    // Photo and thumbnail stay, the camera's original goes.
    let files = std::fs::read_dir(device.directory.path().join("photos")).unwrap();
    assert_eq!(files.count(), 2);
    let pending = device.status().await.pending;
    assert_eq!(
        (pending.operations, pending.photos, pending.photo_bytes),
        (0, 0, 0)
    );
    let [record] = town.order(order).photos.try_into().unwrap();
    assert!(record.arrived && town.0.borrow().files.contains_key(&record.sha256));
    assert_eq!((record.width, record.height), (96, 64));
}

#[tokio::test]
async fn an_upload_goes_on_where_it_broke_off() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let photo = add(&device, order, noisy(1)).await;
    // Created, first chunk arrives, the answer to the second is lost.
    town.0
        .borrow_mut()
        .upload_faults
        .extend([Fault::None, Fault::None, Fault::LostAnswer]);
    assert!(device.try_sync().await.is_err());
    let half = device.order(order).await.photos[&photo].clone();
    assert!(half.sent > 0 && half.sent < half.size, "{half:?}");

    let device = device.after_a_kill().await;
    device.sync().await;
    assert_eq!(state(&device, order, photo).await, ReceiptState::Applied);
    assert_eq!(town.0.borrow().uploads.len(), 1);
    let progress = device
        .events
        .borrow()
        .iter()
        .filter_map(|event| match event {
            Event::PhotoProgress { sent, .. } => Some(*sent),
            _ => None,
        })
        .collect::<Vec<_>>();
    assert!(progress.is_sorted() && progress[0] > half.sent, "{progress:?}");
}

#[tokio::test]
async fn an_upload_that_the_server_forgot_begins_anew() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let photo = add(&device, order, noisy(2)).await;
    town.0
        .borrow_mut()
        .upload_faults
        .extend([Fault::None, Fault::offline()]);
    assert!(device.try_sync().await.is_err());
    town.0.borrow_mut().uploads.clear();
    device.sync().await;
    assert_eq!(state(&device, order, photo).await, ReceiptState::Applied);
}

#[tokio::test]
async fn one_bad_photo_is_set_aside_and_the_rest_goes() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let bad = add(&device, order, plain(1)).await;
    let good = add(&device, order, plain(2)).await;
    let directory = device.directory.path().join("photos");
    let hash = device.order(order).await.aggregate.photos[0].sha256.clone();
    std::fs::write(directory.join(format!("{hash}.photo")), b"rot").unwrap();
    device.sync().await;
    let damaged = ReceiptState::NeedsAttention {
        code: "photo_damaged".to_owned(),
    };
    assert_eq!(state(&device, order, bad).await, damaged);
    assert_eq!(state(&device, order, good).await, ReceiptState::Applied);
    assert_eq!(device.status().await.pending.parked, 1);
}

#[tokio::test]
async fn a_photo_that_the_server_refuses_is_set_aside_until_somebody_wants_it_again() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let photo = add(&device, order, plain(1)).await;
    town.0
        .borrow_mut()
        .upload_faults
        .push_back(Fault::Refused(TransportError::TooLarge));
    device.sync().await;
    let refused = ReceiptState::NeedsAttention {
        code: "photo_refused".to_owned(),
    };
    assert_eq!(state(&device, order, photo).await, refused);
    device.engine.call(Request::SyncNow, Vec::new()).await;
    device.sync().await;
    assert_eq!(state(&device, order, photo).await, ReceiptState::Applied);
}

#[tokio::test]
async fn a_server_that_fails_on_one_photo_gets_the_others() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let first = add(&device, order, plain(1)).await;
    let second = add(&device, order, plain(2)).await;
    town.0
        .borrow_mut()
        .upload_faults
        .push_back(Fault::Refused(TransportError::Failed("500".to_owned())));
    assert!(device.try_sync().await.is_err());
    // Two go up side by side: either may meet the failure.
    let states = [
        state(&device, order, first).await,
        state(&device, order, second).await,
    ];
    assert!(states.contains(&ReceiptState::OnThisPhone), "{states:?}");
    assert!(states.contains(&ReceiptState::Arrived), "{states:?}");
    device.sync().await;
    assert_eq!(state(&device, order, first).await, ReceiptState::Applied);
    assert_eq!(state(&device, order, second).await, ReceiptState::Applied);
}

#[tokio::test]
async fn rule_11_a_photo_that_the_server_lost_is_sent_again() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    add(&device, order, plain(1)).await;
    device.sync().await;
    let hash = town.order(order).photos[0].sha256.clone();
    town.0.borrow_mut().files.clear();
    town.0.borrow_mut().want_photos.push(hash.clone());
    device.clock.0.set(device.clock.0.get() + 1_000);
    device.sync().await;
    assert!(town.0.borrow().files.contains_key(&hash));
}

#[tokio::test]
async fn rule_11_a_restored_server_is_offered_the_photos_of_what_it_still_knows() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    add(&device, order, plain(2)).await;
    let report = Request::Report {
        category: "lamp".into(),
        description: "Dark".to_owned(),
        place: Place::default(),
        fix: None,
    };
    device.engine.call(report, plain(1)).await;
    device.sync().await;
    let brought = std::mem::take(&mut town.0.borrow_mut().files);
    assert_eq!(brought.len(), 2);
    // A backup that was made between what announced the photos and the photos; it does not ask for them.
    town.restore(2);
    device.sync().await;
    assert_eq!(town.op_ids().len(), 2);
    assert_eq!(town.0.borrow().files, brought);
}

#[tokio::test]
async fn the_same_picture_twice_is_two_rows() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let one = add(&device, order, plain(1)).await;
    let other = add(&device, order, plain(1)).await;
    assert_ne!(one, other);
    device.sync().await;
    assert_eq!(town.order(order).photos.len(), 2);
    assert_eq!(state(&device, order, other).await, ReceiptState::Applied);
}

#[tokio::test]
async fn files_without_a_row_are_swept_at_the_next_start() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let photo = add(&device, order, plain(1)).await;
    let directory = device.directory.path().join("photos");
    let orphan = directory.join(format!("{}.photo", "ab".repeat(32)));
    let torn = directory.join(format!("{}.unfinished", "cd".repeat(32)));
    let foreign = directory.join("README");
    for file in [&orphan, &torn, &foreign] {
        std::fs::write(file, b"x").unwrap();
    }
    let again = device.after_a_kill().await;
    let directory = again.directory.path().join("photos");
    let names: Vec<_> = std::fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    // One photo with thumbnail and original, and what is not ours.
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(picture(&again, photo, PhotoSize::Full).await.is_some());
}

#[tokio::test]
async fn what_was_sent_is_forgotten_on_demand_and_nothing_else() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let sent = add(&device, order, plain(1)).await;
    device.sync().await;
    let unsent = add(&device, order, plain(2)).await;
    device.engine.call(Request::ForgetSent, Vec::new()).await;
    assert!(picture(&device, sent, PhotoSize::Full).await.is_none());
    assert!(picture(&device, unsent, PhotoSize::Full).await.is_some());
    device.sync().await;
    assert_eq!(town.order(order).photos.len(), 2);
}

#[tokio::test]
async fn rule_5_an_order_waits_in_the_tray_for_its_photos() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    add(&device, order, plain(1)).await;
    town.take(order, GoneReason::DoneByOther);
    town.0.borrow_mut().upload_faults.push_back(Fault::offline());
    assert!(device.try_sync().await.is_err());
    assert_eq!(device.today().await.no_longer_yours.len(), 1);
    device.sync().await;
    assert_eq!(device.today().await.no_longer_yours.len(), 0);
    assert_eq!(device.receipts().await.lines.len(), 2);
}

#[tokio::test]
async fn the_office_decides_how_much_of_what_it_has_stays_and_unsent_photos_always_do() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let oldest = add(&device, order, noisy(1)).await;
    device.sync().await;
    let newest = add(&device, order, noisy(2)).await;
    device.sync().await;
    let unsent = add(&device, order, noisy(5)).await;
    let size = device.order(order).await.photos[&newest].size;
    town.0.borrow_mut().upload_faults.push_back(Fault::offline());
    // Room for two photos: the unsent one and the newest that was sent.
    town.keeps(30, 2 * size);
    assert!(device.try_sync().await.is_err());
    assert!(picture(&device, oldest, PhotoSize::Full).await.is_none());
    assert!(picture(&device, newest, PhotoSize::Full).await.is_some());
    assert!(picture(&device, unsent, PhotoSize::Full).await.is_some());
    let room = room(&device).await;
    assert_eq!((room.unsent_photos, room.sent_photos), (1, 1));
    let files = std::fs::read_dir(device.directory.path().join("photos")).unwrap();
    // Two photos with thumbnails, and the camera's original of the unsent one.
    assert_eq!(files.count(), 5);

    // No room at all, and no days: what was not sent stays.
    town.keeps(0, 0);
    town.0.borrow_mut().upload_faults.push_back(Fault::offline());
    device.perform(order, Action::Note { text: "x".to_owned() }).await;
    assert!(device.try_sync().await.is_err());
    assert!(picture(&device, newest, PhotoSize::Full).await.is_none());
    assert!(picture(&device, unsent, PhotoSize::Full).await.is_some());
}

async fn room(device: &Device) -> RoomOnPhone {
    match device.engine.call(Request::Room, Vec::new()).await.reply {
        Reply::Room(room) => room,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_was_blacked_out_is_black_in_all_that_is_sent_or_shown() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    // Held on its side: the mark is placed on the upright picture.
    let corner = |x, y| Spot { x, y };
    let request = Request::AddPhoto {
        order,
        role: PhotoRole::After,
        fix: None,
        marks: vec![Mark::Black {
            from: corner(0, 0),
            to: corner(WHOLE / 2, WHOLE / 2),
        }],
    };
    device.engine.call(request, held(6, 96, 64)).await;
    device.sync().await;
    let [record] = town.order(order).photos.try_into().unwrap();
    let sent = town.0.borrow().files[&record.sha256].clone();
    let small = picture(&device, record.photo, PhotoSize::Thumbnail)
        .await
        .unwrap();
    for jpeg in [sent, small] {
        let (width, _, pixels) = decode(&jpeg);
        let at = |x: usize, y: usize| pixels[(y * width + x) * 3..][..3].to_vec();
        for (x, y) in [(0, 0), (20, 10), (40, 25)] {
            assert!(at(x, y).iter().all(|part| *part < 12), "{:?}", at(x, y));
        }
        assert!(
            at(80, 10)[1] > 150 && at(10, 55)[2] > 150,
            "the rest is as it was"
        );
    }
}
