//! How to reach a message centre. What cannot work is refused when the server starts, in a sentence that names the key.

use std::path::PathBuf;
use std::time::Duration;

use rusmpp::values::{Npi, Ton};
use serde::{Deserialize, Serialize};

use super::receipt::Ids;

/// The settings of a session.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Host.
    pub host: String,
    /// Port.
    #[serde(default = "usual_port")]
    pub port: u16,
    /// Who we are, at most 15 characters.
    pub system_id: String,
    /// Password, at most 8 characters.
    #[serde(default)]
    pub password: String,
    /// What kind of system we are, where the message centre asks for it.
    #[serde(default)]
    pub system_type: String,
    /// Which number or name phones show as the sender.
    pub source: String,
    /// Type of the sender's number; worked out from it where not given.
    #[serde(default)]
    pub source_ton: Option<u8>,
    /// Numbering plan of the sender's number; worked out from it where not given.
    #[serde(default)]
    pub source_npi: Option<u8>,
    /// Is the connection protected?
    #[serde(default)]
    pub tls: Tls,
    /// The authority that signed the message centre's certificate, as PEM file, where browsers do not know it.
    #[serde(default)]
    pub authority: Option<PathBuf>,
    /// Parts that are on their way at once, without an answer.
    #[serde(default = "usual_window")]
    pub window: u16,
    /// How often to ask whether the other side is still there, in seconds.
    #[serde(default = "usual_enquiry")]
    pub enquire_link_seconds: u16,
    /// How long to wait for an answer, in seconds.
    #[serde(default = "usual_patience")]
    pub response_seconds: u16,
    /// In which base receipts name messages.
    #[serde(default)]
    pub receipt_ids: Ids,
    /// Statuses of the message centre's own that mean: never try this again.
    #[serde(default)]
    pub refused_statuses: Vec<u32>,
}

/// Is a connection protected?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Not at all: inside a private network.
    #[default]
    None,
    /// From the first byte.
    Tls,
}

/// Why settings cannot work; the sentence names the key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct WrongSettings(String);

const fn usual_port() -> u16 {
    2775
}

const fn usual_window() -> u16 {
    10
}

const fn usual_enquiry() -> u16 {
    30
}

const fn usual_patience() -> u16 {
    10
}

/// A password stays out of logs.
impl std::fmt::Debug for Settings {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Smpp({}:{}, {:?})", self.host, self.port, self.tls)
    }
}

/// The greatest pause that a sensible setting asks for, in seconds.
const LONGEST: u16 = 60;

impl Settings {
    /// Finds what cannot work.
    ///
    /// # Errors
    /// When the protocol has no room for a value, or a value would stop everything.
    pub fn check(&self) -> Result<(), WrongSettings> {
        self.checked().map(|_| ())
    }

    /// The same, with the sender that was found.
    pub(super) fn checked(&self) -> Result<Sender, WrongSettings> {
        let fits = |key: &str, value: &str, most: usize| {
            if value.is_ascii() && value.len() <= most {
                return Ok(());
            }
            Err(WrongSettings(format!(
                "sms.smpp.{key} must be at most {most} plain characters: SMPP has no room for more"
            )))
        };
        let asked = |key: &str, is_given: bool, what: &str| {
            let wrong = || WrongSettings(format!("sms.smpp.{key} must be {what}"));
            if is_given { Ok(()) } else { Err(wrong()) }
        };
        asked(
            "host",
            !self.host.trim().is_empty(),
            "the message centre's name or address",
        )?;
        asked(
            "system_id",
            !self.system_id.is_empty(),
            "the name that the message centre knows us by",
        )?;
        fits("system_id", &self.system_id, 15)?;
        fits("password", &self.password, 8)?;
        fits("system_type", &self.system_type, 12)?;
        asked("window", (1..=1_000).contains(&self.window), "between 1 and 1000")?;
        let seconds = 1..=LONGEST;
        let pause = format!("between 1 and {LONGEST}");
        asked(
            "enquire_link_seconds",
            seconds.contains(&self.enquire_link_seconds),
            &pause,
        )?;
        asked(
            "response_seconds",
            seconds.contains(&self.response_seconds),
            &pause,
        )?;
        self.sender().ok_or_else(|| {
            WrongSettings(
                "sms.smpp.source must be a number, or a name of at most 11 letters and digits".to_owned(),
            )
        })
    }

    pub(super) fn patience(&self) -> Duration {
        Duration::from_secs(self.response_seconds.into())
    }

    pub(super) fn enquiry(&self) -> Duration {
        Duration::from_secs(self.enquire_link_seconds.into())
    }

    /// The sender's number or name, with its type and plan.
    fn sender(&self) -> Option<Sender> {
        let bare = self.source.strip_prefix('+').unwrap_or(&self.source);
        let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
        let (address, ton, npi) = if !is_number {
            let is_name = self.source.bytes().all(|byte| matches!(byte, b' '..=b'~'));
            let fits = is_name && (1..=11).contains(&self.source.len());
            (fits.then_some(&*self.source)?, Ton::Alphanumeric, Npi::Unknown)
        } else if bare.len() <= 6 {
            (bare, Ton::NetworkSpecific, Npi::Unknown)
        } else if bare.len() <= 15 {
            (bare, Ton::International, Npi::Isdn)
        } else {
            return None;
        };
        Some(Sender {
            address: address.to_owned(),
            ton: self.source_ton.map_or(ton, Ton::from),
            npi: self.source_npi.map_or(npi, Npi::from),
        })
    }
}

/// The sender as SMPP names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sender {
    pub(super) address: String,
    pub(super) ton: Ton,
    pub(super) npi: Npi,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(change: impl Fn(&mut Settings)) -> Settings {
        let minimum = r#"{ "host": "smsc.example", "system_id": "kuitti", "source": "Kuitti" }"#;
        let mut settings = serde_json::from_str(minimum).unwrap();
        change(&mut settings);
        settings
    }

    #[test]
    fn what_cannot_work_is_named() {
        assert_eq!(settings(|_| ()).check(), Ok(()));
        type Change = fn(&mut Settings);
        let wrong: [(&str, Change); 8] = [
            ("sms.smpp.host", |settings| settings.host.clear()),
            ("sms.smpp.system_id", |settings| {
                settings.system_id = "x".repeat(16);
            }),
            ("sms.smpp.password", |settings| {
                settings.password = "123456789".to_owned();
            }),
            ("sms.smpp.system_type", |settings| {
                settings.system_type = "ä".to_owned();
            }),
            ("sms.smpp.source", |settings| {
                settings.source = "Stadin korjaajat".to_owned();
            }),
            ("sms.smpp.window", |settings| {
                settings.window = 0;
            }),
            ("sms.smpp.enquire_link_seconds", |settings| {
                settings.enquire_link_seconds = 0;
            }),
            ("sms.smpp.response_seconds", |settings| {
                settings.response_seconds = 600;
            }),
        ];
        for (key, change) in wrong {
            let sentence = settings(change).check().unwrap_err().to_string();
            assert!(sentence.starts_with(key), "{sentence}");
        }
    }

    #[test]
    fn the_kind_of_sender_is_seen_from_it() {
        for (source, address, ton, npi) in [
            ("Kuitti", "Kuitti", Ton::Alphanumeric, Npi::Unknown),
            ("16400", "16400", Ton::NetworkSpecific, Npi::Unknown),
            ("+358401234412", "358401234412", Ton::International, Npi::Isdn),
        ] {
            let sender = settings(|settings| settings.source = source.to_owned()).sender();
            let address = address.to_owned();
            assert_eq!(sender, Some(Sender { address, ton, npi }));
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let settings = settings(|settings| settings.password = "hush".to_owned());
        assert!(!format!("{settings:?}").contains("hush"));
    }
}
