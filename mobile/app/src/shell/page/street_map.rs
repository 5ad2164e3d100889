//! The street map by MapLibre, where the browser has WebGL. Its script is loaded when the first map is opened (`web/map.js`).

use dioxus::prelude::MountedData;
use dioxus::web::WebEventExt as _;
use js_sys::{Function, Promise};
use kuitti_engine::protocol::Reply;
use kuitti_shared::domain::Position;
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;

use super::engine::EngineClient;
use crate::shell::error::ShellError;
pub use crate::shell::on_map::{Here, MapOptions, OnMap, Stop};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = kuitti, js_name = openMap, catch)]
    async fn open_map(element: &Element, tile: &Function, options: &str) -> Result<JsValue, JsValue>;

    type Opened;

    #[wasm_bindgen(method)]
    fn show(this: &Opened, news: &str);

    #[wasm_bindgen(method)]
    fn zoom(this: &Opened, steps: f64);

    #[wasm_bindgen(method)]
    fn fit(this: &Opened, news: &str);

    #[wasm_bindgen(method)]
    fn choose(this: &Opened, tell: &JsValue);

    #[wasm_bindgen(method)]
    fn close(this: &Opened);
}

/// An open map. It is gone when this is dropped.
pub struct StreetMap {
    opened: Opened,
    _tile: Closure<dyn Fn(u8, u32, u32) -> Promise>,
}

impl StreetMap {
    /// Opens a map in an element.
    ///
    /// # Errors
    /// Where the browser has no WebGL, or the script is not there.
    pub async fn open(
        element: &MountedData,
        engine: EngineClient,
        options: &MapOptions,
    ) -> Result<Self, ShellError> {
        let tile = Closure::<dyn Fn(u8, u32, u32) -> Promise>::new(move |z, x, y| {
            let engine = engine.clone();
            future_to_promise(async move {
                Ok(engine
                    .tile(z, x, y)
                    .await
                    .map_or(JsValue::UNDEFINED, JsValue::from))
            })
        });
        let options = json(options)?;
        let element = element.try_as_web_event();
        let element =
            element.ok_or_else(|| ShellError::Message("the map has no place on the page".to_owned()))?;
        let opened = open_map(&element, tile.as_ref().unchecked_ref(), &options);
        let opened = opened.await.map_err(ShellError::refused("the map"))?;
        Ok(Self {
            opened: opened.unchecked_into(),
            _tile: tile,
        })
    }

    /// Shows this instead of what was there. The first stops also decide what part of the town is seen.
    pub fn show(&self, news: &OnMap) {
        if let Ok(news) = json(news) {
            self.opened.show(&news);
        }
    }

    /// Shows all of this again, wherever the worker has looked.
    pub fn fit(&self, news: &OnMap) {
        if let Ok(news) = json(news) {
            self.opened.fit(&news);
        }
    }

    /// Tells the place that is pressed next.
    pub fn choose(&self, tell: impl FnOnce(Position) + 'static) {
        let tell = Closure::once_into_js(move |latitude: f64, longitude: f64| {
            if let Ok(position) = Position::new(latitude, longitude) {
                tell(position);
            }
        });
        self.opened.choose(&tell);
    }

    /// Nearer by so many steps, or further away.
    pub fn zoom(&self, steps: f64) {
        self.opened.zoom(steps);
    }
}

impl Drop for StreetMap {
    fn drop(&mut self) {
        self.opened.close();
    }
}

fn json(value: &impl Serialize) -> Result<String, ShellError> {
    serde_json::to_string(value).map_err(|error| ShellError::Message(error.to_string()))
}

impl EngineClient {
    /// A vector tile of the map on this phone; nothing where it has none.
    async fn tile(&self, z: u8, x: u32, y: u32) -> Option<js_sys::Uint8Array> {
        let (reply, bytes) = self
            .call_for_bytes(kuitti_engine::protocol::Request::MapTile { z, x, y })
            .await;
        matches!(reply, Reply::MapTile).then_some(bytes).flatten()
    }
}
