//! What no device could open comes as a file: kept, fetched by the office, never shown by a browser, never for the public.

use axum::http::{StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use kuitti_shared::domain::{Extent, Missing, Outcome, PhotoRole, Role};
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::{Action, PhotoTaken};
use kuitti_shared::rules::evidence::missing;

use super::{PHOTO, announce_sides, append, create, create_as, jpeg, location, phone_with_order};
use crate::citizen::case::published_photos;
use crate::hash::sha256;
use crate::testing::people::category;
use crate::testing::{Answer, Town};

const PAGE: &[u8] = b"<html><script>alert(1)</script></html>";

/// A JPEG that ends too early, with what a camera wrote into it.
fn broken_jpeg() -> Vec<u8> {
    let mut bytes = jpeg();
    bytes.truncate(40);
    bytes.extend_from_slice(b"60.1699 24.9384");
    bytes
}

async fn bring(town: &Town, bytes: &[u8]) -> OrderId {
    let (mut phone, order) = phone_with_order(town).await;
    phone.tap(town, order, announce_sides(bytes, 0, 0));
    phone.sync(town).await;
    let kind = format!(",kind {}", BASE64.encode("file"));
    let place = location(&create_as(town, &phone.who, &sha256(bytes), bytes.len(), &kind).await);
    let end = append(town, &phone.who, &place, 0, bytes).await;
    assert_eq!(end.status, StatusCode::NO_CONTENT, "{}", end.text());
    order
}

async fn fetch(town: &Town, more: &str) -> Answer {
    let dispatcher = town.log_in(Role::Dispatcher).await;
    town.get(&format!("/api/photos/{PHOTO}{more}"), &dispatcher).await
}

#[track_caller]
fn check_is_only_fetched(answer: &Answer, bytes: &[u8], ending: &str) {
    let header = |name| answer.headers[name].to_str().unwrap();
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.body, bytes);
    assert_eq!(header(header::CONTENT_TYPE), "application/octet-stream");
    assert_eq!(header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    let named = header(header::CONTENT_DISPOSITION);
    assert!(
        named.starts_with("attachment; filename=\"photo-") && named.ends_with(ending),
        "{named}"
    );
}

#[tokio::test]
async fn what_could_not_be_opened_is_fetched_and_never_shown() {
    for (bytes, ending) in [(PAGE.to_vec(), ".bin\""), (broken_jpeg(), ".jpg\"")] {
        let town = Town::with_people().await;
        let order = bring(&town, &bytes).await;
        let found = town.look(order).await;
        assert!(found.photos[0].arrived && !found.photos[0].is_picture());
        check_is_only_fetched(&fetch(&town, "").await, &bytes, ending);
        assert_eq!(
            fetch(&town, "?size=thumb").await.problem(),
            (404, "photo_unopened".into())
        );
    }
}

#[tokio::test]
async fn a_picture_is_shown_in_its_place() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let bytes = jpeg();
    phone.tap(&town, order, announce_sides(&bytes, 64, 48));
    phone.sync(&town).await;
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    append(&town, &phone.who, &place, 0, &bytes).await;
    let shown = fetch(&town, "").await;
    assert_eq!(shown.headers[header::CONTENT_TYPE], "image/jpeg");
    assert!(!shown.headers.contains_key(header::CONTENT_DISPOSITION));
}

#[tokio::test]
async fn an_empty_file_is_refused_before_it_is_sent() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let kind = format!(",kind {}", BASE64.encode("file"));
    let answer = create_as(&town, &phone.who, &sha256(b""), 0, &kind).await;
    assert_eq!(answer.problem(), (422, "not_a_photo".into()));
}

#[tokio::test]
async fn it_counts_as_brought_and_is_never_published() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let taken = |sides: u32, bytes: &[u8]| PhotoTaken {
        photo: PHOTO,
        sha256: sha256(bytes),
        size: bytes.len() as u64,
        width: sides,
        height: sides,
        role: PhotoRole::After,
        taken_at: None,
        taken_where: None,
    };
    phone.tap(&town, order, Action::Photo(taken(0, PAGE)));
    let finish = Action::Finish {
        outcome: Outcome::Done,
        extent: Extent::Whole,
        follow_up: None,
    };
    phone.tap(&town, order, finish);
    phone.sync(&town).await;
    let mut found = town.look(order).await;
    found.photos[0].arrived = true;
    assert!(
        !missing(&found)
            .iter()
            .any(|what| matches!(what, Missing::Photo(_)))
    );
    let mut category = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .category(&category())
        .await
        .unwrap()
        .unwrap();
    category.publishes_after_photo = true;
    assert_eq!(
        published_photos(Some(&category), std::slice::from_ref(&found)),
        []
    );
    (found.photos[0].width, found.photos[0].height) = (64, 48);
    assert_eq!(published_photos(Some(&category), &[found]), [sha256(PAGE)]);
}
