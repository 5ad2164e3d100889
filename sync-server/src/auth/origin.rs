//! A write that comes with a cookie must come from our own pages: browsers say so in `Origin`.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::AppState;
use crate::error::{Error, Refusal};

/// Refuses writes that a browser sends from another site. Programs without cookies send no `Origin` and pass.
pub async fn check_origin(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_own(request.headers(), &app.config.public_url) {
        next.run(request).await
    } else {
        Error::refused(
            Refusal::Forbidden,
            "foreign_origin",
            "This was sent from another site and is not done.",
        )
        .into_response()
    }
}

fn is_own(headers: &HeaderMap, public_url: &str) -> bool {
    let Some(origin) = headers
        .get(header::ORIGIN)
        .and_then(|origin| origin.to_str().ok())
    else {
        // Browsers leave it out only where a request cannot carry a cookie to us (SameSite=Strict) or is no write.
        return headers
            .get("sec-fetch-site")
            .is_none_or(|site| site == "same-origin" || site == "none");
    };
    if origin == public_url {
        return true;
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let origin_host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == origin_host
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headers: &[(&'static str, &str)], expected: bool) {
        let map = headers
            .iter()
            .map(|(name, value)| ((*name).parse().unwrap(), value.parse().unwrap()))
            .collect();
        assert_eq!(
            is_own(&map, "https://kuitti.town.example"),
            expected,
            "{headers:?}"
        );
    }

    #[test]
    fn a_write_from_another_site_is_foreign() {
        check(&[], true);
        check(
            &[("origin", "https://kuitti.town.example"), ("host", "10.0.0.1:80")],
            true,
        );
        check(
            &[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")],
            true,
        );
        check(
            &[
                ("origin", "https://evil.example"),
                ("host", "kuitti.town.example"),
            ],
            false,
        );
        check(&[("origin", "null"), ("host", "kuitti.town.example")], false);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("sec-fetch-site", "same-origin")], true);
    }
}
