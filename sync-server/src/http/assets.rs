//! Bundles of the console and the field app, styles and icons: static files with the headers they need.

use std::path::Path;

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Router, extract};
use tower_http::services::{ServeDir, ServeFile};

use crate::app::AppState;
use crate::error::Error;

// WebAssembly needs `wasm-unsafe-eval`; `blob:` shows photos that are not yet sent.
const BUNDLE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
                             img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
                             manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A file that is part of the server itself: citizen pages work without any bundle.
struct Asset {
    path: &'static str,
    media_type: &'static str,
    content: &'static [u8],
}

macro_rules! assets {
    ($($path:literal: $media_type:literal),+ $(,)?) => {
        &[$(Asset {
            path: $path,
            media_type: $media_type,
            content: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/", $path)),
        }),+]
    };
}

const ASSETS: &[Asset] = assets! {
    "styles/tokens.css": "text/css",
    "styles/base.css": "text/css",
    "styles/parts.css": "text/css",
    "styles/desk.css": "text/css",
    "styles/map.css": "text/css",
    "styles/citizen.css": "text/css",
    "icons/kuitti.svg": "image/svg+xml",
    "icons/kuitti-192.png": "image/png",
    "icons/apple-touch-icon.png": "image/png",
};

/// `/assets/`, and `/console/` and `/app/` from the directory `web`.
pub(super) fn router(web: Option<&Path>) -> Router<AppState> {
    let assets = Router::new().route("/assets/{*path}", get(asset));
    let Some(web) = web else {
        return assets;
    };
    let bundles = Router::new()
        .route("/console", get(|| async { Redirect::permanent("/console/") }))
        .route("/app", get(|| async { Redirect::permanent("/app/") }))
        .nest_service("/console/", bundle(&web.join("console")))
        .nest_service("/app/", bundle(&web.join("app")))
        .layer(from_fn(bundle_headers));
    assets.merge(bundles)
}

/// A bundle; an address that is no file is one of its screens.
fn bundle(directory: &Path) -> ServeDir<ServeFile> {
    let index = ServeFile::new(directory.join("index.html"));
    let index = index.precompressed_br().precompressed_gzip();
    ServeDir::new(directory)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(index)
}

async fn bundle_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let found = response.status() == StatusCode::OK;
    let page = is_page(&response);
    if page && names_a_file(&path) {
        // A page of an older build asks for its scripts; the newer build's page would only confuse it.
        response = nothing_here().into_response();
    }
    let caching = if found && !page {
        caching(&path)
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(BUNDLE_POLICY),
    );
    // SQLite in the browser wants a page that shares its process with nobody.
    headers.insert(
        "cross-origin-opener-policy",
        HeaderValue::from_static("same-origin"),
    );
    headers.insert(
        "cross-origin-embedder-policy",
        HeaderValue::from_static("require-corp"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Is this the address of a file rather than of a screen?
fn names_a_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.contains('.') && !name.ends_with(".html")
}

fn nothing_here() -> Error {
    Error::not_found("no_such_address", "There is nothing at this address.")
}

/// Files named by their content (`screens-1f2e3d4c5b6a7988.js`) never change; all others are asked for each time.
fn caching(path: &str) -> &'static str {
    let stem = path
        .rsplit('/')
        .next()
        .and_then(|name| name.split('.').next())
        .unwrap_or_default();
    let mark = stem.rsplit(['-', '_']).next().unwrap_or_default();
    if mark.len() >= 8 && mark != stem && mark.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

async fn asset(extract::Path(path): extract::Path<String>) -> Result<impl IntoResponse, Error> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.path == path)
        .ok_or_else(nothing_here)?;
    Ok((
        [
            (header::CONTENT_TYPE, asset.media_type),
            (header::CACHE_CONTROL, "public, max-age=300"),
        ],
        asset.content,
    ))
}

#[cfg(test)]
mod tests {
    use super::caching;

    #[test]
    fn only_files_named_by_their_content_are_kept_for_ever() {
        assert!(caching("/app/screens-1f2e3d4c5b6a7988.js").contains("immutable"));
        assert_eq!(caching("/app/sw.js"), "no-cache");
        assert_eq!(caching("/app/index.html"), "no-cache");
        assert_eq!(caching("/app/"), "no-cache");
    }
}
