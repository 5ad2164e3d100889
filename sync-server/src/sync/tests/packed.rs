//! Bodies that are packed with words both sides know.

use axum::body::Body;
use axum::http::{Method, Request, header};
use kuitti_packed::{MEDIA_TYPE, pack, unpack};
use kuitti_shared::domain::Assignee;
use kuitti_shared::sync::response::SyncResponse;

use super::note;
use crate::testing::people::AINO;
use crate::testing::phone::Phone;
use crate::testing::{Answer, Town, Who};

async fn say(town: &Town, phone: &Phone, kind: &str, encoding: &str, body: Vec<u8>) -> Answer {
    let Who::Bearer(token) = &phone.who else {
        panic!("a device has a token")
    };
    let request = Request::builder()
        .method(Method::POST)
        .uri("/sync/v1")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, kind)
        .header(header::ACCEPT, MEDIA_TYPE)
        .header(header::ACCEPT_ENCODING, encoding);
    town.send(request.body(Body::from(body)).unwrap()).await
}

fn kind(answer: &Answer) -> &str {
    answer.headers[header::CONTENT_TYPE].to_str().unwrap()
}

fn read(answer: &Answer) -> SyncResponse {
    assert_eq!((answer.status.as_u16(), kind(answer)), (200, MEDIA_TYPE));
    assert_eq!(answer.headers.get(header::CONTENT_ENCODING), None, "packed twice");
    serde_json::from_slice(&unpack(&answer.body, 1_000_000).unwrap()).unwrap()
}

#[tokio::test]
async fn whoever_can_unpack_is_answered_so_and_may_say_so() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    let json = serde_json::to_vec(&phone.request(&town)).unwrap();
    let first = read(&say(&town, &phone, "application/json", "gzip", json).await);
    phone.take_in(&first);
    phone.tap(&town, order, note("The fuse had blown."));
    let packed = pack(&serde_json::to_vec(&phone.request(&town)).unwrap()).unwrap();
    let second = read(&say(&town, &phone, MEDIA_TYPE, "gzip", packed).await);
    assert_eq!(second.results.len(), 1);
    assert_eq!(town.look(order).await.notes.len(), 1);
}

#[tokio::test]
async fn whoever_asks_for_json_is_answered_in_json() {
    let town = Town::with_people().await;
    let phone = Phone::enrol(&town, AINO).await;
    let answer = phone.post(&town, &phone.request(&town)).await;
    assert_eq!((answer.status.as_u16(), kind(&answer)), (200, "application/json"));
}

#[tokio::test]
async fn what_cannot_be_unpacked_is_refused_with_its_status() {
    let town = Town::with_people().await;
    let phone = Phone::enrol(&town, AINO).await;
    let refused = [
        (MEDIA_TYPE, b"{\"schema\":1}".to_vec(), (400, "unreadable_body")),
        (MEDIA_TYPE, Vec::new(), (400, "unreadable_body")),
        (
            MEDIA_TYPE,
            pack(&vec![b' '; 64 * 1024 * 1024]).unwrap(),
            (413, "too_large"),
        ),
        (MEDIA_TYPE, pack(b"{\"schema\":1}").unwrap(), (422, "malformed")),
        (
            "application/x.kuitti.sync-2",
            Vec::new(),
            (415, "unknown_packing"),
        ),
    ];
    for (kind, body, (status, code)) in refused {
        let answer = say(&town, &phone, kind, "identity", body).await;
        assert_eq!(answer.problem(), (status, code.to_owned()));
    }
}
