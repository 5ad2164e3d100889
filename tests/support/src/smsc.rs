//! A message centre in a process of its own: npm's smpp, as `tests/gateways/smsc.mjs` uses it.

use serde_json::{Value, json};

use crate::outside::Outside;

/// What came to a message centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Submissions.
    pub submitted: u64,
    /// When the last came: milliseconds since 1970.
    pub last_at_ms: Option<u64>,
}

/// A running message centre. It ends with this value.
pub struct Smsc(Outside);

impl Smsc {
    /// One on a free port. None where what it needs is missing.
    #[must_use]
    pub fn start() -> Option<Self> {
        Self::start_on(0)
    }

    /// One on this port: again, after another ended there.
    #[must_use]
    pub fn start_on(port: u16) -> Option<Self> {
        Outside::start("smsc.mjs", "smpp", port).map(Self)
    }

    /// Where it listens, on 127.0.0.1.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.0.port()
    }

    /// Tells it what to do, and waits until it has heard.
    pub fn tell(&mut self, order: &Value) {
        self.0.tell(order);
    }

    /// What the next submissions get: a status, `"drop"`, `"drop before"` or `"silence"`.
    pub fn answer(&mut self, answers: &[Value]) {
        self.tell(&json!({ "do": "answer", "with": answers }));
    }

    /// Lets it answer submissions after so many milliseconds.
    pub fn think(&mut self, ms: u64) {
        self.tell(&json!({ "do": "think", "ms": ms }));
    }

    /// Brings a text from a phone (digits).
    pub fn bring(&mut self, from: &str, text: &str) {
        self.tell(&json!({ "do": "deliver", "from": from, "pdu": { "short_message": text } }));
    }

    /// How many submissions came, also while it is quiet about them, and when the last did.
    ///
    /// # Panics
    /// When it does not say.
    pub fn count(&mut self) -> Counted {
        let before = self.times("count");
        self.tell(&json!({ "do": "count" }));
        let counted = self.wait_for("count", before + 1);
        let last = counted.last().unwrap();
        Counted {
            submitted: last.get("submitted").and_then(Value::as_u64).unwrap(),
            last_at_ms: last.get("last").and_then(Value::as_u64),
        }
    }

    /// What happened of one kind, in its sequence.
    #[must_use]
    pub fn all(&self, event: &str) -> Vec<Value> {
        self.0.all(event)
    }

    /// How often one kind happened.
    #[must_use]
    pub fn times(&self, event: &str) -> usize {
        self.0.times(event)
    }

    /// Waits until so much of one kind happened.
    ///
    /// # Panics
    /// When it does not within half a minute.
    pub fn wait_for(&self, event: &str, count: usize) -> Vec<Value> {
        self.0.wait_for(event, count)
    }
}
