//! Messages to another program: one signed POST each, as Standard Webhooks 1.0 has it. The same id at every attempt lets the other
//! side recognise a repetition.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use super::call::{Answer, Call, NoAnswer};
use crate::report::Submission;

/// The shortest secret of the specification, in bytes.
const SECRET: usize = 24;

/// Another program that takes messages.
pub struct Webhook {
    url: String,
    key: Vec<u8>,
    authority: Option<PathBuf>,
}

impl Webhook {
    /// The program behind an address. `secret` is base64, with or without `whsec_` before it; `authority` signed the other side's
    /// certificate, where browsers do not know it.
    ///
    /// # Errors
    /// When the address or the secret cannot be used, in a sentence that names the key.
    pub fn new(url: String, secret: &str, authority: Option<PathBuf>) -> Result<Self, String> {
        let secret = secret.trim();
        let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap_or(secret));
        let key = key.ok().filter(|key| key.len() >= SECRET);
        let key = key.ok_or("webhook.secret must be at least 24 bytes in base64")?;
        let webhook = Self { url, key, authority };
        let sample = webhook.call("0", 0, String::new());
        sample.check().map_err(|error| format!("webhook.url: {error}"))?;
        Ok(webhook)
    }

    /// Hands over a JSON document. `id` is the same at every attempt; `at` is now, in seconds since 1970.
    pub async fn post(&self, id: &str, at: i64, body: String) -> Submission {
        match self.call(id, at, body).ask(self.authority.as_deref()).await {
            Ok(answer) => judge(&answer, id),
            Err(NoAnswer::NotSent(reason)) => Submission::Later { reason },
            Err(NoAnswer::Lost(reason)) => Submission::Unknown { reason },
        }
    }

    fn call(&self, id: &str, at: i64, body: String) -> Call {
        let header = |name: &str, value: String| (name.to_owned(), value);
        Call {
            method: "POST".to_owned(),
            url: self.url.clone(),
            headers: vec![
                header("content-type", "application/json".to_owned()),
                header("webhook-id", id.to_owned()),
                header("webhook-timestamp", at.to_string()),
                header("webhook-signature", self.signature(id, at, &body)),
            ],
            body,
        }
    }

    fn signature(&self, id: &str, at: i64, body: &str) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.key) else {
            // A key of any length is one.
            return String::new();
        };
        mac.update(format!("{id}.{at}.{body}").as_bytes());
        format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
    }
}

/// What cannot be read once never can; the rest may be a fault of a moment.
fn judge(answer: &Answer, id: &str) -> Submission {
    let reason = format!("HTTP {}", answer.status);
    match answer.status {
        200..300 => Submission::Taken {
            references: vec![id.to_owned()],
        },
        400 | 410 | 413 | 422 => Submission::Refused { reason },
        300..500 | 503 => Submission::Later { reason },
        _ => Submission::Unknown { reason },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification.
    #[test]
    fn signatures_are_those_of_the_specification() {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let webhook = Webhook::new("https://app.town.example/".to_owned(), secret, None).unwrap();
        let body = r#"{"test": 2432232314}"#;
        assert_eq!(
            webhook.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        );
    }

    #[test]
    fn a_weak_secret_and_an_address_that_is_none_are_named() {
        let wrong = |url: &str, secret: &str| Webhook::new(url.to_owned(), secret, None).err();
        let secret = STANDARD.encode([7; SECRET]);
        assert_eq!(wrong("https://app.town.example/hook", &secret), None);
        let named = wrong("app.town.example", &secret).unwrap();
        assert!(named.contains("webhook.url"), "{named}");
        for weak in ["", "secret", &STANDARD.encode([7; SECRET - 1])] {
            let named = wrong("https://app.town.example/hook", weak).unwrap();
            assert!(named.contains("webhook.secret"), "{named}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_and_the_rest_is_tried_again() {
        let judged = |status| {
            let answer = Answer {
                status,
                headers: Vec::new(),
                body: String::new(),
            };
            judge(&answer, "7")
        };
        assert!(matches!(judged(204), Submission::Taken { .. }));
        assert!(matches!(judged(410), Submission::Refused { .. }));
        assert!(matches!(judged(401), Submission::Later { .. }));
        assert!(matches!(judged(500), Submission::Unknown { .. }));
    }
}
