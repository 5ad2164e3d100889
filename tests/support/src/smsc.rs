//! A message centre in a process of its own: npm's smpp, as `tests/gateways/smsc.mjs` uses it. Where node or the package is
//! missing, a test says so loudly and checks nothing.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const HOME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../gateways");
const PATIENCE: Duration = Duration::from_secs(30);

/// A running message centre. It ends with this value.
pub struct Smsc {
    process: Child,
    orders: ChildStdin,
    events: Arc<Mutex<Vec<Value>>>,
    port: u16,
}

impl Smsc {
    /// One on a free port. None where what it needs is missing.
    #[must_use]
    pub fn start() -> Option<Self> {
        Self::start_on(0)
    }

    /// One on this port: again, after another ended there.
    #[must_use]
    pub fn start_on(port: u16) -> Option<Self> {
        if !Path::new(HOME).join("node_modules/smpp").is_dir() {
            eprintln!(
                "NOT RUN: a message centre of others, because `cargo xtask setup` has not installed it"
            );
            return None;
        }
        let mut process = Command::new("node")
            .args(["smsc.mjs", &port.to_string()])
            .current_dir(HOME)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let orders = process.stdin.take().unwrap();
        let said = BufReader::new(process.stdout.take().unwrap());
        let events = Arc::<Mutex<Vec<Value>>>::default();
        let kept = Arc::clone(&events);
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                kept.lock().unwrap().push(serde_json::from_str(&line).unwrap());
            }
        });
        let mut smsc = Self {
            process,
            orders,
            events,
            port: 0,
        };
        let listening = smsc.wait_for("listening", 1);
        smsc.port = u16::try_from(listening.first()?.get("port")?.as_u64()?).unwrap();
        Some(smsc)
    }

    /// Where it listens, on 127.0.0.1.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Tells it what to do, and waits until it has heard.
    pub fn tell(&mut self, order: &Value) {
        let before = self.all("told").len();
        writeln!(self.orders, "{order}").unwrap();
        self.wait_for("told", before + 1);
    }

    /// What the next submissions get: a status, `"drop"`, `"drop before"` or `"silence"`.
    pub fn answer(&mut self, answers: &[Value]) {
        self.tell(&json!({ "do": "answer", "with": answers }));
    }

    /// Brings a text from a phone (digits).
    pub fn bring(&mut self, from: &str, text: &str) {
        self.tell(&json!({ "do": "deliver", "from": from, "pdu": { "short_message": text } }));
    }

    /// What happened of one kind, in its sequence.
    #[must_use]
    pub fn all(&self, event: &str) -> Vec<Value> {
        let events = self.events.lock().unwrap();
        let of_kind = events
            .iter()
            .filter(|one| one.get("event").and_then(Value::as_str) == Some(event));
        of_kind.cloned().collect()
    }

    /// Waits until so much of one kind happened.
    ///
    /// # Panics
    /// When it does not within half a minute.
    pub fn wait_for(&self, event: &str, count: usize) -> Vec<Value> {
        let begun = Instant::now();
        loop {
            let found = self.all(event);
            if found.len() >= count {
                return found;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "{count} times {event:?} did not happen: {:?}",
                self.events.lock().unwrap()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Smsc {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
