//! The configuration: one commented TOML file (`kuitti.example.toml`) and environment variables `KUITTI_...`, where
//! `__` stands for a level (`KUITTI_SMTP__HOST`). Every key has a default, so that a town can start without a file.

mod calls;
mod limits;
mod price;
mod sms;
mod webhook;

use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use jiff::tz::TimeZone;
use kuitti_shared::domain::{Language, NoticeChannel, NoticeStage};
use kuitti_shared::rules::feedback::Terms;
use kuitti_shared::rules::notice_wishes::{CHOOSABLE, Offer};
use kuitti_shared::rules::retention::Keeping;
use kuitti_shared::sync::town::PhotoKeeping;
use kuitti_shared::unit::Millis;
use rlibphonenumber::enums::Region;
use serde::{Deserialize, Serialize};

pub use self::calls::CallsConfig;
pub use self::limits::LimitsConfig;
pub use self::price::MessagePrice;
pub use self::sms::SmsConfig;
pub use self::webhook::WebhookConfig;
use crate::intake::code::CodeSecret;
use crate::notices::quiet;
use crate::office_hours::OfficeHours;

// Variables with our prefix that belong to the command line and to the tests.
const NO_SETTINGS: &[&str] = &[
    "data",
    "listen",
    "config",
    "web",
    "tls_cert",
    "tls_key",
    "log",
    "server",
    "test_engine",
];

/// The settings in a data directory, read when no other file is named.
pub const FILE_NAME: &str = "kuitti.toml";

/// All settings of a server.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The address under which citizens and phones reach the server, without a slash at the end.
    pub public_url: String,
    /// Show the demo inbox at `/inbox` and deliver text messages there.
    pub demo_inbox: bool,
    /// How long a worker can take a finish back, in seconds.
    pub undo_window_seconds: u32,
    /// The OpenStreetMap extract from which the base map is made.
    pub map_extract: Option<PathBuf>,
    /// The town.
    pub town: TownConfig,
    /// What citizens may do by themselves.
    pub citizens: CitizensConfig,
    /// What phones keep.
    pub phones: PhonesConfig,
    /// When people of the town are told what.
    pub staff: StaffConfig,
    /// How much strangers may do.
    pub limits: LimitsConfig,
    /// When nobody is woken.
    pub quiet_hours: QuietHours,
    /// Where e-mail goes; without it none is sent.
    pub smtp: Option<SmtpConfig>,
    /// The town's own app, where citizens are told there.
    pub webhook: Option<WebhookConfig>,
    /// Citizens who are told by a call.
    pub calls: CallsConfig,
    /// What text messages cost.
    pub message_price: MessagePrice,
    /// How text messages go; without it none is sent.
    pub sms: Option<SmsConfig>,
    /// From which tracking codes are computed: a file of the data directory, never a setting.
    #[serde(skip)]
    pub code_secret: CodeSecret,
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
}

/// What citizens may do by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CitizensConfig {
    /// For how many days after an end its citizen may say that it is not so. 0: never.
    pub reopen_days: u16,
    /// After so many days who reported is forgotten, counted from the end of the case. 0: never.
    pub forget_after_days: u16,
    /// Must a number or an address that was typed on the web be proved by a code before anything else goes there?
    pub confirm_contacts: bool,
    /// The stages that citizens may choose to hear of, besides those that everybody hears of.
    pub choosable_stages: Vec<NoticeStage>,
    /// Which of them somebody gets who has not chosen.
    pub usual_stages: Vec<NoticeStage>,
    /// Where a message goes that failed, one after another, when its citizen has not chosen: `email`, `sms`, `call`, `webhook`.
    pub fallback: Vec<NoticeChannel>,
}

/// What phones keep of photos that the office has. What was not sent is always kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PhonesConfig {
    /// For so many days, in case the server comes back from a backup.
    pub keep_sent_days: u16,
    /// As long as all photos of the phone together take no more, in millions of bytes.
    pub photo_megabytes: u32,
}

/// When people of the town are told what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StaffConfig {
    /// Urgent work that a worker's phone has not fetched after so many minutes is told by text message. 0: never.
    pub urgent_after_minutes: u16,
    /// The days on which the office works: `mon`, `tue`, ...
    pub office_days: Vec<String>,
    /// From this time on, `HH:MM`.
    pub office_from: String,
    /// Until this time.
    pub office_until: String,
    /// Days on which it does not, `YYYY-MM-DD`.
    pub holidays: Vec<String>,
}

impl Default for StaffConfig {
    fn default() -> Self {
        Self {
            urgent_after_minutes: 10,
            office_days: ["mon", "tue", "wed", "thu", "fri"].map(str::to_owned).into(),
            office_from: "08:00".to_owned(),
            office_until: "16:00".to_owned(),
            holidays: Vec::new(),
        }
    }
}

/// When nobody is woken, by the town's clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuietHours {
    /// Are there any?
    pub enabled: bool,
    /// From this time on, `HH:MM`.
    pub from: String,
    /// Until this time.
    pub until: String,
}

/// A mail server.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpConfig {
    /// Host.
    pub host: String,
    /// Port.
    #[serde(default = "submission")]
    pub port: u16,
    /// The sender, for example `Kuitti <kuitti@town.example>`.
    pub from: String,
    /// User name, where the server wants one.
    #[serde(default)]
    pub user: Option<String>,
    /// Password; better given as `KUITTI_SMTP__PASSWORD`.
    #[serde(default)]
    pub password: Option<String>,
    /// How the connection is protected.
    #[serde(default)]
    pub tls: SmtpTls,
    /// The last part of the address to which the mail server hands mails that came back; without it, to none.
    #[serde(default)]
    pub bounce_secret: String,
}

/// How the connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpTls {
    /// Not at all: only for a server on the same machine.
    None,
    /// After a greeting in plain text (port 587).
    #[default]
    StartTls,
    /// As after a greeting, where the server offers it.
    Opportunistic,
    /// From the first byte (port 465).
    Tls,
}

const fn submission() -> u16 {
    587
}

/// A password stays out of logs.
impl std::fmt::Debug for SmtpConfig {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "SmtpConfig({}:{}, {:?})", self.host, self.port, self.tls)
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            public_url: "http://localhost:8080".to_owned(),
            demo_inbox: false,
            undo_window_seconds: 120,
            map_extract: None,
            town: TownConfig::default(),
            citizens: CitizensConfig::default(),
            phones: PhonesConfig::default(),
            staff: StaffConfig::default(),
            limits: LimitsConfig::default(),
            quiet_hours: QuietHours::default(),
            smtp: None,
            webhook: None,
            calls: CallsConfig::default(),
            message_price: MessagePrice::default(),
            sms: None,
            code_secret: CodeSecret::default(),
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
        }
    }
}

impl Default for PhonesConfig {
    fn default() -> Self {
        let PhotoKeeping {
            sent_days,
            photo_megabytes,
        } = PhotoKeeping::default();
        Self {
            keep_sent_days: sent_days,
            photo_megabytes,
        }
    }
}

impl PhonesConfig {
    /// As phones are told.
    #[must_use]
    pub const fn keeping(self) -> PhotoKeeping {
        PhotoKeeping {
            sent_days: self.keep_sent_days,
            photo_megabytes: self.photo_megabytes,
        }
    }
}

impl Default for CitizensConfig {
    fn default() -> Self {
        Self {
            reopen_days: 14,
            forget_after_days: 365,
            confirm_contacts: true,
            choosable_stages: CHOOSABLE.into(),
            usual_stages: vec![NoticeStage::Reopened],
            fallback: vec![NoticeChannel::Email, NoticeChannel::Sms, NoticeChannel::Call],
        }
    }
}

impl CitizensConfig {
    /// The stages that can be chosen, and those that nobody has to choose.
    #[must_use]
    pub fn offer(&self) -> Offer {
        Offer {
            choosable: self.choosable_stages.clone(),
            usual: self.usual_stages.clone(),
        }
    }
}

impl Default for QuietHours {
    fn default() -> Self {
        Self {
            enabled: true,
            from: "21:00".to_owned(),
            until: "07:00".to_owned(),
        }
    }
}

impl TownConfig {
    /// The country of phone numbers without one; none for a code that no country has.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        Region::from_code(&self.country).ok()
    }
}

impl Config {
    /// How long a worker can take a finish back.
    #[must_use]
    pub fn undo_window(&self) -> Millis {
        Millis::from_seconds(i64::from(self.undo_window_seconds))
    }

    /// Must what was typed on the web be proved? Messages that go nowhere but to the demo inbox reach nobody who did not type it.
    #[must_use]
    pub const fn confirms_contacts(&self) -> bool {
        self.citizens.confirm_contacts && !self.demo_inbox
    }

    /// How citizens can be told here.
    #[must_use]
    pub fn channels(&self) -> Vec<NoticeChannel> {
        let mut channels = NoticeChannel::ALL.to_vec();
        channels.retain(|channel| match channel {
            NoticeChannel::Sms | NoticeChannel::Email => true,
            NoticeChannel::Call => self.calls.enabled,
            NoticeChannel::Webhook => self.webhook.is_some(),
        });
        channels
    }

    /// How long the town keeps who reported; none where it keeps everything.
    #[must_use]
    pub fn keeping(&self) -> Option<Keeping> {
        let days = self.citizens.forget_after_days;
        (days > 0).then(|| Keeping {
            after_end: Millis::from_days(days.into()),
        })
    }

    /// How long a worker can take an end back, and a citizen reopen it.
    #[must_use]
    pub fn feedback_terms(&self) -> Terms {
        Terms {
            undo_window: self.undo_window(),
            reopen_window: Millis::from_days(self.citizens.reopen_days.into()),
        }
    }

    /// Reads defaults, then the file, then the environment; the later wins.
    ///
    /// # Errors
    /// When the file or a variable cannot be read as what it should be, or an hour is none; the message names the key.
    pub fn read(file: Option<&Path>) -> Result<Self, Box<figment::Error>> {
        let defaults = Figment::from(Serialized::defaults(Self::default()));
        let with_file = match file {
            Some(path) => defaults.merge(Toml::file_exact(path)),
            None => defaults,
        };
        let environment = Env::prefixed("KUITTI_").ignore(NO_SETTINGS).split("__");
        let config: Self = with_file.merge(environment).extract()?;
        config
            .check_hours()
            .map_err(|wrong| figment::Error::from(wrong.to_owned()))?;
        Ok(config)
    }

    /// A misspelt hour would wake people at night: no server starts with one.
    fn check_hours(&self) -> Result<(), &'static str> {
        let zone = &self.town.time_zone;
        let quiet = &self.quiet_hours;
        if TimeZone::get(zone).is_err() {
            return Err("town.time_zone must be the name of a time zone, as Europe/Helsinki");
        }
        if quiet::QuietHours::read(&quiet.from, &quiet.until, zone).is_none() {
            return Err("quiet_hours.from and quiet_hours.until must be times, as 21:00");
        }
        if OfficeHours::of(self).is_none() {
            return Err(
                "staff.office_days must be days, as mon; office_from and office_until times, as 08:00; \
                         holidays dates, as 2026-12-25",
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_file_has_every_default() {
        let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../kuitti.example.toml");
        assert_eq!(Config::read(Some(Path::new(example))).unwrap(), Config::default());
    }

    #[track_caller]
    fn refuses(settings: &str, key: &str) {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("kuitti.toml");
        std::fs::write(&file, settings).unwrap();
        let error = Config::read(Some(&file)).unwrap_err().to_string();
        assert!(error.contains(key), "{error}");
    }

    #[test]
    fn a_misspelt_key_is_named() {
        refuses("undo_windows_seconds = 5", "undo_windows_seconds");
    }

    #[test]
    fn hours_that_are_none_are_named() {
        refuses("quiet_hours.from = \"21\"", "quiet_hours.from");
        refuses("town.time_zone = \"Helsinki\"", "town.time_zone");
        refuses("staff.office_days = [\"monday\"]", "staff.office_days");
        refuses("staff.holidays = [\"25.12.2026\"]", "holidays");
    }
}
