//! What was picked as a photo and cannot be opened here is kept as it is, told about, and sent: it never vanishes.

use std::path::Path;

use kuitti_engine::protocol::{PhotoSize, Problem, ReceiptState, Reply, Request};
use kuitti_shared::domain::mark::{Spot, WHOLE};
use kuitti_shared::domain::{Mark, PhotoRecord, PhotoRole, Place};
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::upload::UploadKind;

use crate::device::Device;
use crate::files::{picture, state, try_add};
use crate::pictures::plain;
use crate::town::Town;

/// What phones and cards make of pictures: each is picked as a photo and cannot be opened.
fn damaged() -> Vec<(&'static str, Vec<u8>)> {
    let whole = plain(1);
    let mut without_tables = whole.clone();
    without_tables.truncate(60);
    let mut header_of_giants = whole.clone();
    if let Some(at) = whole.windows(2).position(|pair| pair == [0xFF, 0xC0]) {
        header_of_giants[at + 5..at + 9].copy_from_slice(&[0xFF; 4]);
    }
    vec![
        ("a letter", b"a letter".to_vec()),
        ("one byte", vec![0xFF]),
        ("the beginning of a JPEG", without_tables),
        ("a JPEG that says it is enormous", header_of_giants),
        (
            "a HEIC without pictures",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(),
        ),
        ("a PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("an AVIF", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif".to_vec()),
        (
            "noise",
            (0..9_000_u32)
                .map(|place| place.wrapping_mul(2_654_435_761).to_be_bytes()[0])
                .collect(),
        ),
    ]
}

async fn phone() -> (Town, OrderId, Device) {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    (town, order, device)
}

fn photos(town: &Town, order: OrderId) -> Vec<PhotoRecord> {
    town.order(order).photos
}

fn kinds(town: &Town) -> Vec<UploadKind> {
    let state = town.0.borrow();
    state.uploads.values().map(|(_, _, kind, _)| *kind).collect()
}

#[tokio::test]
async fn what_cannot_be_opened_is_kept_told_about_and_sent_as_it_is() {
    for (what, bytes) in damaged() {
        let (town, order, device) = phone().await;
        let reply = try_add(&device, order, bytes.clone()).await;
        let Reply::Saved {
            photo: Some(photo),
            unopened: true,
            ..
        } = reply
        else {
            panic!("{what}: {reply:?}")
        };
        let device = device.after_a_kill().await;
        assert_eq!(
            state(&device, order, photo).await,
            ReceiptState::OnThisPhone,
            "{what}"
        );
        assert_eq!(
            picture(&device, photo, PhotoSize::Full).await.as_ref(),
            Some(&bytes),
            "{what}"
        );
        assert_eq!(
            picture(&device, photo, PhotoSize::Thumbnail).await,
            None,
            "{what}"
        );
        device.sync().await;
        assert_eq!(
            state(&device, order, photo).await,
            ReceiptState::Applied,
            "{what}"
        );
        let [record] = photos(&town, order).try_into().unwrap();
        assert!(record.arrived && !record.is_picture(), "{what}: {record:?}");
        assert_eq!(town.0.borrow().files[&record.sha256], bytes, "{what}");
        assert_eq!(kinds(&town), [UploadKind::File], "{what}");
    }
}

#[tokio::test]
async fn a_picture_is_sent_as_a_picture() {
    let (town, order, device) = phone().await;
    let reply = try_add(&device, order, plain(1)).await;
    assert!(matches!(reply, Reply::Saved { unopened: false, .. }), "{reply:?}");
    device.sync().await;
    assert_eq!(kinds(&town), [UploadKind::Picture]);
    assert!(photos(&town, order)[0].is_picture());
}

#[tokio::test]
async fn nothing_and_too_much_are_refused_and_leave_no_trace() {
    let (_town, order, device) = phone().await;
    let mut most = b"a letter".to_vec();
    most.resize(25 * 1024 * 1024 + 1, b'.');
    for (bytes, problem) in [
        (Vec::new(), Problem::PhotoEmpty),
        (most, Problem::PhotoFileTooLarge),
    ] {
        assert_eq!(try_add(&device, order, bytes).await, Reply::Failed(problem));
    }
    let files = std::fs::read_dir(device.directory.path().join("photos")).unwrap();
    assert_eq!(files.count(), 0);
    assert_eq!(device.status().await.pending.operations, 0);
}

#[tokio::test]
async fn what_was_to_be_blacked_out_does_not_leave_the_phone_because_it_could_not_be_opened() {
    let (_town, order, device) = phone().await;
    let spot = |at| Spot { x: at, y: at };
    let request = Request::AddPhoto {
        order,
        role: PhotoRole::After,
        fix: None,
        marks: vec![Mark::Black {
            from: spot(0),
            to: spot(WHOLE),
        }],
    };
    let reply = device.engine.call(request, b"a letter".to_vec()).await.reply;
    assert_eq!(reply, Reply::Failed(Problem::PhotoNotDrawn));
    assert_eq!(device.status().await.pending.operations, 0);
}

#[tokio::test]
async fn several_orders_can_be_finished_with_a_photo_that_cannot_be_opened() {
    let (town, first, device) = phone().await;
    let second = town.give(2);
    device.sync().await;
    let request = Request::FinishTogether {
        orders: vec![first, second],
        fix: None,
    };
    let reply = device.engine.call(request, b"a letter".to_vec()).await.reply;
    assert!(matches!(reply, Reply::Saved { unopened: true, .. }), "{reply:?}");
    device.sync().await;
    for order in [first, second] {
        let found = town.order(order);
        assert!(!found.photos[0].is_picture() && found.photos[0].arrived);
        assert!(found.order.status.is_terminal(), "{:?}", found.order.status);
    }
}

#[tokio::test]
async fn a_report_takes_along_what_cannot_be_opened() {
    let (town, _order, device) = phone().await;
    let request = Request::Report {
        category: "lamp".into(),
        description: "Dark".to_owned(),
        place: Place {
            address: "Harbour Street 1".to_owned(),
            ..Place::default()
        },
        fix: None,
    };
    let reply = device.engine.call(request, b"a letter".to_vec()).await.reply;
    assert!(matches!(reply, Reply::Saved { unopened: true, .. }), "{reply:?}");
    device.sync().await;
    assert_eq!(kinds(&town), [UploadKind::File]);
}

/// Pictures of real phones, some of them damaged.
#[tokio::test]
async fn real_pictures_whole_or_damaged_all_reach_the_office() {
    let folder = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/photos"
    ));
    let Ok(found) = std::fs::read_dir(folder) else {
        println!("not run: ../shared/data/photos is absent");
        return;
    };
    let mut files: Vec<_> = found.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (town, order, device) = phone().await;
    let mut picked = Vec::new();
    for file in &files {
        // The larger ones are looked at elsewhere, and cost seconds here.
        let bytes = std::fs::read(file).unwrap();
        let cut = bytes.get(..bytes.len() / 50).unwrap().to_vec();
        if bytes.len() < 600_000 {
            picked.push((file.clone(), bytes));
        }
        picked.push((file.clone(), cut));
    }
    let mut unopened = 0;
    for (file, bytes) in &picked {
        match try_add(&device, order, bytes.clone()).await {
            Reply::Saved {
                photo: Some(_),
                unopened: as_it_is,
                ..
            } => unopened += u32::from(as_it_is),
            other => panic!("{}: {other:?}", file.display()),
        }
    }
    device.sync().await;
    let photos = photos(&town, order);
    assert_eq!(photos.len(), picked.len());
    assert!(photos.iter().all(|photo| photo.arrived));
    assert!(unopened > 0, "some were cut short");
    println!(
        "{} of {} could not be opened and came as they were",
        unopened,
        picked.len()
    );
}
