//! The map over HTTP: public, as the data is, and asked for again only when it changed.

use std::time::UNIX_EPOCH;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kuitti_shared::api::map::BaseMap;
use kuitti_shared::id::Sha256Hex;
use tokio::fs;
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use crate::app::AppState;
use crate::error::{Error, Result};
use crate::http::extract::Path;

/// The map in the data directory.
pub(super) const FILE: &str = "map.json";

const CACHING: &str = "public, max-age=300";
/// The name of the file is its hash.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

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

/// Which file of tiles is the map now.
pub(super) async fn pack(State(app): State<AppState>) -> Result<Response> {
    match fs::read(super::pack::about(&app.data)).await {
        Ok(about) => Ok(([(header::CACHE_CONTROL, "no-cache")], json(about)).into_response()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(no_map()),
        Err(error) => Err(error.into()),
    }
}

/// A file of tiles, or a part of it (RFC 9110, section 14).
pub(super) async fn tiles(
    State(app): State<AppState>,
    Path(sha256): Path<Sha256Hex>,
    request: Request,
) -> Result<Response> {
    let file = ServeFile::new(super::pack::file(&app.data, &sha256));
    let mut response = match file.oneshot(request).await {
        Ok(response) => response.into_response(),
        Err(never) => match never {},
    };
    match response.status() {
        StatusCode::NOT_FOUND => Err(no_map()),
        status if status.is_success() => {
            let caching = HeaderValue::from_static(FOR_EVER);
            response.headers_mut().insert(header::CACHE_CONTROL, caching);
            Ok(response)
        }
        _ => Ok(response),
    }
}

fn no_map() -> Error {
    Error::not_found("no_map", "The town has no such map.")
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
    use kuitti_shared::api::map::{MapPack, Shape, ShapeKind};

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

    fn of_one(street: &str) -> BaseMap {
        let shape = Shape {
            kind: ShapeKind::Street,
            name: Some(street.to_owned()),
            points: vec![6_017_000, 2_494_000, 200, 700],
        };
        BaseMap {
            attribution: "someone".to_owned(),
            bounds: [60.0, 24.0, 61.0, 25.0],
            shapes: vec![shape],
        }
    }

    #[tokio::test]
    async fn a_device_fetches_the_tiles_in_parts_and_a_newer_map_has_a_newer_address() {
        let town = Town::start().await;
        assert_eq!(
            town.get("/api/map/pack", &Who::Nobody).await.status,
            StatusCode::NOT_FOUND
        );
        let keep = |street: &str| {
            let map = of_one(street);
            let fill = |file: &std::fs::File| {
                kuitti_tiles::draw(&map, file)?;
                Ok("someone".to_owned())
            };
            super::super::pack::keep(town.data(), fill).unwrap()
        };
        let first = keep("Unioninkatu");
        let told = town.get("/api/map/pack", &Who::Nobody).await.read::<MapPack>();
        assert_eq!((&told, told.last_zoom), (&first, 15));
        let begins = |pack: &MapPack| {
            let request = Request::get(format!("/api/map/tiles/{}", pack.sha256));
            let part = request.header(header::RANGE, "bytes=0-6");
            part.body(Body::empty()).unwrap()
        };
        let answer = town.send(begins(&first)).await;
        assert_eq!(
            (answer.status, &answer.body[..]),
            (StatusCode::PARTIAL_CONTENT, &b"PMTiles"[..])
        );
        let range = format!("bytes 0-6/{}", first.size);
        assert_eq!(answer.headers[header::CONTENT_RANGE], range.as_str());
        let second = keep("Snellmaninkatu");
        assert_eq!(town.send(begins(&first)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            town.send(begins(&second)).await.status,
            StatusCode::PARTIAL_CONTENT
        );
    }

    #[tokio::test]
    async fn what_is_no_hash_is_no_address_of_a_file() {
        let town = Town::start().await;
        let answer = town.get("/api/map/tiles/..%2f..%2fkuitti.db", &Who::Nobody).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
}
