//! The message centre and the mail server, and what a server has to know to reach them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

use kuitti_test_support::mail::MailServer;
use kuitti_test_support::smsc::Smsc;
use kuitti_tests::process::ServerProcess;
use serde_json::{Value, json};

use super::kannel::Kannel;

/// Longer than a phone waits before it tries again.
pub(super) const UNDO: Duration = Duration::from_secs(20);
/// So long the others think before they answer: long enough to be killed in.
const THOUGHT: u64 = 30;

/// How text messages travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From the server to the message centre.
    Direct,
    /// Through Kannel.
    Kannel,
}

/// When people sleep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Night {
    /// It began an hour ago, and has hours to go.
    Now,
    /// Nobody sleeps.
    Over,
}

/// Where messages go.
pub(super) struct Gates {
    smsc: Smsc,
    mail: MailServer,
    kannel: Option<Kannel>,
}

impl Gates {
    /// Opens them. None where something is missing.
    pub(super) fn open(way: Way) -> Option<Self> {
        let (mut smsc, mut mail) = (Smsc::start()?, MailServer::start()?);
        smsc.think(THOUGHT);
        mail.think(THOUGHT);
        smsc.tell(&json!({ "do": "receipts", "how": {} }));
        let kannel = match way {
            Way::Direct => None,
            Way::Kannel => Some(Kannel::start(smsc.port())?),
        };
        Some(Self { smsc, mail, kannel })
    }

    /// Starts the server again with what it has to know.
    pub(super) fn furnish(&self, server: &mut ServerProcess, data: &Path, night: Night) {
        // Whoever sleeps is not waited for twice.
        let undo = if night == Night::Now { 0 } else { UNDO.as_secs() };
        let mut settings = format!(
            "public_url = \"{}\"\nundo_window_seconds = {undo}\n",
            server.url()
        );
        let mail = self.mail.port();
        let _ = write!(
            settings,
            "[town]\ntime_zone = \"UTC\"\n[quiet_hours]\n{}\n[smtp]\nhost = \"127.0.0.1\"\nport = {mail}\ntls = \"none\"\n\
             from = \"Kuitti <kuitti@town.example>\"\n",
            hours(night)
        );
        let sms = match &self.kannel {
            Some(kannel) => kannel.settings(),
            None => format!(
                "[sms.smpp]\nhost = \"127.0.0.1\"\nport = {}\nsystem_id = \"kuitti\"\nsource = \"Kuitti\"\n",
                self.smsc.port()
            ),
        };
        server.kill();
        std::fs::write(data.join("kuitti.toml"), settings + &sms).unwrap();
        server.start_again();
    }

    /// How much has arrived.
    pub(super) fn arrived(&self) -> usize {
        self.smsc.times("submit") + self.mail.times()
    }

    /// How many messages came to each number and each address. A text in parts counts once, and so does a mail that came again under
    /// its id: mailboxes show it once.
    pub(super) fn taken(&self) -> BTreeMap<String, usize> {
        let mut taken = BTreeMap::new();
        for submitted in self.smsc.all("submit").iter().filter(|one| begins(one)) {
            let to = submitted.get("to").and_then(Value::as_str).unwrap();
            *taken.entry(to.to_owned()).or_default() += 1;
        }
        let mut mails = self.mail.mails();
        mails.sort_by_key(|mail| mail.get("id").unwrap().to_string());
        mails.dedup_by_key(|mail| mail.get("id").unwrap().to_string());
        for mail in mails {
            let to = mail.pointer("/to/0").and_then(Value::as_str).unwrap();
            *taken.entry(to.to_owned()).or_default() += 1;
        }
        taken
    }
}

/// Is it a whole text, or the first part of one? The header of a part (3GPP TS 23.040, 9.2.3.24.1) ends with its place.
fn begins(submitted: &Value) -> bool {
    let is_part = submitted.get("esm_class").and_then(Value::as_u64).unwrap() & 0x40 != 0;
    let octets = submitted.get("octets").and_then(Value::as_str).unwrap();
    !is_part || octets.get(10..12) == Some("01")
}

fn hours(night: Night) -> String {
    if night == Night::Over {
        return "enabled = false".to_owned();
    }
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let hour = since.as_secs() / 3_600;
    let at = |hour: u64| format!("{:02}:00", hour % 24);
    format!(
        "enabled = true\nfrom = \"{}\"\nuntil = \"{}\"",
        at(hour + 23),
        at(hour + 4)
    )
}
