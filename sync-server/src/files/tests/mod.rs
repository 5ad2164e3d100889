//! Uploads as tus clients make them, honest or not.

use std::path::PathBuf;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use kuitti_shared::domain::{Assignee, PhotoRole, Role};
use kuitti_shared::id::{OrderId, PhotoId, Sha256Hex};
use kuitti_shared::operation::{Action, PhotoTaken};
use kuitti_shared::unit::Millis;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::hash::sha256;
use crate::testing::people::{AINO, BERT};
use crate::testing::phone::Phone;
use crate::testing::{Answer, Town, Who};

mod foreign;
mod kept;
mod unopened;

const PHOTO: PhotoId = PhotoId(Uuid::from_u128(0xf0));

/// A picture as cameras make them: 64 by 48 grey pixels.
fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    encoder
        .encode(&[128; 64 * 48], 64, 48, jpeg_encoder::ColorType::Luma)
        .unwrap();
    bytes
}

fn request(method: Method, path: &str, who: &Who, headers: &[(&str, String)], body: &[u8]) -> Request<Body> {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("tus-resumable", "1.0.0");
    if let Who::Bearer(token) = who {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    request.body(Body::from(body.to_vec())).unwrap()
}

async fn create(town: &Town, who: &Who, sha256: &Sha256Hex, size: usize) -> Answer {
    create_as(town, who, sha256, size, "").await
}

async fn create_as(town: &Town, who: &Who, sha256: &Sha256Hex, size: usize, more: &str) -> Answer {
    let metadata = format!("filename eA==,sha256 {}{more}", BASE64.encode(sha256.as_str()));
    let headers = [("upload-length", size.to_string()), ("upload-metadata", metadata)];
    town.send(request(Method::POST, "/files/v1", who, &headers, b""))
        .await
}

async fn append(town: &Town, who: &Who, place: &str, offset: usize, bytes: &[u8]) -> Answer {
    let headers = [
        ("upload-offset", offset.to_string()),
        ("content-type", "application/offset+octet-stream".to_owned()),
    ];
    town.send(request(Method::PATCH, place, who, &headers, bytes))
        .await
}

fn location(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    answer.headers[header::LOCATION].to_str().unwrap().to_owned()
}

fn offset(answer: &Answer) -> usize {
    answer.headers["upload-offset"].to_str().unwrap().parse().unwrap()
}

fn announce(bytes: &[u8]) -> Action {
    announce_sides(bytes, 64, 48)
}

fn announce_sides(bytes: &[u8], width: u32, height: u32) -> Action {
    Action::Photo(PhotoTaken {
        photo: PHOTO,
        sha256: sha256(bytes),
        size: bytes.len() as u64,
        width,
        height,
        role: PhotoRole::After,
        taken_at: None,
        taken_where: None,
    })
}

async fn phone_with_order(town: &Town) -> (Phone, OrderId) {
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(town, AINO).await;
    phone.sync(town).await;
    (phone, order)
}

#[tokio::test]
async fn nobody_uploads_without_a_token() {
    let town = Town::with_people().await;
    let answer = create(&town, &Who::Nobody, &sha256(b"x"), 1).await;
    assert_eq!(answer.problem(), (401, "token_unknown".into()));
}

#[tokio::test]
async fn rule_13_a_photo_in_pieces_arrives_and_its_order_hears_of_it() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let bytes = jpeg();
    phone.tap(&town, order, announce(&bytes));
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert_eq!(answer.want_photos, [sha256(&bytes)]);
    phone.take_in(&answer);
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    let (first, second) = bytes.split_at(100);
    assert_eq!(offset(&append(&town, &phone.who, &place, 0, first).await), 100);
    let head = town
        .send(request(Method::HEAD, &place, &phone.who, &[], b""))
        .await;
    assert_eq!((head.status, offset(&head)), (StatusCode::OK, 100));
    assert!(!town.look(order).await.photos[0].arrived);
    let end = append(&town, &phone.who, &place, 100, second).await;
    assert_eq!((end.status, offset(&end)), (StatusCode::NO_CONTENT, bytes.len()));
    assert!(town.look(order).await.photos[0].arrived);
    phone.sync(&town).await;
    assert!(phone.held(order).unwrap().photos[0].arrived);
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert!(answer.want_photos.is_empty());
}

#[tokio::test]
async fn rule_13_content_that_is_here_already_is_complete_from_the_start() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    append(&town, &phone.who, &place, 0, &bytes).await;
    // The bytes came first, the operation after.
    phone.tap(&town, order, announce(&bytes));
    phone.sync(&town).await;
    assert!(town.look(order).await.photos[0].arrived);
    let again = create(&town, &phone.who, &sha256(&bytes), bytes.len()).await;
    assert_eq!((again.status, offset(&again)), (StatusCode::CREATED, bytes.len()));
}

#[tokio::test]
async fn an_offset_that_is_not_the_servers_is_refused() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    let answer = append(&town, &phone.who, &place, 5, &bytes).await;
    assert_eq!(answer.problem(), (409, "offset_mismatch".into()));
}

#[tokio::test]
async fn more_bytes_than_announced_leave_the_upload_as_it_was() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), 50).await);
    let answer = append(&town, &phone.who, &place, 0, &bytes).await;
    assert_eq!(answer.problem(), (413, "too_large".into()));
    let head = town
        .send(request(Method::HEAD, &place, &phone.who, &[], b""))
        .await;
    assert_eq!(offset(&head), 0);
}

#[tokio::test]
async fn other_content_than_announced_is_thrown_away_and_can_be_sent_again() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(b"something else"), bytes.len()).await);
    let answer = append(&town, &phone.who, &place, 0, &bytes).await;
    assert_eq!(answer.problem(), (460, "checksum_mismatch".into()));
    assert_eq!(offset(&ask(&town, &phone, &place).await), 0);
}

#[tokio::test]
async fn a_chunk_with_a_wrong_checksum_is_taken_back() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    let send = |checksum: Vec<u8>| {
        let headers = [
            ("upload-offset", "0".to_owned()),
            ("content-type", "application/offset+octet-stream".to_owned()),
            ("upload-checksum", format!("sha256 {}", BASE64.encode(checksum))),
        ];
        town.send(request(
            Method::PATCH,
            &place,
            &phone.who,
            &headers,
            &bytes[..100],
        ))
    };
    let wrong = send(Sha256::digest(b"other").to_vec()).await;
    assert_eq!(wrong.problem(), (460, "checksum_mismatch".into()));
    let right = send(Sha256::digest(&bytes[..100]).to_vec()).await;
    assert_eq!(offset(&right), 100);
}

#[tokio::test]
async fn a_file_that_is_no_photo_is_not_kept() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let page = b"<html><script>alert(1)</script></html>";
    let place = location(&create(&town, &phone.who, &sha256(page), page.len()).await);
    let answer = append(&town, &phone.who, &place, 0, page).await;
    assert_eq!(answer.problem(), (422, "not_a_photo".into()));
}

#[tokio::test]
async fn too_large_a_photo_is_refused_before_it_is_sent() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let answer = create(&town, &phone.who, &sha256(b"x"), 26 * 1024 * 1024).await;
    assert_eq!(answer.problem(), (413, "too_large".into()));
}

#[tokio::test]
async fn an_upload_belongs_to_its_device_and_can_be_given_up_or_forgotten() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let other = Phone::enrol(&town, BERT).await;
    let place = location(&create(&town, &phone.who, &sha256(b"abc"), 3).await);
    assert_eq!(
        append(&town, &other.who, &place, 0, b"abc").await.problem(),
        (404, "upload_unknown".into())
    );
    let ended = town
        .send(request(Method::DELETE, &place, &phone.who, &[], b""))
        .await;
    assert_eq!(ended.status, StatusCode::NO_CONTENT);
    assert_eq!(
        append(&town, &phone.who, &place, 0, b"abc").await.status,
        StatusCode::NOT_FOUND
    );
    location(&create(&town, &phone.who, &sha256(b"abc"), 3).await);
    town.clock.move_by(Millis::from_days(7));
    super::forget_expired(&town.app).await.unwrap();
    assert_eq!(std::fs::read_dir(town.data().join("uploads")).unwrap().count(), 0);
}

#[tokio::test]
async fn staff_see_a_photo_whole_and_small_and_nobody_else_does() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let bytes = jpeg();
    phone.tap(&town, order, announce(&bytes));
    phone.sync(&town).await;
    let address = format!("/api/photos/{PHOTO}");
    assert_eq!(
        town.get(&address, &Who::Nobody).await.problem(),
        (401, "not_logged_in".into())
    );
    let dispatcher = town.log_in(Role::Dispatcher).await;
    assert_eq!(
        town.get(&address, &dispatcher).await.problem(),
        (404, "photo_not_here".into())
    );
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    append(&town, &phone.who, &place, 0, &bytes).await;
    let whole = town.get(&address, &dispatcher).await;
    assert_eq!(
        (whole.headers[header::CONTENT_TYPE].to_str().unwrap(), &whole.body),
        ("image/jpeg", &bytes)
    );
    for _ in 0..2 {
        let small = town.get(&format!("{address}?size=thumb"), &dispatcher).await;
        assert_eq!(&small.body[..3], [0xff, 0xd8, 0xff]);
    }
}

/// An upload all of whose bytes are on disk, and whose phone has not heard so: the server died before it was finished.
async fn upload_without_an_end(
    town: &Town,
    phone: &mut Phone,
    order: OrderId,
    bytes: &[u8],
) -> (String, PathBuf) {
    phone.tap(town, order, announce(bytes));
    phone.sync(town).await;
    let place = location(&create(town, &phone.who, &sha256(bytes), bytes.len()).await);
    let upload = place.rsplit('/').next().unwrap().parse().unwrap();
    let file = town.app.files.upload_path(upload);
    std::fs::write(&file, bytes).unwrap();
    (place, file)
}

async fn ask(town: &Town, phone: &Phone, place: &str) -> Answer {
    town.send(request(Method::HEAD, place, &phone.who, &[], b""))
        .await
}

#[tokio::test]
async fn rule_13_an_upload_that_is_all_there_is_finished_when_the_phone_asks() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let bytes = jpeg();
    let (place, _) = upload_without_an_end(&town, &mut phone, order, &bytes).await;
    assert_eq!(offset(&ask(&town, &phone, &place).await), bytes.len());
    assert!(town.look(order).await.photos[0].arrived);
}

#[tokio::test]
async fn rule_13_a_file_that_reached_its_place_before_its_row_is_taken_in() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let bytes = jpeg();
    let (place, file) = upload_without_an_end(&town, &mut phone, order, &bytes).await;
    town.app.files.adopt(&file, &sha256(&bytes)).unwrap();
    assert_eq!(offset(&ask(&town, &phone, &place).await), bytes.len());
    assert!(town.look(order).await.photos[0].arrived);
}

#[tokio::test]
async fn rule_13_an_upload_whose_file_is_gone_begins_again() {
    let town = Town::with_people().await;
    let (mut phone, order) = phone_with_order(&town).await;
    let bytes = jpeg();
    let (place, file) = upload_without_an_end(&town, &mut phone, order, &bytes).await;
    std::fs::remove_file(file).unwrap();
    assert_eq!(ask(&town, &phone, &place).await.status, StatusCode::NOT_FOUND);
    let again = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    append(&town, &phone.who, &again, 0, &bytes).await;
    assert!(town.look(order).await.photos[0].arrived);
}
