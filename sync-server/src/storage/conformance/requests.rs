//! Requests.

use kuitti_shared::domain::OrderStatus;
use kuitti_shared::id::{PublicNumber, RequestId};

use super::Opened;
use super::samples::{NOW, contact, hash, id, order, request};
use crate::storage::{External, RequestFilter};

pub(super) async fn a_request_is_found_by_each_of_its_names(opened: Opened) {
    let record = request(1);
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_request(&record).await.unwrap();
    assert_eq!(tx.request(record.id).await.unwrap().as_ref(), Some(&record));
    let by_number = tx.request_by_number(&PublicNumber("R-1".into())).await.unwrap();
    assert_eq!(by_number.as_ref(), Some(&record));
    assert_eq!(tx.request_by_tracking(&hash(1)).await.unwrap(), Some(record));
    assert_eq!(tx.request_by_tracking(&hash(2)).await.unwrap(), None);
}

pub(super) async fn another_system_adds_its_request_once(opened: Opened) {
    let external = External {
        source: "la311".into(),
        id: "1-1".into(),
    };
    let (mut first, mut second) = (request(1), request(2));
    first.external = Some(external.clone());
    second.external = Some(external.clone());
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_request(&first).await.unwrap();
    tx.begin_step().await.unwrap();
    assert!(tx.put_request(&second).await.is_err());
    tx.undo_step().await.unwrap();
    assert_eq!(tx.request_by_external(&external).await.unwrap(), Some(first));
    // Many have no other system; they are not the same.
    tx.put_request(&request(3)).await.unwrap();
    tx.put_request(&request(4)).await.unwrap();
}

pub(super) async fn contacts_stand_apart_and_can_be_forgotten(opened: Opened) {
    let phone = "+358401234567";
    let mut tx = opened.storage.write().await.unwrap();
    for number in [1, 2] {
        tx.put_request(&request(number)).await.unwrap();
        tx.put_contact(RequestId(id(number)), &contact(phone))
            .await
            .unwrap();
    }
    let numbers: Vec<_> = tx
        .requests_by_phone(phone, 9)
        .await
        .unwrap()
        .into_iter()
        .map(|found| found.number.0)
        .collect();
    assert_eq!(numbers, ["R-2", "R-1"]);
    tx.delete_contact(RequestId(id(1))).await.unwrap();
    assert_eq!(tx.contact(RequestId(id(1))).await.unwrap(), None);
    assert_eq!(tx.contact(RequestId(id(2))).await.unwrap(), Some(contact(phone)));
    assert_eq!(tx.requests_by_phone(phone, 9).await.unwrap().len(), 1);
}

pub(super) async fn lists_find_words_and_what_nobody_planned(opened: Opened) {
    let aggregate = order(7, OrderStatus::New, None);
    let mut tx = opened.storage.write().await.unwrap();
    for number in [1, 2] {
        tx.put_request(&request(number)).await.unwrap();
    }
    tx.put_order(&aggregate, NOW).await.unwrap();
    tx.link_request(aggregate.order.id, RequestId(id(1)))
        .await
        .unwrap();
    let unplanned = RequestFilter {
        unplanned: true,
        limit: 9,
        ..RequestFilter::default()
    };
    assert_eq!(tx.request_list(&unplanned).await.unwrap().0, [request(2)]);
    let words = RequestFilter {
        text: Some("BLINKS äyrä".into()),
        limit: 1,
        ..RequestFilter::default()
    };
    assert_eq!(tx.request_list(&words).await.unwrap(), (vec![request(2)], 2));
}
