//! What every request can reach, and the router put together from each area's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::watch;
use utoipa_axum::router::OpenApiRouter;

use crate::act::{Act, Actor};
use crate::auth::RateLimits;
use crate::config::Config;
use crate::error::Result;
use crate::files::FileStore;
use crate::intake::code::CodeSecret;
use crate::notices::sender::Senders;
use crate::pokes::Pokes;
use crate::ports::{Clock, Entropy, SystemClock, SystemEntropy};
use crate::storage::{Address, EPOCH_SETTING, Storage};
use crate::sync::{Admission, Presence};
use crate::{auth, citizen, files, http, import, map, notices, office, sync};

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
    /// How many syncs run at once.
    pub admission: Admission,
    /// Who tries too often.
    pub limits: RateLimits,
    /// How messages reach citizens.
    pub senders: Senders,
    /// Where the web bundles are.
    pub web: Option<PathBuf>,
    /// The data directory.
    pub data: PathBuf,
    /// When the town last came back from a backup.
    restored_at: Option<WallTime>,
    stopping: watch::Sender<bool>,
}

/// From where a server is opened.
pub struct Opening<'a> {
    /// The data directory.
    pub data: &'a Path,
    /// The PostgreSQL database, where the town is not in the data directory itself.
    pub database: Option<String>,
    /// The settings.
    pub config: Config,
    /// Where the web bundles are.
    pub web: Option<PathBuf>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
}

impl Opening<'_> {
    /// On this machine's clock and randomness.
    #[must_use]
    pub fn on_this_machine(data: &Path, config: Config) -> Opening<'_> {
        Opening {
            data,
            database: None,
            config,
            web: None,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
        }
    }
}

impl App {
    /// Opens a town's data directory and makes it when it is not there.
    ///
    /// # Errors
    /// When the directory is in use or broken.
    pub async fn open(opening: Opening<'_>) -> Result<AppState> {
        let pokes = Pokes::default();
        let address = Address::of(opening.data, opening.database.as_deref())?;
        let storage = address.open(pokes.clone()).await?;
        note_settings(&*storage, &opening.config).await?;
        let restored_at = note_restoration(&*storage, opening.clock.now()).await?;
        let files = FileStore::open(opening.data)?;
        let mut config = opening.config;
        let mut fresh = [0; 32];
        opening.entropy.fill(&mut fresh);
        config.code_secret = CodeSecret::of_directory(opening.data, fresh)?;
        Ok(Arc::new(Self {
            senders: Senders::configured(&config, &storage)?,
            limits: RateLimits::new(&config.limits),
            storage,
            files,
            config: Arc::new(config),
            clock: opening.clock,
            entropy: opening.entropy,
            pokes,
            presence: Presence::default(),
            admission: Admission::default(),
            web: opening.web,
            data: opening.data.to_owned(),
            restored_at,
            stopping: watch::Sender::new(false),
        }))
    }

    /// Resolves when the server begins to stop: whoever holds a request open, or works in the background, ends then.
    pub async fn stopped(&self) {
        // The sender lives as long as `self`, so that waiting cannot fail.
        let _ = self.stopping.subscribe().wait_for(|stopping| *stopping).await;
    }

    /// Begins to stop.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// An act of `actor` now.
    #[must_use]
    pub fn act(&self, actor: Actor) -> Act {
        Act::new(
            actor,
            self.clock.now(),
            Arc::clone(&self.config),
            Arc::clone(&self.entropy),
        )
        .restored_at(self.restored_at)
    }
}

/// Town cards hold settings too: other settings than at the last start make a new edition.
async fn note_settings(storage: &dyn Storage, config: &Config) -> Result<()> {
    const SETTING: &str = "town_card_settings";
    let now = serde_json::json!({
        "town": config.town,
        "undo_window": config.undo_window(),
        "phones": config.phones,
    });
    let mut tx = storage.write().await?;
    if tx.setting(SETTING).await?.as_ref() != Some(&now) {
        tx.put_setting(SETTING, &now).await?;
        tx.raise_edition().await?;
        tx.commit().await?;
    }
    Ok(())
}

/// When the town last came back from a backup: noted when that copy is opened for the first time.
async fn note_restoration(storage: &dyn Storage, now: WallTime) -> Result<Option<WallTime>> {
    const SETTING: &str = "restored";
    #[derive(Serialize, Deserialize)]
    struct Restored {
        epoch: Value,
        at: WallTime,
    }
    let mut tx = storage.read().await?;
    let Some(epoch) = tx.setting(EPOCH_SETTING).await? else {
        return Ok(None);
    };
    let noted = tx.setting(SETTING).await?;
    drop(tx);
    let noted = noted.and_then(|noted| serde_json::from_value::<Restored>(noted).ok());
    if let Some(noted) = noted.filter(|noted| noted.epoch == epoch) {
        return Ok(Some(noted.at));
    }
    let mut tx = storage.write().await?;
    tx.put_setting(SETTING, &json!(Restored { epoch, at: now }))
        .await?;
    tx.commit().await?;
    Ok(Some(now))
}

/// All addresses of the server.
pub fn router(state: AppState) -> Router {
    let (described, document) = described().split_for_parts();
    let pages = Router::new()
        .merge(citizen::router(&state))
        .merge(map::router())
        .merge(notices::inbox_router())
        .merge(notices::gateway_router())
        .merge(files::tus_router())
        .merge(http::router(&state, document));
    http::with_layers(described.merge(pages), &state).with_state(state)
}

/// The addresses that stand in `/api/openapi.json`. Areas with JSON interfaces register here by `routes!`.
fn described() -> OpenApiRouter<AppState> {
    http::openapi::document()
        .merge(auth::router())
        .merge(office::router())
        .merge(import::router())
        .merge(notices::router())
        .merge(files::router())
        .merge(sync::router())
}
