//! What a gateway's answers mean.

use kuitti_sms::Tables;

use super::call::{Answer, NoAnswer};
use super::settings::{Request, Settings, Whose};
use super::template::{Variables, fill};
use super::webhook::{answered, document};
use crate::report::{Outcome, Submission, reference};

/// A gateway.
pub struct Gateway {
    settings: Settings,
    receipts_url: String,
}

/// What became of a message, asked by our id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookedUp {
    /// The gateway has it, under this reference.
    There(Vec<String>),
    /// It certainly has not.
    Missing,
    /// It did not say; the reason, for the office.
    NotSaid(String),
}

impl Gateway {
    /// A gateway by its description. `receipts_url` is where it may bring what it has to say.
    ///
    /// # Errors
    /// When the description cannot work, in a sentence that names the key.
    pub fn new(settings: Settings, receipts_url: String) -> Result<Self, String> {
        let gateway = Self {
            settings,
            receipts_url,
        };
        gateway.check()?;
        Ok(gateway)
    }

    /// Its description.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    fn check(&self) -> Result<(), String> {
        let settings = &self.settings;
        let sample = Variables {
            to: "+358401234412",
            digits: "358401234412",
            text: "ş \"&<",
            id: "0",
            reference: "0",
            ..Variables::of(settings, &self.receipts_url)
        };
        let fits = |key: &str, request: &Request| {
            let filled = fill(request, &sample)
                .map_err(|error| format!("sms.http.{key} cannot be filled: {error}"))?;
            filled.check().map_err(|error| format!("sms.http.{key}: {error}"))
        };
        fits("send", &settings.send)?;
        if let Some(lookup) = &settings.lookup {
            fits("lookup.request", &lookup.request)?;
        }
        let poll = settings
            .receipts
            .as_ref()
            .and_then(|receipts| receipts.poll.as_ref());
        if let Some(poll) = poll {
            fits("receipts.poll.request", &poll.request)?;
        }
        let brings_receipts = settings.receipts.is_some() && poll.is_none();
        let is_called = brings_receipts || settings.texts.is_some();
        let secret = settings.webhook_secret.as_str();
        if is_called && !is_strong(secret) {
            return Err("sms.http.webhook_secret must be at least 20 letters and digits: whoever knows it can bring receipts".to_owned());
        }
        Ok(())
    }

    /// Hands a text to the gateway. `id` is ours, the same at every attempt.
    pub async fn send(&self, to: &str, text: &str, tables: Tables, id: &str) -> Submission {
        let size = kuitti_sms::size(text, tables);
        let variables = Variables {
            text,
            encoding: size.encoding.code(),
            parts: size.parts,
            ..self.about(to, id)
        };
        match self.ask(&self.settings.send, &variables).await {
            Ok(answer) => self.judge(&answer, id),
            Err(NoAnswer::NotSent(reason)) => Submission::Later { reason },
            Err(NoAnswer::Lost(reason)) => Submission::Unknown { reason },
        }
    }

    /// Asks what became of a message; not said where the description has no question.
    pub async fn look_up(&self, to: &str, id: &str) -> LookedUp {
        let Some(lookup) = &self.settings.lookup else {
            return LookedUp::NotSaid("the gateway cannot be asked".to_owned());
        };
        match self.ask(&lookup.request, &self.about(to, id)).await {
            Ok(answer) if lookup.missing.holds(&answer) => LookedUp::Missing,
            Ok(answer) if lookup.found.holds(&answer) => {
                let theirs = lookup.id.as_ref().and_then(|find| find.in_answer(&answer));
                LookedUp::There(self.references(theirs, id))
            }
            Ok(answer) => LookedUp::NotSaid(format!("HTTP {}", answer.status)),
            Err(NoAnswer::NotSent(reason) | NoAnswer::Lost(reason)) => LookedUp::NotSaid(reason),
        }
    }

    /// Asks what became of a message by the name under which it was taken; nothing where the gateway does not say.
    pub async fn poll(&self, reference: &str) -> Option<Outcome> {
        let places = self.settings.receipts.as_ref()?;
        let poll = places.poll.as_ref()?;
        let variables = Variables {
            reference,
            ..Variables::of(&self.settings, &self.receipts_url)
        };
        let answer = self.ask(&poll.request, &variables).await.ok()?;
        if !(200..300).contains(&answer.status) {
            return None;
        }
        answered(&document("", &answer.body), places, reference)
    }

    /// Has it to be asked what became of messages?
    #[must_use]
    pub fn is_polled(&self) -> bool {
        let receipts = self.settings.receipts.as_ref();
        receipts.is_some_and(|receipts| receipts.poll.is_some())
    }

    fn about<'a>(&'a self, to: &'a str, id: &'a str) -> Variables<'a> {
        Variables {
            to,
            digits: to.trim_start_matches('+'),
            id,
            ..Variables::of(&self.settings, &self.receipts_url)
        }
    }

    async fn ask(&self, request: &Request, variables: &Variables<'_>) -> Result<Answer, NoAnswer> {
        let call = fill(request, variables).map_err(|error| NoAnswer::NotSent(error.to_string()))?;
        call.ask(self.settings.authority.as_deref()).await
    }

    /// What the rules say; where they are silent, an answer that may hide a message that was taken is never tried again by itself.
    fn judge(&self, answer: &Answer, id: &str) -> Submission {
        let settings = &self.settings;
        let reason = format!("HTTP {}", answer.status);
        let holds = |rule: &Option<super::Rule>| rule.as_ref().is_some_and(|rule| rule.holds(answer));
        if holds(&settings.refused) {
            Submission::Refused { reason }
        } else if holds(&settings.later) {
            Submission::Later { reason }
        } else if settings.success.holds(answer) {
            let theirs = settings.id.as_ref().and_then(|find| find.in_answer(answer));
            Submission::Taken {
                references: self.references(theirs, id),
            }
        } else if matches!(answer.status, 400..500 | 503) {
            Submission::Later { reason }
        } else {
            Submission::Unknown { reason }
        }
    }

    /// The names under which receipts come.
    fn references(&self, theirs: Option<String>, ours: &str) -> Vec<String> {
        let whose = self.settings.receipts.as_ref().map(|receipts| receipts.whose);
        let named = if whose == Some(Whose::Ours) {
            Some(ours.to_owned())
        } else {
            theirs
        };
        let receipts = self.settings.receipts.as_ref();
        let form = |name: &String| receipts.map_or_else(|| reference(name), |receipts| receipts.name(name));
        named.iter().map(form).collect()
    }
}

/// Can a secret be the last part of an address, and does nobody guess it? At least 20 letters and digits.
#[must_use]
pub fn is_strong(secret: &str) -> bool {
    secret.len() >= 20 && secret.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
