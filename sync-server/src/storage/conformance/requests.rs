//! Requests.

use kuitti_shared::domain::{OrderStatus, Position, RequestStage};
use kuitti_shared::id::{PublicNumber, RequestId};
use kuitti_shared::rules::nearby::Bounds;
use kuitti_shared::unit::{Metres, Millis};

use super::Opened;
use super::samples::{NOW, contact, hash, id, order, request};
use crate::storage::{After, External, RequestFilter, RequestRecord};

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

pub(super) async fn followers_stand_behind_the_request_they_follow(opened: Opened) {
    let (first, mut follower) = (request(1), request(2));
    follower.follows = Some(first.id);
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_requests(&[&first, &follower]).await.unwrap();
    let all = [first.id, follower.id];
    assert_eq!(tx.followers(&all).await.unwrap(), [(first.id, follower.id)]);
    let list = RequestFilter {
        limit: 9,
        ..RequestFilter::default()
    };
    assert_eq!(tx.request_list(&list).await.unwrap(), (vec![first.clone()], 1));
    assert_eq!(tx.request_counts().await.unwrap(), [(first.stage, 1)]);
    let words = RequestFilter {
        text: Some("R-2".into()),
        ..list.clone()
    };
    assert_eq!(tx.request_list(&words).await.unwrap().0, [follower.clone()]);
    follower.stage = RequestStage::Reopened;
    tx.put_request(&follower).await.unwrap();
    assert_eq!(tx.request_list(&list).await.unwrap().1, 2, "it came back");
}

pub(super) async fn open_problems_are_found_by_place_and_in_pages(opened: Opened) {
    let here = Position::new(60.17, 24.95).unwrap();
    let at = |number: u128, latitude: f64, stage| {
        let mut record = request(number);
        record.place.position = Position::new(latitude, 24.95).ok();
        record.received_at = NOW + Millis::from_seconds(i64::try_from(number).unwrap());
        RequestRecord { stage, ..record }
    };
    let near = at(1, 60.1701, RequestStage::Received);
    let far = at(2, 60.18, RequestStage::InWork);
    let over = at(3, 60.17, RequestStage::Done);
    let mut follower = at(4, 60.17, RequestStage::Received);
    follower.follows = Some(near.id);
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_requests(&[&near, &far, &over, &follower]).await.unwrap();
    let around = Bounds::around(here, Metres(50.0));
    let code = &near.category;
    assert_eq!(
        tx.open_problems_near(code, around, 9).await.unwrap(),
        std::slice::from_ref(&near)
    );
    let other = "elsewhere".into();
    assert_eq!(tx.open_problems_near(&other, around, 9).await.unwrap(), []);
    let address = near.place.address.clone();
    let same = tx.open_problems_at(code, &address, 9).await.unwrap();
    assert_eq!(same, [far.clone(), near.clone()]);
    let first = tx.open_problems(&[code.as_str()], None, 1).await.unwrap();
    assert_eq!(first, std::slice::from_ref(&far));
    let after = Some(After {
        at: far.received_at,
        id: far.id.0,
    });
    assert_eq!(
        tx.open_problems(&[code.as_str()], after, 9).await.unwrap(),
        [near]
    );
    assert_eq!(tx.open_problems(&[], None, 9).await.unwrap(), []);
}
