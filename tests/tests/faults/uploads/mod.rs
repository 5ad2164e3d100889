//! Upload clients of others against the real server, over a link that breaks, damages bytes and loses answers.
//!
//! - [`relay`]: the link; [`client`]: npm's tus-js-client and PyPI's tuspy

mod client;
mod relay;

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use kuitti_server::files::FileStore;
use kuitti_server::hash::sha256;
use kuitti_shared::sync::enrol::EnrolResponse;
use kuitti_tests::picture::large_photo;
use kuitti_tests::process::ServerProcess;
use reqwest::{Client as Http, Method, StatusCode};
use serde_json::json;
use tempfile::TempDir;

use self::client::{Client, Story};
use self::relay::{Fault, Relay};
use crate::scene::{CODE, Site};

/// A piece, where a client sends pieces.
const PIECE: i64 = 128 * 1024;
const WHOLE: i64 = 0;

/// A server with a device that may upload, and a photo on disk that is not uploaded yet.
struct Place {
    files: TempDir,
    server: ServerProcess,
    token: String,
    photo: Vec<u8>,
}

impl Place {
    async fn new(seed: u32) -> Self {
        let files = tempfile::tempdir().unwrap();
        let data = files.path().join("data");
        std::fs::create_dir(&data).unwrap();
        let server = Site::of(&data).serve(Vec::new()).await;
        let body = json!({ "code": CODE, "device_name": "Phone", "app": "test" });
        let enrol = Http::new().post(format!("{}/sync/v1/enrol", server.url()));
        let answer = enrol.json(&body).send().await.unwrap();
        let enrolled: EnrolResponse = answer.error_for_status().unwrap().json().await.unwrap();
        let photo = large_photo(seed);
        std::fs::write(files.path().join("photo.jpg"), &photo).unwrap();
        Self {
            files,
            server,
            token: enrolled.token,
            photo,
        }
    }

    /// Lets a client upload the photo over a link with these faults.
    async fn upload(&self, client: Client, piece: i64, faults: &[Fault]) -> Story {
        let relay = Relay::start(self.server.address(), faults).await;
        let url = format!("http://{}/files/v1", relay.address);
        let photo = self.files.path().join("photo.jpg");
        let told = client.upload(url, self.token.clone(), photo, piece).await;
        assert_eq!(relay.left(), 0, "{client:?} did not come to all faults: {told:?}");
        told
    }

    /// The bytes that the server has.
    fn kept(&self) -> Option<Vec<u8>> {
        let files = FileStore::open(&self.files.path().join("data")).unwrap();
        std::fs::read(files.blob_path(&sha256(&self.photo))).ok()
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, String)],
        body: &[u8],
    ) -> reqwest::Response {
        let request = Http::new().request(method, format!("{}{path}", self.server.url()));
        let signed = request.bearer_auth(&self.token).header("tus-resumable", "1.0.0");
        let whole = headers
            .iter()
            .fold(signed, |request, (name, value)| request.header(*name, value));
        whole.body(body.to_vec()).send().await.unwrap()
    }

    /// Begins an upload of the photo with a size that may be a lie.
    async fn begin(&self, size: usize) -> String {
        let metadata = format!("sha256 {}", BASE64.encode(sha256(&self.photo).as_str()));
        let headers = [("upload-length", size.to_string()), ("upload-metadata", metadata)];
        let answer = self.ask(Method::POST, "/files/v1", &headers, b"").await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        answer.headers()["location"].to_str().unwrap().to_owned()
    }

    async fn send_whole(&self, place: &str) -> reqwest::Response {
        let headers = [
            ("upload-offset", "0".to_owned()),
            ("content-type", "application/offset+octet-stream".to_owned()),
        ];
        self.ask(Method::PATCH, place, &headers, &self.photo).await
    }

    async fn offset(&self, place: &str) -> (StatusCode, Option<usize>) {
        let answer = self.ask(Method::HEAD, place, &[], b"").await;
        let offset = answer.headers().get("upload-offset");
        let offset = offset.map(|offset| offset.to_str().unwrap().parse().unwrap());
        (answer.status(), offset)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn foreign_clients_resume_where_the_link_broke() {
    for client in Client::installed() {
        let place = Place::new(1).await;
        let cuts = [90_000, 300_000, 301_000, 650_000, 1_100_000].map(Fault::Cut);
        let told = place.upload(client, WHOLE, &cuts).await;
        assert!(told.is_done && told.cuts >= cuts.len(), "{client:?}: {told:?}");
        assert!(place.kept() == Some(place.photo.clone()), "{client:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_that_arrives_damaged_is_refused_and_sent_again() {
    for client in Client::installed() {
        let place = Place::new(2).await;
        let faults = [Fault::Flip(200_000), Fault::Cut(420_000), Fault::Flip(800_000)];
        let told = place.upload(client, PIECE, &faults).await;
        assert!(told.is_done && told.cuts >= 1, "{client:?}: {told:?}");
        assert_eq!(told.refused, [460, 460], "{client:?}");
        assert!(place.kept() == Some(place.photo.clone()), "{client:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_that_was_damaged_unnoticed_is_refused_as_a_whole_and_sent_again() {
    for client in Client::installed() {
        let place = Place::new(3).await;
        let told = place
            .upload(client, WHOLE, &[Fault::Flip(200_000), Fault::Cut(500_000)])
            .await;
        assert!(told.is_done, "{client:?}: {told:?}");
        assert_eq!(told.refused, [460], "{client:?}");
        assert!(place.kept() == Some(place.photo.clone()), "{client:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_did_not_hear_the_last_answer_comes_to_an_end_and_so_does_who_sends_it_again() {
    for client in Client::installed() {
        let place = Place::new(4).await;
        let end = u64::try_from(place.photo.len()).unwrap();
        let told = place.upload(client, WHOLE, &[Fault::LoseAnswer(end)]).await;
        assert!(told.is_done && told.cuts == 1, "{client:?}: {told:?}");
        let again = place.upload(client, WHOLE, &[]).await;
        assert!(again.is_done, "{client:?}: {again:?}");
        assert!(place.kept() == Some(place.photo.clone()), "{client:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_a_client_gave_up_is_gone() {
    if !Client::JavaScript.is_installed() {
        return;
    }
    let place = Place::new(5).await;
    let told = place.upload(Client::JavaScript, -PIECE, &[]).await;
    let gone = told.gone.unwrap();
    let path = format!("/files/v1/{}", gone.rsplit('/').next().unwrap());
    assert_eq!(place.offset(&path).await, (StatusCode::NOT_FOUND, None));
    let uploads: PathBuf = place.files.path().join("data/uploads");
    assert_eq!(std::fs::read_dir(uploads).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_total_never_makes_a_photo_and_stands_in_nobodys_way() {
    let place = Place::new(6).await;
    let size = place.photo.len();
    let too_long = place.begin(size + 100).await;
    assert_eq!(place.send_whole(&too_long).await.status(), StatusCode::NO_CONTENT);
    assert_eq!(place.offset(&too_long).await, (StatusCode::OK, Some(size)));
    let too_short = place.begin(size - 100).await;
    assert_eq!(
        place.send_whole(&too_short).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(place.offset(&too_short).await, (StatusCode::OK, Some(0)));
    assert!(place.kept().is_none());
    let right = place.begin(size).await;
    assert_eq!(place.send_whole(&right).await.status(), StatusCode::NO_CONTENT);
    assert!(place.kept() == Some(place.photo.clone()));
}
