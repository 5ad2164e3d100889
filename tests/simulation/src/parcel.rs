//! A request as it travels: it can arrive late, twice, or long after its sender gave up.

use std::io::Read as _;

use axum::body::Body;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, Request};
use flate2::read::GzDecoder;
use kuitti_packed::{MEDIA_TYPE, unpack};
use serde_json::Value;

/// A request.
#[derive(Debug, Clone)]
pub(crate) struct Parcel {
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Parcel {
    pub(crate) fn of(request: &reqwest::Request) -> Self {
        let body = request.body().and_then(reqwest::Body::as_bytes);
        Self {
            method: request.method().clone(),
            path: request.url().path().to_owned(),
            headers: request.headers().clone(),
            body: body.unwrap_or_default().to_vec(),
        }
    }

    /// The request for the server's router.
    pub(crate) fn request(&self) -> Request<Body> {
        let mut request = Request::builder().method(&self.method).uri(&self.path);
        if let Some(headers) = request.headers_mut() {
            headers.extend(self.headers.clone());
        }
        request.body(Body::from(self.body.clone())).unwrap()
    }

    pub(crate) fn is_sync(&self) -> bool {
        self.path == "/sync/v1"
    }

    /// The body as JSON text.
    pub(crate) fn text(&self) -> Vec<u8> {
        if self
            .headers
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind == MEDIA_TYPE)
        {
            return unpack(&self.body, usize::MAX).unwrap();
        }
        if !self.headers.contains_key(CONTENT_ENCODING) {
            return self.body.clone();
        }
        let mut text = Vec::new();
        GzDecoder::new(self.body.as_slice())
            .read_to_end(&mut text)
            .unwrap();
        text
    }

    /// Asks for small pages, so that a few orders make several.
    pub(crate) fn with_page_size(mut self, orders: u64) -> Self {
        let mut body: Value = serde_json::from_slice(&self.text()).unwrap();
        body["limit"] = orders.into();
        self.body = serde_json::to_vec(&body).unwrap();
        self.headers
            .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        self.headers.remove(CONTENT_ENCODING);
        self.headers.remove(CONTENT_LENGTH);
        self
    }

    /// In words.
    pub(crate) fn describe(&self) -> String {
        if !self.is_sync() {
            let what = self.path.split('/').nth(1).unwrap_or_default();
            return format!("{} {what}", self.method);
        }
        let body: Value = serde_json::from_slice(&self.text()).unwrap_or_default();
        let ops = body["ops"].as_array().map(Vec::as_slice).unwrap_or_default();
        let seq = |op: Option<&Value>| op.map_or(0, |op| op["seq"].as_u64().unwrap_or_default());
        match ops.len() {
            0 => "sync".to_owned(),
            _ => format!("sync with {}..{}", seq(ops.first()), seq(ops.last())),
        }
    }
}
