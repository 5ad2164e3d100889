//! One request and its answer, on a connection of its own.

use std::path::Path;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{CONTENT_LENGTH, HOST};
use hyper::{Request, Uri};
use hyper_util::rt::TokioIo;
use tokio::time::timeout;

use crate::dial::{Protection, dial};

const PATIENCE: Duration = Duration::from_secs(30);
/// No answer that means anything is longer.
const MOST: usize = 256 * 1024;

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) method: String,
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// Why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// The request was never sent.
    NotSent(String),
    /// It was, or may have been.
    Lost(String),
}

impl Call {
    /// Finds what no request can be made of.
    pub(super) fn check(&self) -> Result<(), String> {
        self.request().map(|_| ())
    }

    fn request(&self) -> Result<(Uri, Request<Full<Bytes>>), String> {
        let uri: Uri = self
            .url
            .parse()
            .map_err(|error| format!("the address cannot be read: {error}"))?;
        let host = uri.host().ok_or("the address has no host")?.to_owned();
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            return Err("the address must begin with http:// or https://".to_owned());
        }
        let host = uri
            .port_u16()
            .map_or(host.clone(), |port| format!("{host}:{port}"));
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        let mut request = Request::builder()
            .method(self.method.as_str())
            .uri(path)
            .header(HOST, host)
            .header(CONTENT_LENGTH, self.body.len());
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Full::from(self.body.clone()));
        Ok((uri.clone(), request.map_err(|error| error.to_string())?))
    }

    /// Asks.
    pub(super) async fn ask(&self, authority: Option<&Path>) -> Result<Answer, NoAnswer> {
        let (uri, request) = self.request().map_err(NoAnswer::NotSent)?;
        let (protection, usual) = match uri.scheme_str() {
            Some("https") => (Protection::Tls(authority), 443),
            _ => (Protection::None, 80),
        };
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
        let stream = dial(host, uri.port_u16().unwrap_or(usual), protection).await;
        let stream = stream.map_err(|error| NoAnswer::NotSent(error.to_string()))?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
            .await
            .map_err(|error| NoAnswer::NotSent(error.to_string()))?;
        // It ends with the sender, and what breaks is seen there.
        let connection = tokio::spawn(connection);
        let answer = timeout(PATIENCE, async {
            let answer = sender
                .send_request(request)
                .await
                .map_err(|error| error.to_string())?;
            read(answer).await
        });
        let answer = answer
            .await
            .unwrap_or_else(|_| Err("no answer in time".to_owned()));
        connection.abort();
        answer.map_err(NoAnswer::Lost)
    }
}

async fn read(answer: hyper::Response<hyper::body::Incoming>) -> Result<Answer, String> {
    let (head, body) = answer.into_parts();
    let body = Limited::new(body, MOST)
        .collect()
        .await
        .map_err(|error| error.to_string())?;
    let headers = head.headers.iter();
    let headers = headers.map(|(name, value)| {
        (
            name.to_string(),
            String::from_utf8_lossy(value.as_bytes()).into_owned(),
        )
    });
    Ok(Answer {
        status: head.status.as_u16(),
        headers: headers.collect(),
        body: String::from_utf8_lossy(&body.to_bytes()).into_owned(),
    })
}
