//! A phone's unsent work comes in as a file, and nothing is doubled whatever comes later.

use axum::body::Body;
use axum::http::{Method, Request, header};
use kuitti_rescue::{Head, PhotoInFile, seal};
use kuitti_shared::api::devices::{RESCUE_CODE_HEADER, RescueCodeShown, RescueReport};
use kuitti_shared::domain::{Assignee, PhotoRole, Role};
use kuitti_shared::id::{DeviceId, OrderId, PhotoId, Sha256Hex};
use kuitti_shared::operation::{Action, PhotoTaken};
use kuitti_shared::sync::ReceiptOutcome as Verdict;
use kuitti_shared::sync::rescue::RescueCode;
use kuitti_shared::unit::{Millis, Seq};
use serde_json::value::to_raw_value;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{note, verdicts};
use crate::testing::people::AINO;
use crate::testing::phone::Phone;
use crate::testing::{Answer, Town, Who};

const HOUR: Millis = Millis::from_seconds(3_600);

/// A town with an order, Aino's phone that knows it, and a dispatcher.
struct Scene {
    town: Town,
    order: OrderId,
    phone: Phone,
    office: Who,
}

impl Scene {
    async fn new() -> Self {
        let town = Town::with_people().await;
        let order = town.order(Some(Assignee::Worker(AINO))).await;
        let mut phone = Phone::enrol(&town, AINO).await;
        phone.sync(&town).await;
        let office = town.log_in(Role::Dispatcher).await;
        Self {
            town,
            order,
            phone,
            office,
        }
    }

    fn tap(&mut self, action: Action) {
        self.phone.tap(&self.town, self.order, action);
    }

    async fn code(&self) -> RescueCode {
        let path = format!("/api/devices/{}/rescue-code", self.phone.device);
        let shown: RescueCodeShown = self.town.get(&path, &self.office).await.read();
        shown.code
    }

    /// What the phone would write now.
    async fn file(&self, photos: &[Vec<u8>]) -> Vec<u8> {
        self.file_with(&self.code().await, photos)
    }

    fn file_with(&self, code: &RescueCode, photos: &[Vec<u8>]) -> Vec<u8> {
        let request = self.phone.request(&self.town);
        let head = Head {
            device: self.phone.device,
            written_at: request.clock.stamp.wall,
            clock_error: self.phone.ahead,
            requests: vec![to_raw_value(&request).unwrap()],
            photos: photos
                .iter()
                .map(|bytes| PhotoInFile {
                    sha256: hash(bytes),
                    size: bytes.len() as u64,
                })
                .collect(),
            photos_left: 0,
        };
        seal(code, &head, photos).unwrap()
    }

    async fn bring(&self, file: Vec<u8>) -> Answer {
        self.bring_with(file, None).await
    }

    async fn bring_with(&self, file: Vec<u8>, code: Option<&str>) -> Answer {
        let Who::Cookie(cookie) = &self.office else {
            panic!("the office has a cookie")
        };
        let mut request = Request::builder()
            .method(Method::POST)
            .uri("/api/rescues")
            .header(header::COOKIE, cookie);
        if let Some(code) = code {
            request = request.header(RESCUE_CODE_HEADER, code);
        }
        self.town.send(request.body(Body::from(file)).unwrap()).await
    }

    async fn notes(&self) -> Vec<String> {
        let notes = self.town.look(self.order).await.notes;
        notes.into_iter().map(|note| note.text).collect()
    }
}

fn hash(bytes: &[u8]) -> Sha256Hex {
    Sha256Hex::from(<[u8; 32]>::from(Sha256::digest(bytes)))
}

fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    encoder
        .encode(&[128; 64 * 48], 64, 48, jpeg_encoder::ColorType::Luma)
        .unwrap();
    bytes
}

fn photo(bytes: &[u8]) -> Action {
    Action::Photo(PhotoTaken {
        photo: PhotoId(Uuid::from_u128(0xf0)),
        sha256: hash(bytes),
        size: bytes.len() as u64,
        width: 64,
        height: 48,
        role: PhotoRole::After,
        taken_at: None,
        taken_where: None,
    })
}

fn counts(report: &RescueReport) -> [u64; 5] {
    [
        report.operations,
        report.operations_known,
        report.to_review,
        report.photos,
        report.photos_known,
    ]
}

#[tokio::test]
async fn a_file_comes_in_once_however_often_it_is_brought_and_the_phone_doubles_nothing() {
    let mut scene = Scene::new().await;
    let bytes = jpeg();
    scene.tap(Action::Start {});
    scene.tap(note("the fuse is gone"));
    scene.tap(photo(&bytes));
    let file = scene.file(&[bytes]).await;
    scene.town.clock.move_by(HOUR);
    let first: RescueReport = scene.bring(file.clone()).await.read();
    assert_eq!(counts(&first), [3, 0, 0, 1, 0]);
    assert_eq!((first.worker, first.device_name.as_str()), (AINO, "Phone"));
    let after = scene.town.look(scene.order).await;
    assert!(after.photos[0].arrived);
    let second: RescueReport = scene.bring(file).await.read();
    assert_eq!(counts(&second), [0, 3, 0, 0, 1]);
    assert_eq!(scene.town.look(scene.order).await, after);

    // The network is back: the phone sends the same, and one more.
    scene.tap(note("and the cover"));
    let receipts = scene.phone.sync(&scene.town).await;
    assert_eq!(verdicts(&receipts), [(Verdict::Applied, "applied"); 4]);
    assert_eq!(scene.phone.waiting.len(), 0);
    assert_eq!(scene.notes().await, ["the fuse is gone", "and the cover"]);
    assert_eq!(scene.town.look(scene.order).await.photos.len(), 1);
}

#[tokio::test]
async fn what_the_phone_sent_meanwhile_is_known_and_the_rest_comes_in() {
    let mut scene = Scene::new().await;
    scene.tap(note("one"));
    let early = scene.file(&[]).await;
    scene.tap(note("two"));
    let late = scene.file(&[]).await;
    let report: RescueReport = scene.bring(early.clone()).await.read();
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    let report: RescueReport = scene.bring(late).await.read();
    assert_eq!(counts(&report), [1, 1, 0, 0, 0]);
    scene.phone.sync(&scene.town).await;
    let report: RescueReport = scene.bring(early).await.read();
    assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
    assert_eq!(scene.notes().await, ["one", "two"]);
}

#[tokio::test]
async fn times_are_counted_from_when_the_file_was_written() {
    let mut scene = Scene::new().await;
    scene.phone.ahead = HOUR;
    let made_at = scene.town.app.clock.now();
    scene.tap(note("at once"));
    scene.town.clock.move_by(HOUR);
    let file = scene.file(&[]).await;
    scene.town.clock.move_by(Millis::from_seconds(5 * 3_600));
    let report: RescueReport = scene.bring(file).await.read();
    assert_eq!(report.written_at, made_at + HOUR);
    assert_eq!(scene.town.look(scene.order).await.notes[0].at.at, made_at);
}

#[tokio::test]
async fn a_file_that_begins_after_a_gap_is_numbered_anew() {
    let mut scene = Scene::new().await;
    let copy = scene.town.copy().await;
    scene.tap(note("lost with the server"));
    scene.phone.sync(&scene.town).await;
    scene.tap(note("in the file"));
    let code = scene.code().await;
    let file = scene.file(&[]).await;
    scene.town.clock.move_by(HOUR);
    // The backup was opened with another secret: the code that was noted down opens the file.
    scene.town = scene.town.restored(copy).await;
    scene.office = scene.town.log_in(Role::Dispatcher).await;
    assert_eq!(
        scene.bring(file.clone()).await.problem(),
        (422, "rescue_code".to_owned())
    );
    let typed = code.to_string().to_lowercase();
    let report: RescueReport = scene.bring_with(file.clone(), Some(&typed)).await.read();
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    let again: RescueReport = scene.bring_with(file, Some(&typed)).await.read();
    assert_eq!(counts(&again), [0, 1, 0, 0, 0]);
    assert_eq!(scene.notes().await, ["in the file"]);
}

#[tokio::test]
async fn a_file_from_before_a_fork_comes_in_under_a_new_numbering() {
    let mut scene = Scene::new().await;
    let mut clone = scene.phone.clone();
    scene.tap(note("from the phone"));
    scene.phone.sync(&scene.town).await;
    clone.tap(&scene.town, scene.order, note("from its clone"));
    clone.waiting[0].op_id.0 = Uuid::from_u128(98);
    scene.phone = clone;
    let file = scene.file(&[]).await;
    let report: RescueReport = scene.bring(file).await.read();
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    let mut tx = scene.town.app.storage.read().await.unwrap();
    let kept = tx
        .operation(kuitti_shared::id::OpId(Uuid::from_u128(98)))
        .await
        .unwrap()
        .unwrap();
    assert!(kept.body.contains("\"seq\":1"), "{}", kept.body);
    assert_eq!(scene.notes().await.len(), 2);
    // The clone hears that it has to number anew, and its operation is known.
    let answer = scene
        .phone
        .send(&scene.town, &scene.phone.request(&scene.town))
        .await;
    scene.phone.incarnation = answer.new_incarnation.unwrap();
    let answer = scene
        .phone
        .send(&scene.town, &scene.phone.request(&scene.town))
        .await;
    assert_eq!(
        (answer.acked_seq, verdicts(&answer.results)),
        (Seq(1), vec![(Verdict::Duplicate, "applied")])
    );
}

#[tokio::test]
async fn the_file_of_a_locked_phone_is_kept_for_the_office() {
    let mut scene = Scene::new().await;
    scene.tap(note("after the lock"));
    let file = scene.file(&[]).await;
    let path = format!("/api/devices/{}", scene.phone.device);
    scene.town.call(Method::DELETE, &path, &scene.office).await;
    let report: RescueReport = scene.bring(file).await.read();
    assert_eq!(counts(&report), [1, 0, 1, 0, 0]);
    assert_eq!(scene.notes().await.len(), 0);
}

#[tokio::test]
async fn what_cannot_be_taken_in_is_told_apart() {
    let mut scene = Scene::new().await;
    scene.tap(note("x"));
    let code = scene.code().await;
    let whole = scene.file(&[]).await;
    let check = async |file: Vec<u8>, status: u16, problem: &str| {
        assert_eq!(scene.bring(file).await.problem(), (status, problem.to_owned()));
    };
    check(b"a letter".to_vec(), 422, "rescue_other").await;
    check(Vec::new(), 422, "rescue_other").await;
    check(whole[..whole.len() - 4].to_vec(), 422, "rescue_damaged").await;
    check(
        scene.file_with(&RescueCode::from_random(1), &[]),
        422,
        "rescue_code",
    )
    .await;
    let newer = [b"kuitti-rescue/2 ".as_slice(), &whole["kuitti-rescue/1 ".len()..]].concat();
    check(newer, 422, "rescue_newer").await;
    let stranger = DeviceId(Uuid::from_u128(0xdead)).to_string();
    let foreign = [b"kuitti-rescue/1 ", stranger.as_bytes(), b"\nage"].concat();
    check(foreign, 404, "rescue_foreign").await;
    let typo = scene.bring_with(whole.clone(), Some("ABC")).await;
    assert_eq!(typo.problem(), (422, "rescue_code_typed".to_owned()));
    assert_eq!(scene.bring_with(whole, Some(code.as_str())).await.status, 200);
}

#[tokio::test]
async fn only_those_who_look_after_phones_may_do_it() {
    let scene = Scene::new().await;
    let path = format!("/api/devices/{}/rescue-code", scene.phone.device);
    for who in [Who::Nobody, scene.phone.who.clone()] {
        assert_eq!(scene.town.get(&path, &who).await.status, 401);
        assert_eq!(
            scene.town.call(Method::POST, "/api/rescues", &who).await.status,
            401
        );
    }
    let auditor = scene.town.log_in(Role::Auditor).await;
    assert_eq!(scene.town.get(&path, &auditor).await.status, 403);
    assert_eq!(
        scene
            .town
            .call(Method::POST, "/api/rescues", &auditor)
            .await
            .status,
        403
    );
    let nobody = format!("/api/devices/{}/rescue-code", DeviceId(Uuid::from_u128(9)));
    let answer = scene.town.get(&nobody, &scene.office).await;
    assert_eq!(answer.problem(), (404, "device_unknown".to_owned()));
}
