//! A mail server in a process of its own: npm's smtp-server, as `tests/gateways/mail.mjs` uses it.

use serde_json::{Value, json};

use crate::outside::Outside;

/// A running mail server. It ends with this value.
pub struct MailServer(Outside);

impl MailServer {
    /// One on a free port. None where what it needs is missing.
    #[must_use]
    pub fn start() -> Option<Self> {
        Outside::start("mail.mjs", "smtp-server", 0).map(Self)
    }

    /// Where it listens, on 127.0.0.1.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.0.port()
    }

    /// Lets it answer after so many milliseconds.
    pub fn think(&mut self, ms: u64) {
        self.0.tell(&json!({ "do": "think", "ms": ms }));
    }

    /// The mails that came, in their sequence: `to`, `id`, `secure`, `at`.
    #[must_use]
    pub fn mails(&self) -> Vec<Value> {
        self.0.all("mail")
    }

    /// How many mails came.
    #[must_use]
    pub fn times(&self) -> usize {
        self.0.times("mail")
    }
}
