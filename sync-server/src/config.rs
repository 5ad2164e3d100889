//! The configuration: one commented TOML file (`kuitti.example.toml`) and environment variables `KUITTI_...`, where
//! `__` stands for a level (`KUITTI_SMTP__HOST`). Every key has a default, so that a town can start without a file.

use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use kuitti_shared::domain::Language;
use kuitti_shared::unit::Millis;
use serde::{Deserialize, Serialize};

/// All settings of a server.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The address under which citizens and phones reach the server, without a slash at the end.
    pub public_url: String,
    /// Show the demo inbox at `/inbox` and deliver text messages there.
    pub demo_inbox: bool,
    /// The OpenStreetMap extract from which the base map is made.
    pub map_extract: Option<PathBuf>,
    /// The town.
    pub town: TownConfig,
    /// When and how citizens are told.
    pub notices: NoticeConfig,
    /// Where e-mail goes; without it none is sent.
    pub smtp: Option<SmtpConfig>,
}

/// What the town calls itself and how it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TownConfig {
    /// Name.
    pub name: String,
    /// IANA time zone.
    pub time_zone: String,
    /// Whom citizens and workers call.
    pub office_phone: Option<String>,
    /// How request numbers begin, for example `HEL`.
    pub request_prefix: String,
    /// How order numbers begin, for example `W`.
    pub order_prefix: String,
    /// The language of pages and messages where nobody chose one.
    pub language: Language,
    /// The country of phone numbers without one, as ISO 3166 code.
    pub country: String,
    /// How long a worker can take a finish back, in seconds.
    pub undo_window_seconds: u32,
}

/// When citizens are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NoticeConfig {
    /// From this local time on nobody is woken, `HH:MM`.
    pub quiet_from: String,
    /// Until this local time.
    pub quiet_until: String,
}

/// A mail server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpConfig {
    /// Host.
    pub host: String,
    /// Port.
    #[serde(default = "smtp_port")]
    pub port: u16,
    /// The sender, for example `Kuitti <kuitti@town.example>`.
    pub from: String,
    /// User name, where the server wants one.
    #[serde(default)]
    pub user: Option<String>,
    /// Password; better given as `KUITTI_SMTP__PASSWORD`.
    #[serde(default)]
    pub password: Option<String>,
    /// Use TLS (STARTTLS on port 587, TLS from the start on 465). Off only for a server on the same machine.
    #[serde(default = "yes")]
    pub tls: bool,
}

const fn smtp_port() -> u16 {
    587
}

const fn yes() -> bool {
    true
}

impl Default for Config {
    fn default() -> Self {
        Self {
            public_url: "http://localhost:8080".to_owned(),
            demo_inbox: false,
            map_extract: None,
            town: TownConfig::default(),
            notices: NoticeConfig::default(),
            smtp: None,
        }
    }
}

impl Default for TownConfig {
    fn default() -> Self {
        Self {
            name: "Kuitti".to_owned(),
            time_zone: "Europe/Helsinki".to_owned(),
            office_phone: None,
            request_prefix: "R".to_owned(),
            order_prefix: "W".to_owned(),
            language: Language::En,
            country: "FI".to_owned(),
            undo_window_seconds: 120,
        }
    }
}

impl Default for NoticeConfig {
    fn default() -> Self {
        Self {
            quiet_from: "21:00".to_owned(),
            quiet_until: "07:00".to_owned(),
        }
    }
}

impl TownConfig {
    /// How long a worker can take a finish back.
    #[must_use]
    pub fn undo_window(&self) -> Millis {
        Millis::from_seconds(i64::from(self.undo_window_seconds))
    }
}

impl Config {
    /// Reads defaults, then the file, then the environment; the later wins.
    ///
    /// # Errors
    /// When the file or a variable cannot be read as what it should be; the message names the key.
    pub fn read(file: Option<&Path>) -> Result<Self, Box<figment::Error>> {
        let defaults = Figment::from(Serialized::defaults(Self::default()));
        let with_file = match file {
            Some(path) => defaults.merge(Toml::file_exact(path)),
            None => defaults,
        };
        // The command line's own variables have the same prefix and are not settings of the town.
        let environment = Env::prefixed("KUITTI_")
            .split("__")
            .ignore(&["data", "listen", "config", "web", "tls_cert", "tls_key", "log"]);
        with_file.merge(environment).extract().map_err(Box::new)
    }
}
