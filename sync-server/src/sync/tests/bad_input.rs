//! What an unfriendly or broken device sends.

use std::io::Write as _;

use axum::body::Body;
use axum::http::{Method, Request, header};
use flate2::Compression;
use flate2::write::GzEncoder;
use kuitti_shared::domain::Assignee;
use kuitti_shared::unit::Seq;
use serde_json::json;

use super::note;
use crate::testing::people::{AINO, BERT};
use crate::testing::phone::Phone;
use crate::testing::{Answer, Town, Who};

async fn send_raw(town: &Town, who: &Who, body: Vec<u8>, encoding: Option<&str>) -> Answer {
    let Who::Bearer(token) = who else {
        panic!("a device has a token")
    };
    let mut request = Request::builder()
        .method(Method::POST)
        .uri("/sync/v1")
        .header(header::AUTHORIZATION, format!("Bearer {token}"));
    if let Some(encoding) = encoding {
        request = request.header(header::CONTENT_ENCODING, encoding);
    }
    town.send(request.body(Body::from(body)).unwrap()).await
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[tokio::test]
async fn nobody_syncs_without_a_token() {
    let town = Town::with_people().await;
    let phone = Phone::enrol(&town, AINO).await;
    let request = phone.request(&town);
    let nobody = town.post("/sync/v1", &Who::Nobody, &request).await;
    assert_eq!(nobody.problem(), (401, "token_unknown".into()));
    let stranger = town
        .post("/sync/v1", &Who::Bearer("0".repeat(64)), &request)
        .await;
    assert_eq!(stranger.problem(), (401, "token_unknown".into()));
}

#[tokio::test]
async fn a_token_speaks_for_its_own_device_only() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(BERT))).await;
    let (thief, mut owner) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, BERT).await);
    owner.sync(&town).await;
    owner.tap(&town, order, note("mine"));
    let stolen = owner.request(&town);
    assert_eq!(
        thief.post(&town, &stolen).await.problem(),
        (403, "wrong_device".into())
    );
    // Another device's numbering under the own name is nobody's: a new one is given.
    let mut forged = stolen;
    forged.device = thief.device;
    let answer = thief.send(&town, &forged).await;
    assert!(answer.new_incarnation.is_some());
    assert_eq!(town.look(order).await.notes.len(), 0);
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_its_status() {
    let town = Town::with_people().await;
    let phone = Phone::enrol(&town, AINO).await;
    let broken = send_raw(&town, &phone.who, b"{\"device\":".to_vec(), None).await;
    assert_eq!(broken.problem(), (400, "malformed".into()));
    let shapeless = phone.post(&town, &json!({ "schema": 1 })).await;
    assert_eq!(shapeless.problem(), (422, "malformed".into()));
    let torn = send_raw(&town, &phone.who, b"no gzip at all".to_vec(), Some("gzip")).await;
    assert_eq!(torn.problem(), (400, "unreadable_body".into()));
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_also_when_it_is_packed_small() {
    let town = Town::with_people().await;
    let phone = Phone::enrol(&town, AINO).await;
    let large = vec![b' '; 2 * 1024 * 1024];
    assert_eq!(
        send_raw(&town, &phone.who, large, None).await.problem(),
        (413, "too_large".into())
    );
    let bomb = gzip(&vec![b' '; 64 * 1024 * 1024]);
    assert!(bomb.len() < 100_000);
    assert_eq!(
        send_raw(&town, &phone.who, bomb, Some("gzip")).await.problem(),
        (413, "too_large".into())
    );
}

#[tokio::test]
async fn a_packed_body_is_read_and_the_answer_is_packed_when_asked() {
    let town = Town::with_people().await;
    let phone = Phone::enrol(&town, AINO).await;
    let body = gzip(&serde_json::to_vec(&phone.request(&town)).unwrap());
    assert_eq!(send_raw(&town, &phone.who, body, Some("gzip")).await.status, 200);
}

#[tokio::test]
async fn more_than_five_hundred_operations_are_asked_to_come_in_parts() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    for _ in 0..501 {
        phone.tap(&town, order, note("n"));
    }
    assert_eq!(phone.refused(&town).await.1, "too_many_operations");
}

#[tokio::test]
async fn a_forged_number_far_ahead_is_a_gap_and_zero_is_a_fork() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, note("far ahead"));
    phone.waiting[0].seq = Seq(u64::MAX);
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert_eq!((answer.acked_seq, answer.need_seq), (Seq(0), Some(Seq(1))));
    phone.waiting[0].seq = Seq(0);
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert!(answer.new_incarnation.is_some());
    assert_eq!(town.look(order).await.notes.len(), 0);
}
