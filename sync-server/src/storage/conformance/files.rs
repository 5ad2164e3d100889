//! Files, photos, uploads.

#![expect(
    clippy::cloned_ref_to_slice_refs,
    reason = "expected rows are written as they would be listed"
)]

use kuitti_shared::domain::OrderStatus;
use kuitti_shared::id::{DeviceId, OrderId, PhotoId};
use kuitti_shared::sync::ReceiptOutcome;
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::Millis;

use super::Opened;
use super::samples::{NOW, enrol, hash, id, operation, order};
use crate::storage::{BlobRecord, OfficeTask, OperationRecord, PhotoRow, UploadRecord};

pub(super) async fn photos_wait_for_their_content(opened: Opened) {
    let row = PhotoRow {
        photo: PhotoId(id(5)),
        order: OrderId(id(7)),
        device: DeviceId(id(2)),
        sha256: hash(1),
        arrived: false,
        announced_at: NOW,
    };
    let mut tx = opened.storage.write().await.unwrap();
    enrol(&mut *tx).await;
    tx.put_order(&order(7, OrderStatus::New, None), NOW)
        .await
        .unwrap();
    tx.put_photo(&row).await.unwrap();
    assert_eq!(tx.photos_awaiting(&hash(1)).await.unwrap(), [row.clone()]);
    assert_eq!(tx.wanted_from(row.device, 9).await.unwrap(), [hash(1)]);
    assert_eq!(
        tx.overdue_photos(NOW + Millis(1), 9).await.unwrap(),
        [row.clone()]
    );
    let blob = BlobRecord {
        sha256: hash(1),
        size: 9,
        media_type: "image/jpeg".into(),
        touched_at: NOW,
    };
    tx.put_blob(&blob).await.unwrap();
    tx.put_photo(&PhotoRow {
        arrived: true,
        ..row.clone()
    })
    .await
    .unwrap();
    assert_eq!(tx.blob(&hash(1)).await.unwrap(), Some(blob));
    assert!(tx.photo(row.photo).await.unwrap().unwrap().arrived);
    assert!(tx.photos_awaiting(&hash(1)).await.unwrap().is_empty());
    assert!(tx.wanted_from(row.device, 9).await.unwrap().is_empty());
}

pub(super) async fn uploads_expire(opened: Opened) {
    let upload = UploadRecord {
        id: id(6),
        device: DeviceId(id(2)),
        sha256: hash(1),
        size: 9,
        kind: UploadKind::File,
        expires_at: NOW + Millis(10),
    };
    let mut tx = opened.storage.write().await.unwrap();
    enrol(&mut *tx).await;
    tx.put_upload(&upload).await.unwrap();
    assert_eq!(tx.upload(upload.id).await.unwrap(), Some(upload.clone()));
    assert_eq!(tx.expired_uploads(NOW + Millis(9), 9).await.unwrap(), []);
    assert_eq!(
        tx.expired_uploads(NOW + Millis(10), 9).await.unwrap(),
        [upload.clone()]
    );
    tx.delete_upload(upload.id).await.unwrap();
    assert_eq!(tx.upload(upload.id).await.unwrap(), None);
}

pub(super) async fn what_waits_for_the_office_names_its_photos(opened: Opened) {
    let waiting = OperationRecord {
        body: format!("{{\"photos\": [\"{}\"]}}", hash(1).as_str()),
        ..operation(8, None, ReceiptOutcome::Quarantined, "not_yours")
    };
    let task = OfficeTask {
        id: 0,
        code: waiting.code.clone(),
        order: None,
        operation: Some(waiting.op),
        opened_at: NOW,
        settled_at: None,
    };
    let mut tx = opened.storage.write().await.unwrap();
    enrol(&mut *tx).await;
    tx.put_operations(&[waiting]).await.unwrap();
    assert!(tx.named_among(&[hash(1)]).await.unwrap().is_empty());
    tx.open_task(&task).await.unwrap();
    assert_eq!(tx.named_among(&[hash(1), hash(2)]).await.unwrap(), [hash(1)]);
    let open = tx.open_tasks(9).await.unwrap();
    assert!(tx.settle_task(open[0].id, NOW).await.unwrap());
    assert!(tx.named_among(&[hash(1)]).await.unwrap().is_empty());
}
