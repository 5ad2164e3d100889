//! The way over HTTP, native and in a browser's worker: reqwest in both.
//!
//! Requests are compressed with gzip, because a browser cannot send zstd; answers are decompressed by reqwest or by the
//! browser itself. Once a server has answered with words that both know beforehand (`kuitti-packed`), so is what it is told
//! from then on: that takes a third off a visit's bytes. The token goes to the server's own address only, whatever a `Location` says.

use std::cell::Cell;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use kuitti_packed::{MEDIA_TYPE, pack, unpack};
use kuitti_shared::api::map::MapPack;
use kuitti_shared::sync::enrol::{EnrolRequest, EnrolResponse};
use kuitti_shared::sync::response::SyncResponse;
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::Millis;
use reqwest::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, RANGE, RETRY_AFTER};
use reqwest::{Client, Method, Request, RequestBuilder, Response, StatusCode, Url};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::push::Push;
use crate::ports::{NewUpload, PortFuture, Session, Transport, TransportError, UploadPlace};

/// Below this, compressing saves no packet.
const WORTH_COMPRESSING: usize = 1_024;
/// More than any answer holds; a phone's memory ends sooner.
const LONGEST_ANSWER: usize = 64 * 1024 * 1024;
const TUS_VERSION: (&str, &str) = ("Tus-Resumable", "1.0.0");
const UPLOAD_OFFSET: &str = "Upload-Offset";

type Answered<'a, T> = PortFuture<'a, Result<T, TransportError>>;

/// What carries requests to the server and answers back: a network, or something that behaves like one.
pub trait Carrier {
    /// Carries one request.
    fn carry(&self, request: Request) -> PortFuture<'_, Result<Response, TransportError>>;
}

impl Carrier for Client {
    fn carry(&self, request: Request) -> PortFuture<'_, Result<Response, TransportError>> {
        let answer = self.execute(request);
        Box::pin(async move {
            answer
                .await
                .map_err(|error| TransportError::Unreachable(error.to_string()))
        })
    }
}

/// [`Transport`] over HTTP.
#[derive(Debug, Clone)]
pub struct HttpTransport<C = Client> {
    client: Client,
    carrier: C,
    /// Has the server answered with the words that both know?
    knows_words: Cell<bool>,
    /// Was such an answer of no use, which somebody on the way may have changed? Then no other is asked for.
    wants_plain: Cell<bool>,
}

impl Default for HttpTransport {
    fn default() -> Self {
        Self::new(Client::default())
    }
}

impl HttpTransport {
    /// Goes through `client`, which decides on proxies and certificates.
    #[must_use]
    pub fn new(client: Client) -> Self {
        Self::over(client.clone(), client)
    }
}

impl<C: Carrier> HttpTransport<C> {
    /// Makes requests with `client` and gives them to `carrier`.
    #[must_use]
    pub const fn over(client: Client, carrier: C) -> Self {
        Self {
            client,
            carrier,
            knows_words: Cell::new(false),
            wants_plain: Cell::new(false),
        }
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response, TransportError> {
        let request = request
            .build()
            .map_err(|error| TransportError::Failed(error.to_string()))?;
        let response = self.carrier.carry(request).await?;
        if response.status().is_success() {
            Ok(response)
        } else {
            Err(refusal(response).await)
        }
    }

    fn request(&self, session: &Session, method: Method, url: Url) -> RequestBuilder {
        self.client.request(method, url).bearer_auth(&session.token)
    }

    fn upload(&self, session: &Session, method: Method, url: Url) -> RequestBuilder {
        let (name, value) = TUS_VERSION;
        self.request(session, method, url).header(name, value)
    }

    async fn post_push(
        &self,
        session: &Session,
        path: &str,
        push: &Push,
    ) -> Result<SyncResponse, TransportError> {
        let document = push.to_json().map_err(|error| failed(&error))?;
        self.post_document(session, path, document).await
    }

    async fn post_document(
        &self,
        session: &Session,
        path: &str,
        document: Vec<u8>,
    ) -> Result<SyncResponse, TransportError> {
        let url = url(&session.server, path)?;
        let request = || {
            let request = self.request(session, Method::POST, url.clone());
            if self.wants_plain.get() {
                return request;
            }
            request.header(ACCEPT, MEDIA_TYPE)
        };
        if self.knows_words.get() {
            match self.send(with_words(request(), &document)?).await {
                // An older server again, which never heard of words.
                Err(TransportError::Refused {
                    status: 400 | 415, ..
                }) => self.knows_words.set(false),
                answer => return self.read_packed(answer?).await,
            }
        }
        self.read_packed(self.send(with_body(request(), document)).await?)
            .await
    }

    async fn read_packed<T: DeserializeOwned>(&self, response: Response) -> Result<T, TransportError> {
        let is_packed = header(&response, CONTENT_TYPE.as_str()).is_some_and(|kind| kind == MEDIA_TYPE);
        if !is_packed {
            return json(response).await;
        }
        let packed = bytes(response).await?;
        let document = unpack(&packed, LONGEST_ANSWER).map_err(|error| failed(&error));
        self.knows_words.set(document.is_ok());
        self.wants_plain.set(document.is_err());
        serde_json::from_slice(&document?).map_err(|error| failed(&error))
    }
}

impl<C: Carrier> Transport for HttpTransport<C> {
    fn enrol<'a>(&'a self, server: &'a str, request: &'a EnrolRequest) -> Answered<'a, EnrolResponse> {
        Box::pin(async move {
            let post = self.client.post(url(server, "/sync/v1/enrol")?);
            let body = serde_json::to_vec(request).map_err(|error| failed(&error))?;
            json(self.send(with_body(post, body)).await?).await
        })
    }

    fn sync<'a>(&'a self, session: &'a Session, push: &'a Push) -> Answered<'a, SyncResponse> {
        Box::pin(self.post_push(session, "/sync/v1", push))
    }

    fn wait<'a>(&'a self, session: &'a Session, push: &'a Push) -> Answered<'a, SyncResponse> {
        Box::pin(self.post_push(session, "/sync/v1/wait", push))
    }

    fn create_upload<'a>(&'a self, session: &'a Session, upload: &'a NewUpload) -> Answered<'a, UploadPlace> {
        Box::pin(async move {
            let mut metadata = format!("sha256 {}", BASE64.encode(upload.sha256.as_str()));
            if upload.kind == UploadKind::File {
                metadata.push_str(&format!(",kind {}", BASE64.encode(upload.kind.code())));
            }
            let files = url(&session.server, "/files/v1")?;
            let request = self
                .upload(session, Method::POST, files)
                .header("Upload-Length", upload.size)
                .header("Upload-Metadata", metadata);
            let response = self.send(request).await?;
            let location = header(&response, LOCATION.as_str())
                .ok_or_else(|| TransportError::Failed("an upload without an address".to_owned()))?;
            // A content that the server has already is complete from the start.
            let offset = offset(&response).unwrap_or(0);
            Ok(UploadPlace {
                url: location,
                offset,
            })
        })
    }

    fn upload_offset<'a>(&'a self, session: &'a Session, place: &'a str) -> Answered<'a, u64> {
        Box::pin(async move {
            let head = self.upload(session, Method::HEAD, upload_url(session, place)?);
            offset(&self.send(head).await?).ok_or(TransportError::Offset)
        })
    }

    fn append<'a>(
        &'a self,
        session: &'a Session,
        place: &'a UploadPlace,
        bytes: Vec<u8>,
    ) -> Answered<'a, u64> {
        Box::pin(async move {
            let patch = self
                .upload(session, Method::PATCH, upload_url(session, &place.url)?)
                .header(UPLOAD_OFFSET, place.offset)
                .header(CONTENT_TYPE, "application/offset+octet-stream")
                .body(bytes);
            offset(&self.send(patch).await?).ok_or(TransportError::Offset)
        })
    }

    fn map_pack<'a>(&'a self, session: &'a Session) -> Answered<'a, MapPack> {
        Box::pin(async move {
            // The map is public: the token stays here.
            let get = self.client.get(url(&session.server, "/api/map/pack")?);
            json(self.send(get).await?).await
        })
    }

    fn map_part<'a>(
        &'a self,
        session: &'a Session,
        pack: &'a MapPack,
        offset: u64,
        length: u64,
    ) -> Answered<'a, Vec<u8>> {
        Box::pin(async move {
            let tiles = format!("/api/map/tiles/{}", pack.sha256);
            let end = offset + length.max(1) - 1;
            let get = self
                .client
                .get(url(&session.server, &tiles)?)
                .header(RANGE, format!("bytes={offset}-{end}"));
            let response = self.send(get).await?;
            if response.status() != StatusCode::PARTIAL_CONTENT {
                return Err(TransportError::Offset);
            }
            bytes(response).await
        })
    }
}

fn url(server: &str, path: &str) -> Result<Url, TransportError> {
    Url::parse(&format!("{server}{path}")).map_err(|error| TransportError::Unreachable(error.to_string()))
}

/// The address of an upload on the server that the token belongs to.
fn upload_url(session: &Session, place: &str) -> Result<Url, TransportError> {
    let files = url(&session.server, "/files/v1/")?;
    let joined = files
        .join(place)
        .map_err(|error| TransportError::Failed(error.to_string()))?;
    url(&session.server, joined.path())
}

fn with_words(request: RequestBuilder, document: &[u8]) -> Result<RequestBuilder, TransportError> {
    let packed = pack(document).map_err(|error| failed(&error))?;
    Ok(request.header(CONTENT_TYPE, MEDIA_TYPE).body(packed))
}

fn with_body(request: RequestBuilder, body: Vec<u8>) -> RequestBuilder {
    let request = request.header(CONTENT_TYPE, "application/json");
    if body.len() < WORTH_COMPRESSING {
        return request.body(body);
    }
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    match gzip.write_all(&body).and_then(|()| gzip.finish()) {
        Ok(compressed) => request.header(CONTENT_ENCODING, "gzip").body(compressed),
        Err(_) => request.body(body),
    }
}

async fn refusal(response: Response) -> TransportError {
    #[derive(Deserialize)]
    struct ProblemJson {
        #[serde(default)]
        code: String,
    }
    let status = response.status();
    let retry_after = header(&response, RETRY_AFTER.as_str())
        .and_then(|seconds| seconds.parse().ok())
        .map(Millis::from_seconds);
    let body = response.bytes().await.unwrap_or_default();
    let code =
        serde_json::from_slice::<ProblemJson>(&body).map_or_else(|_| String::new(), |problem| problem.code);
    match status {
        StatusCode::UNAUTHORIZED => TransportError::Unauthorised,
        StatusCode::PAYLOAD_TOO_LARGE => TransportError::TooLarge,
        // Locked: the server has not noticed yet that the link broke under the request before.
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE | StatusCode::LOCKED => {
            TransportError::Busy { retry_after }
        }
        StatusCode::UPGRADE_REQUIRED => TransportError::UpgradeRequired,
        StatusCode::NOT_FOUND | StatusCode::GONE => TransportError::NotFound(code),
        StatusCode::CONFLICT => TransportError::Offset,
        // tus: Checksum Mismatch.
        _ if status.as_u16() == 460 => TransportError::Checksum,
        _ if status.is_server_error() => TransportError::Failed(status.to_string()),
        _ => TransportError::Refused {
            status: status.as_u16(),
            code,
        },
    }
}

async fn json<T: DeserializeOwned>(response: Response) -> Result<T, TransportError> {
    serde_json::from_slice(&bytes(response).await?).map_err(|error| failed(&error))
}

async fn bytes(response: Response) -> Result<Vec<u8>, TransportError> {
    let bytes = response.bytes().await;
    bytes
        .map(Vec::from)
        .map_err(|error| TransportError::Unreachable(error.to_string()))
}

fn failed(error: &dyn std::error::Error) -> TransportError {
    TransportError::Failed(error.to_string())
}

fn header(response: &Response, name: &str) -> Option<String> {
    let value = response.headers().get(name)?;
    value.to_str().ok().map(str::to_owned)
}

fn offset(response: &Response) -> Option<u64> {
    header(response, UPLOAD_OFFSET)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use kuitti_shared::id::DeviceId;

    use super::*;

    /// A server that unpacks what it is sent, until somebody installs an older one, behind a proxy that may damage what is packed.
    #[derive(Default)]
    struct Server {
        is_old: Cell<bool>,
        is_damaged: Cell<bool>,
        heard: RefCell<Vec<String>>,
    }

    impl Carrier for &Server {
        fn carry(&self, request: Request) -> PortFuture<'_, Result<Response, TransportError>> {
            let kind = request.headers()[CONTENT_TYPE].to_str().unwrap().to_owned();
            let understood = !self.is_old.get() || kind == "application/json";
            self.heard.borrow_mut().push(kind);
            let answer = br#"{"server_time":1,"acked_seq":0}"#.to_vec();
            let answer = if !understood {
                http::Response::builder()
                    .status(400)
                    .body(br#"{"code":"malformed"}"#.to_vec())
            } else if self.is_old.get() || !request.headers().contains_key(ACCEPT) {
                http::Response::builder().body(answer)
            } else {
                let mut packed = pack(&answer).unwrap();
                packed.truncate(if self.is_damaged.get() { 3 } else { packed.len() });
                http::Response::builder()
                    .header("content-type", MEDIA_TYPE)
                    .body(packed)
            };
            Box::pin(std::future::ready(Ok(answer.unwrap().into())))
        }
    }

    async fn ask(transport: &HttpTransport<&Server>) -> Result<SyncResponse, TransportError> {
        let session = Session {
            server: "http://town.example".to_owned(),
            device: DeviceId(uuid::Uuid::nil()),
            token: "t".to_owned(),
        };
        let document = b"{}".to_vec();
        transport.post_document(&session, "/sync/v1", document).await
    }

    #[tokio::test]
    async fn an_answer_that_was_damaged_on_the_way_is_asked_for_in_plain_form_from_then_on() {
        let server = Server::default();
        let transport = HttpTransport::over(Client::new(), &server);
        ask(&transport).await.unwrap();
        server.is_damaged.set(true);
        let damaged = ask(&transport).await.unwrap_err();
        assert!(matches!(damaged, TransportError::Failed(_)), "{damaged:?}");
        ask(&transport).await.unwrap();
        ask(&transport).await.unwrap();
        let said = [
            "application/json",
            MEDIA_TYPE,
            "application/json",
            "application/json",
        ];
        assert_eq!(*server.heard.borrow(), said);
    }

    #[tokio::test]
    async fn words_are_used_once_the_server_has_used_them_and_no_more_when_it_is_an_older_one_again() {
        let server = Server::default();
        let transport = HttpTransport::over(Client::new(), &server);
        for is_old in [false, false, true, true] {
            server.is_old.set(is_old);
            ask(&transport).await.unwrap();
        }
        let said = [
            "application/json",
            MEDIA_TYPE,
            MEDIA_TYPE,
            "application/json",
            "application/json",
        ];
        assert_eq!(*server.heard.borrow(), said);
    }
}
