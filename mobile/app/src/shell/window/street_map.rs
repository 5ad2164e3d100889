//! The street map: its script is part of the web app's files, which a window does not have. The same points stand on the plain
//! map instead.

use dioxus::prelude::MountedData;
use kuitti_shared::domain::Position;

use super::engine::EngineClient;
pub use crate::shell::on_map::{Here, MapOptions, OnMap, Stop};

/// There is none here.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("this window draws no street map")]
pub struct NoStreetMap;

/// An open map: there is never one.
pub enum StreetMap {}

impl StreetMap {
    /// Opens none.
    ///
    /// # Errors
    /// Always.
    pub async fn open(
        _element: &MountedData,
        _engine: EngineClient,
        _options: &MapOptions,
    ) -> Result<Self, NoStreetMap> {
        Err(NoStreetMap)
    }

    /// Shows this instead of what was there.
    pub const fn show(&self, _news: &OnMap) {}

    /// Shows all of this again.
    pub const fn fit(&self, _news: &OnMap) {}

    /// Tells no place.
    pub fn choose(&self, _tell: impl FnOnce(Position) + 'static) {}

    /// Nearer by so many steps, or further away.
    pub const fn zoom(&self, _steps: f64) {}
}
