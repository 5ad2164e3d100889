//! `GET /api/map/streets`: public, as the data is, and asked for again only when it changed.

use std::time::UNIX_EPOCH;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::api::map::BaseMap;
use tokio::fs;

use crate::app::AppState;
use crate::error::{Error, Result};

/// The map in the data directory.
pub(super) const FILE: &str = "map.json";

const CACHING: &str = "public, max-age=300";

/// The base map; an empty one where the town has none, so that maps show points only.
pub(super) async fn streets(State(app): State<AppState>, headers: HeaderMap) -> Result<Response> {
    let path = app.data.join(FILE);
    let about = match fs::metadata(&path).await {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return nothing(),
        Err(error) => return Err(error.into()),
    };
    let changed = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    let tag = format!("W/\"{:x}-{:x}\"", changed.as_millis(), about.len());
    let known = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let tag = HeaderValue::from_str(&tag).map_err(|error| Error::Internal(error.to_string()))?;
    let caching = [
        (header::ETAG, tag),
        (header::CACHE_CONTROL, HeaderValue::from_static(CACHING)),
    ];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, caching).into_response());
    }
    Ok((caching, json(fs::read(path).await?)).into_response())
}

fn nothing() -> Result<Response> {
    let empty =
        serde_json::to_vec(&BaseMap::default()).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(([(header::CACHE_CONTROL, "no-cache")], json(empty)).into_response())
}

fn json(bytes: Vec<u8>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], bytes)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;

    use super::*;
    use crate::testing::{Town, Who};

    const ADDRESS: &str = "/api/map/streets";

    #[tokio::test]
    async fn a_town_without_a_map_has_an_empty_one() {
        let town = Town::start().await;
        let answer = town.get(ADDRESS, &Who::Nobody).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.read::<BaseMap>(), BaseMap::default());
    }

    #[tokio::test]
    async fn a_map_is_asked_for_again_only_when_it_changed() {
        let town = Town::start().await;
        let map = BaseMap {
            attribution: "© OpenStreetMap contributors".to_owned(),
            bounds: [60.0, 24.0, 61.0, 25.0],
            shapes: Vec::new(),
        };
        std::fs::write(town.data().join(FILE), serde_json::to_vec(&map).unwrap()).unwrap();
        let answer = town.get(ADDRESS, &Who::Nobody).await;
        assert_eq!(answer.headers[header::CACHE_CONTROL], CACHING);
        assert_eq!(answer.read::<BaseMap>(), map);
        let again = Request::get(ADDRESS).header(header::IF_NONE_MATCH, &answer.headers[header::ETAG]);
        let again = town.send(again.body(Body::empty()).unwrap()).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
        std::fs::write(town.data().join(FILE), b"{}").unwrap();
        let changed = Request::get(ADDRESS).header(header::IF_NONE_MATCH, &answer.headers[header::ETAG]);
        assert_eq!(
            town.send(changed.body(Body::empty()).unwrap()).await.status,
            StatusCode::OK
        );
    }
}
