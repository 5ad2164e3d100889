//! The frame of every page: its language, its headers, and how it is answered.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use kuitti_shared::domain::Language;
use kuitti_shared::unit::Millis;
use kuitti_text::{Text, preferred_language};
use minijinja::{Value, context};
use serde::Serialize;

use super::templates;
use crate::app::AppState;
use crate::config::TownConfig;
use crate::error::{Error, Result};

const LANGUAGE_COOKIE: &str = "kuitti_language";
const YEAR_SECONDS: u32 = 31_536_000;
// The scripts of these pages, "use my position" and the demo inbox's look for new messages, are files of our own.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The visitor of a page: which language, and whether it was chosen just now by `?lang=`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// In which language to answer.
    pub language: Language,
    chosen: bool,
    path: String,
}

impl FromRequestParts<AppState> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Self::Rejection> {
        Ok(Self::of(parts, app.config.town.language))
    }
}

impl Visitor {
    fn of(parts: &Parts, otherwise: Language) -> Self {
        let query = parts.uri.query().unwrap_or_default();
        let chosen = query.split('&').find_map(|pair| pair.strip_prefix("lang="));
        let chosen = chosen.and_then(Language::from_tag);
        let remembered = cookie(&parts.headers, LANGUAGE_COOKIE).and_then(Language::from_tag);
        let accepted = parts
            .headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let language = chosen
            .or(remembered)
            .or_else(|| accepted.and_then(preferred_language));
        Self {
            language: language.unwrap_or(otherwise),
            chosen: chosen.is_some(),
            path: parts.uri.path().to_owned(),
        }
    }

    /// The texts in the visitor's language.
    #[must_use]
    pub const fn text(&self) -> Text {
        Text::new(self.language)
    }

    /// A page. `here` names the menu entry that leads to it.
    ///
    /// # Errors
    /// [`Error::Internal`] when the template does not fit its values.
    pub fn page(&self, town: &TownConfig, here: &str, template: &str, values: Value) -> Result<Response> {
        let page = context! {
            language => self.language.code(),
            direction => self.language.direction().code(),
            languages => languages(),
            switch => self.path,
            town => town.name,
            office_phone => town.office_phone,
            here,
        };
        let body = templates::render(self.language, template, &context! { page, ..values })?;
        let mut response = Html(body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        // A case must not stay in a shared computer. Its address goes to no other site by the policy that every answer
        // carries; `no-referrer` would make browsers send our own forms with `Origin: null`.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
        if self.chosen {
            let cookie = format!(
                "{LANGUAGE_COOKIE}={}; Path=/; Max-Age={YEAR_SECONDS}; SameSite=Lax",
                self.language.code()
            );
            headers.insert(header::SET_COOKIE, cookie.parse().map_err(|_| unprintable())?);
        }
        Ok(response)
    }

    /// One fact and the way out.
    pub fn message(&self, town: &TownConfig, status: StatusCode, heading: &str, sentence: &str) -> Response {
        self.said(town, status, heading, &self.text().say(sentence, []))
    }

    fn said(&self, town: &TownConfig, status: StatusCode, heading: &str, sentence: &str) -> Response {
        let text = self.text();
        let way = context! { href => "/report", label => text.say("citizen-start-report", []) };
        let values = context! { heading => text.say(heading, []), sentence, way };
        match self.page(town, "", "message.html", values) {
            Ok(page) => (status, page).into_response(),
            Err(error) => error.into_response(),
        }
    }

    /// A failure as a page: what went wrong is logged, the visitor gets a sentence.
    pub fn trouble(&self, town: &TownConfig, error: &Error) -> Response {
        if let Error::Busy { retry_after } = error {
            return self.too_often(town, *retry_after);
        }
        tracing::error!(code = error.code(), %error, "a citizen's page failed");
        let status = crate::http::problem::status(error);
        self.message(town, status, "citizen-trouble-title", "citizen-trouble")
    }

    /// Somebody comes too often: how long to wait, for people and for programs.
    fn too_often(&self, town: &TownConfig, retry_after: Millis) -> Response {
        let minutes = retry_after.0.div_euclid(60_000) + 1;
        let text = self.text();
        let sentence = text.say("citizen-too-often", [("minutes", minutes.into())]);
        let mut response = self.said(
            town,
            StatusCode::TOO_MANY_REQUESTS,
            "citizen-too-often-title",
            &sentence,
        );
        let seconds = HeaderValue::from(retry_after.0.div_euclid(1_000) + 1);
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
        response
    }
}

/// A language as it is offered.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LanguageChoice {
    code: &'static str,
    name: &'static str,
}

pub(super) fn languages() -> Vec<LanguageChoice> {
    let choice = |language: Language| LanguageChoice {
        code: language.code(),
        name: language.own_name(),
    };
    Language::ALL.into_iter().map(choice).collect()
}

/// The value of a cookie.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    all.flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

fn unprintable() -> Error {
    Error::Internal("a cookie cannot be written".to_owned())
}
