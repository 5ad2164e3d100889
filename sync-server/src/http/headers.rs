//! Headers that every answer carries. Pages that need more (the field app's cross-origin isolation) add it themselves.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

// Citizen pages and the demo inbox have no script at all; bundles bring their own policy.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

const PAGES: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::CONTENT_SECURITY_POLICY, POLICY),
];

/// JSON is no page: it loads nothing, leads nowhere, and is shown to nobody. A phone pays for each byte of a sync.
const DATA: [(HeaderName, &str); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
];

pub(super) async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let is_data = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
        kind.as_bytes().starts_with(b"application/json") || kind == kuitti_packed::MEDIA_TYPE
    });
    let wanted = if is_data { &DATA[..] } else { &PAGES[..] };
    let headers = response.headers_mut();
    for (name, value) in wanted {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
