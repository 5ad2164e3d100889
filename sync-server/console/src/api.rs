//! Calls of the office API. The session is a cookie that scripts cannot read; the server decides what is allowed.
use std::cell::Cell;

use dioxus::prelude::Callback;
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use kuitti_shared::api::problem::Problem;
use kuitti_text::Text;
use serde::{Serialize, de::DeserializeOwned};

use crate::browser;

/// Why a call did not give what was asked for.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ApiError {
    /// The server cannot be reached.
    #[error("the server cannot be reached")]
    Unreachable,
    /// Nobody is logged in, or no longer.
    #[error("nobody is logged in")]
    LoggedOut,
    /// The server refuses and says why.
    #[error("{}", .0.detail)]
    Refused(Box<Problem>),
    /// The answer is none that this console knows.
    #[error("the answer cannot be read")]
    Unreadable,
}

impl ApiError {
    /// The sentence for the person in front of the screen.
    pub(crate) fn say(&self, text: Text) -> String {
        match self {
            Self::Unreachable => text.say("problem-unreachable", []),
            Self::LoggedOut => text.say("problem-logged-out", []),
            Self::Unreadable => text.say("problem-unreadable", []),
            Self::Refused(problem) => refusal(problem, text),
        }
    }

    /// Is this the code of a refusal?
    pub(crate) fn is(&self, code: &str) -> bool {
        matches!(self, Self::Refused(problem) if problem.code == code)
    }
}

fn refusal(problem: &Problem, text: Text) -> String {
    let key = format!("problem-{}", problem.code.replace('_', "-"));
    if text.knows(&key) {
        text.say(&key, [])
    } else {
        problem.detail.clone()
    }
}

thread_local! {
    static LOGGED_OUT: Cell<Option<Callback<()>>> = const { Cell::new(None) };
}

/// Calls `run` whenever an answer says that nobody is logged in any more, whatever had been asked.
pub(crate) fn on_logged_out(run: Callback<()>) {
    LOGGED_OUT.set(Some(run));
}

/// Reads something.
pub(crate) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ApiError> {
    answer(Request::get(path).send().await).await
}

/// Reads something, asking with the filled fields of `query`.
pub(crate) async fn find<Q: Serialize, T: DeserializeOwned>(path: &str, query: &Q) -> Result<T, ApiError> {
    let fields = serde_json::to_value(query).map_err(|_| ApiError::Unreadable)?;
    let fields = fields
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name, plain(value)?)));
    let fields: Vec<(String, String)> = fields.map(|(name, value)| (name.clone(), value)).collect();
    let request =
        Request::get(path).query(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    answer(request.send().await).await
}

fn plain(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// Changes something.
pub(crate) async fn post<B: Serialize, T: DeserializeOwned>(path: &str, body: &B) -> Result<T, ApiError> {
    send(Method::POST, path, body).await
}

/// Puts something in the place of what is there.
pub(crate) async fn put<B: Serialize, T: DeserializeOwned>(path: &str, body: &B) -> Result<T, ApiError> {
    send(Method::PUT, path, body).await
}

/// Changes some fields of something.
pub(crate) async fn patch<B: Serialize, T: DeserializeOwned>(path: &str, body: &B) -> Result<T, ApiError> {
    send(Method::PATCH, path, body).await
}

/// Ends something.
pub(crate) async fn delete(path: &str) -> Result<(), ApiError> {
    answer(Request::delete(path).send().await).await
}

async fn send<B: Serialize, T: DeserializeOwned>(
    method: Method,
    path: &str,
    body: &B,
) -> Result<T, ApiError> {
    let request = RequestBuilder::new(path)
        .method(method)
        .json(body)
        .map_err(|_| ApiError::Unreadable)?;
    answer(request.send().await).await
}

/// Sends a file as it is.
pub(crate) async fn post_file<T: DeserializeOwned>(path: &str, file: &web_sys::File) -> Result<T, ApiError> {
    let request = Request::post(path).header("content-type", "text/csv").body(file);
    answer(request.map_err(|_| ApiError::Unreadable)?.send().await).await
}

/// Sends a rescue file, with the header that carries its code.
pub(crate) async fn post_rescue<T: DeserializeOwned>(
    path: &str,
    file: &web_sys::File,
    header: Option<(&str, String)>,
) -> Result<T, ApiError> {
    let mut request = Request::post(path).header("content-type", "application/octet-stream");
    if let Some((name, value)) = header {
        request = request.header(name, &value);
    }
    answer(request.body(file).map_err(|_| ApiError::Unreadable)?.send().await).await
}

async fn answer<T: DeserializeOwned>(sent: Result<Response, gloo_net::Error>) -> Result<T, ApiError> {
    let response = sent.map_err(|_| ApiError::Unreachable)?;
    if let Some(date) = response.headers().get("date") {
        browser::hear_server_clock(&date);
    }
    let body = response.text().await.map_err(|_| ApiError::Unreachable)?;
    let answer = match response.status() {
        200..300 => read(if body.is_empty() { "null" } else { &body }),
        401 if !body.contains("\"wrong_login\"") => Err(ApiError::LoggedOut),
        // A proxy's own page says no more than that the server behind it is away.
        502..=504 if read::<Problem>(&body).is_err() => Err(ApiError::Unreachable),
        _ => Err(read(&body).map_or(ApiError::Unreadable, |problem| {
            ApiError::Refused(Box::new(problem))
        })),
    };
    if let (Err(ApiError::LoggedOut), Some(run)) = (&answer, LOGGED_OUT.get()) {
        run.call(());
    }
    answer
}

fn read<T: DeserializeOwned>(body: &str) -> Result<T, ApiError> {
    serde_json::from_str(body).map_err(|_| ApiError::Unreadable)
}
