//! What every request can reach, and the router put together from each area's.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use crate::act::{Act, Actor};
use crate::auth::RateLimits;
use crate::config::Config;
use crate::files::FileStore;
use crate::pokes::Pokes;
use crate::ports::{Clock, Entropy};
use crate::storage::Storage;
use crate::sync::Presence;
use crate::{auth, citizen, files, http, map, notices, office, sync};

/// The state of the server, shared by all requests. Handlers take `State<AppState>`.
pub type AppState = Arc<App>;

/// What every request can reach.
pub struct App {
    /// The database.
    pub storage: Arc<dyn Storage>,
    /// Photos and uploads.
    pub files: FileStore,
    /// The settings.
    pub config: Arc<Config>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// After-commit pokes.
    pub pokes: Pokes,
    /// When each device was last heard; in memory, since a sync with nothing new writes nothing.
    pub presence: Presence,
    /// Who tries too often.
    pub limits: RateLimits,
    /// Where the web bundles are.
    pub web: Option<PathBuf>,
}

impl App {
    /// An act of `actor` now.
    #[must_use]
    pub fn act(&self, actor: Actor) -> Act {
        Act::new(
            actor,
            self.clock.now(),
            Arc::clone(&self.config),
            Arc::clone(&self.entropy),
        )
    }
}

/// All addresses of the server.
pub fn router(state: AppState) -> Router {
    let (described, document) = described().split_for_parts();
    let pages = Router::new()
        .merge(citizen::router())
        .merge(map::router())
        .merge(notices::inbox_router())
        .merge(files::tus_router())
        .merge(http::router(&state, document));
    http::with_layers(described.merge(pages), &state).with_state(state)
}

/// The addresses that stand in `/api/openapi.json`. Areas with JSON interfaces register here by `routes!`.
fn described() -> OpenApiRouter<AppState> {
    http::openapi::document()
        .merge(auth::router())
        .merge(office::router())
        .merge(files::router())
        .merge(sync::router())
}
