//! The street map by MapLibre, where the web view has WebGL and the program has the library. It is drawn by the web app's own
//! script (`web/map.js`); tiles come from the engine, so that no network is needed.

mod library;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use dioxus::prelude::MountedData;
use kuitti_engine::protocol::{Reply, Request};
use kuitti_shared::domain::Position;
use serde::Serialize;

use super::bridge::{self, FromPage, Listener};
use super::engine::EngineClient;
use super::run;
use super::web_view::window;
use super::web_view::wry::http::header::CONTENT_TYPE;
use super::web_view::wry::http::{HeaderValue, Response, StatusCode};
pub use crate::shell::on_map::{Here, MapOptions, OnMap, Stop};

/// Addresses of the script and the library are below it.
const FILES: &str = "map";
/// Addresses of tiles are below it.
const TILES: &str = "tile";

static NEXT: AtomicU64 = AtomicU64::new(0);

/// There is none here.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("this window draws no street map")]
pub struct NoStreetMap;

/// Who waits for a place to be pressed.
type Chooser = Box<dyn FnOnce(Position)>;

/// An open map. It is gone when this is dropped.
pub struct StreetMap {
    /// The page knows it by this number.
    number: u64,
    chooser: Rc<RefCell<Option<Chooser>>>,
    _listening: Listener,
}

impl StreetMap {
    /// Opens a map. The page finds the element by itself: elements have no names that both sides know.
    ///
    /// # Errors
    /// Where the web view has no WebGL, or the program no library.
    pub async fn open(
        _element: &MountedData,
        _engine: EngineClient,
        options: &MapOptions,
    ) -> Result<Self, NoStreetMap> {
        if !library::IS_HERE {
            return Err(NoStreetMap);
        }
        let options = json(options).ok_or(NoStreetMap)?;
        // Before it is open: a screen that is left meanwhile drops it, and the page closes it then.
        let map = Self::numbered(NEXT.fetch_add(1, Ordering::Relaxed));
        let is_open = bridge::ask::<bool>("openMap", &(map.number, options)).await;
        is_open.is_some().then_some(map).ok_or(NoStreetMap)
    }

    fn numbered(number: u64) -> Self {
        let chooser = Rc::new(RefCell::new(None::<Chooser>));
        let chosen = chooser.clone();
        let listening = bridge::listen(move |message| {
            if let Some(position) = chosen_on(number, message)
                && let Some(tell) = chosen.take()
            {
                tell(position);
            }
        });
        Self {
            number,
            chooser,
            _listening: listening,
        }
    }

    /// Shows this instead of what was there. The first stops also decide what part of the town is seen.
    pub fn show(&self, news: &OnMap) {
        bridge::tell("onMap", &(self.number, "show", json(news)));
    }

    /// Shows all of this again, wherever the worker has looked.
    pub fn fit(&self, news: &OnMap) {
        bridge::tell("onMap", &(self.number, "fit", json(news)));
    }

    /// Tells the place that is pressed next.
    pub fn choose(&self, tell: impl FnOnce(Position) + 'static) {
        self.chooser.replace(Some(Box::new(tell)));
        bridge::tell("chooseOnMap", &[self.number]);
    }

    /// Nearer by so many steps, or further away.
    pub fn zoom(&self, steps: f64) {
        bridge::tell("onMap", &(self.number, "zoom", steps));
    }
}

impl Drop for StreetMap {
    fn drop(&mut self) {
        bridge::tell("closeMap", &[self.number]);
    }
}

fn chosen_on(number: u64, message: &FromPage) -> Option<Position> {
    match *message {
        FromPage::Chosen {
            map,
            latitude,
            longitude,
        } if map == number => Position::new(latitude, longitude).ok(),
        _ => None,
    }
}

/// The script reads text, as in the web app.
fn json(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}

/// Answers the page's questions for the map's files and tiles, for as long as the window lives.
pub(super) fn serve(engine: EngineClient) {
    window().register_asset_handler(FILES.to_owned(), |request, responder| {
        responder.respond(file(request.uri().path()));
    });
    window().register_asset_handler(TILES.to_owned(), move |request, responder| {
        let engine = engine.clone();
        run(async move { responder.respond(tile(&engine, request.uri().path()).await) });
    });
}

fn file(path: &str) -> Response<Vec<u8>> {
    let name = path.rsplit('/').next().unwrap_or_default();
    answer(library::file(name, FILES).map(|(kind, text)| (kind, text.into_bytes())))
}

async fn tile(engine: &EngineClient, path: &str) -> Response<Vec<u8>> {
    let tile = match tile_at(path) {
        Some((z, x, y)) => engine.tile(z, x, y).await,
        None => None,
    };
    answer(tile.map(|bytes| ("application/vnd.mapbox-vector-tile", bytes)))
}

/// Zoom, column and row at the end of an address.
fn tile_at(path: &str) -> Option<(u8, u32, u32)> {
    let mut parts = path.rsplit('/');
    let y = parts.next()?.parse().ok()?;
    let x = parts.next()?.parse().ok()?;
    let z = parts.next()?.parse().ok()?;
    Some((z, x, y))
}

fn answer(found: Option<(&'static str, Vec<u8>)>) -> Response<Vec<u8>> {
    let Some((kind, bytes)) = found else {
        let mut response = Response::new(Vec::new());
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    };
    let mut response = Response::new(bytes);
    let kind = HeaderValue::from_static(kind);
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

impl EngineClient {
    /// A vector tile of the map on this device; nothing where it has none.
    async fn tile(&self, z: u8, x: u32, y: u32) -> Option<Vec<u8>> {
        let (reply, bytes) = self.call_for_bytes(Request::MapTile { z, x, y }).await;
        matches!(reply, Reply::MapTile).then_some(bytes).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_tile() {
        assert_eq!(tile_at("/tile/14/9326/4743"), Some((14, 9326, 4743)));
        for none in ["/tile/14/9326", "/tile/14/9326/-1", "/tile/300/1/1", "/tile", ""] {
            assert_eq!(tile_at(none), None, "{none}");
        }
    }

    #[test]
    fn a_press_is_for_the_map_that_was_pressed() {
        let press = FromPage::Chosen {
            map: 3,
            latitude: 60.2,
            longitude: 24.9,
        };
        let there = Position::new(60.2, 24.9).unwrap();
        assert_eq!(chosen_on(3, &press), Some(there));
        assert_eq!(chosen_on(4, &press), None);
        assert_eq!(chosen_on(3, &FromPage::NoFix { denied: false }), None);
    }
}
