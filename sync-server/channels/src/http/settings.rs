//! The description of a gateway.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::find::{Find, Rule};
use crate::report::reference;

/// A gateway.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The sender that phones show: `{{ sender }}` in templates.
    #[serde(default)]
    pub sender: String,
    /// `{{ user }}`.
    #[serde(default)]
    pub user: String,
    /// `{{ password }}`.
    #[serde(default)]
    pub password: String,
    /// `{{ key }}`: whatever else is secret.
    #[serde(default)]
    pub key: String,
    /// The authority that signed the gateway's certificate, as PEM file, where browsers do not know it.
    #[serde(default)]
    pub authority: Option<PathBuf>,
    /// Does the gateway send a message once, however often it gets the same `{{ id }}`?
    #[serde(default)]
    pub recognises_id: bool,
    /// How to hand a message over.
    pub send: Request,
    /// When it was taken; any status from 200 to 299 unless said otherwise.
    #[serde(default)]
    pub success: Rule,
    /// When it never will be.
    #[serde(default)]
    pub refused: Option<Rule>,
    /// When another attempt may work.
    #[serde(default)]
    pub later: Option<Rule>,
    /// Where its own id stands.
    #[serde(default)]
    pub id: Option<Find>,
    /// How to ask for a message by our id.
    #[serde(default)]
    pub lookup: Option<Lookup>,
    /// How it brings receipts.
    #[serde(default)]
    pub receipts: Option<Receipts>,
    /// How it brings what people write.
    #[serde(default)]
    pub texts: Option<Texts>,
    /// The last part of the address that it calls: only who knows it may bring anything.
    #[serde(default)]
    pub webhook_secret: String,
}

/// A request as templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Method.
    #[serde(default = "post")]
    pub method: String,
    /// Address.
    pub url: String,
    /// Headers.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// Body.
    #[serde(default)]
    pub body: String,
}

/// How to ask what became of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// The question; `{{ reference }}` is the id under which the gateway took the message.
    pub request: Request,
}

/// How to ask for a message by our id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    /// The question.
    pub request: Request,
    /// When the gateway has the message.
    pub found: Rule,
    /// When it certainly has not.
    pub missing: Rule,
    /// Where its own id stands.
    #[serde(default)]
    pub id: Option<Find>,
}

/// Whose id a receipt names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whose {
    /// The gateway's.
    #[default]
    Theirs,
    /// Ours.
    Ours,
}

/// Where a receipt has what. A name is that of a field in query, form or object; one that begins with a slash is a JSON pointer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipts {
    /// Where a list of receipts stands, when they come together.
    #[serde(default)]
    pub each: Option<String>,
    /// The id.
    pub id: String,
    /// Whose it is.
    #[serde(default)]
    pub whose: Whose,
    /// The status.
    pub status: String,
    /// Statuses that mean: the phone has it.
    pub delivered: Vec<String>,
    /// Statuses that mean: it never will. Others say nothing.
    pub failed: Vec<String>,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
    /// How to ask, where the gateway does not bring them.
    #[serde(default)]
    pub poll: Option<Poll>,
}

impl Receipts {
    /// The form in which names of messages are compared. One by which the gateway is asked stays as the gateway wrote it.
    pub(super) fn name(&self, written: &str) -> String {
        if self.poll.is_some() {
            written.trim().to_owned()
        } else {
            reference(written)
        }
    }
}

/// Where a text that somebody wrote has what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// The phone.
    pub from: String,
    /// The words.
    pub text: String,
}

fn post() -> String {
    "POST".to_owned()
}

/// Secrets stay out of logs.
impl std::fmt::Debug for Settings {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Http({} {})", self.send.method, self.send.url)
    }
}
