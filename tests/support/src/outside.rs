//! Servers of others, in processes of their own: scripts in `tests/gateways` that are told what to do by lines of JSON, and tell
//! what happens by lines of JSON. Where node or a package is missing, a test says so loudly and checks nothing.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;

const HOME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../gateways");
const PATIENCE: Duration = Duration::from_secs(30);

/// A running script. It ends with this value.
pub(crate) struct Outside {
    process: Child,
    orders: ChildStdin,
    events: Arc<Mutex<Vec<Value>>>,
    port: u16,
}

impl Outside {
    /// Starts a script on a port, or with 0 on a free one. None where the package that it needs is missing.
    pub(crate) fn start(script: &str, package: &str, port: u16) -> Option<Self> {
        if !Path::new(HOME).join("node_modules").join(package).is_dir() {
            eprintln!("NOT RUN: {script} of others, because `cargo xtask setup` has not installed {package}");
            return None;
        }
        let mut process = Command::new("node")
            .args([script, &port.to_string()])
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
        let mut outside = Self {
            process,
            orders,
            events,
            port: 0,
        };
        let listening = outside.wait_for("listening", 1);
        outside.port = u16::try_from(listening.first()?.get("port")?.as_u64()?).unwrap();
        Some(outside)
    }

    /// Where it listens, on 127.0.0.1.
    pub(crate) const fn port(&self) -> u16 {
        self.port
    }

    /// Tells it what to do, and waits until it has heard.
    pub(crate) fn tell(&mut self, order: &Value) {
        let before = self.times("told");
        writeln!(self.orders, "{order}").unwrap();
        self.wait_for("told", before + 1);
    }

    /// What happened of one kind, in its sequence.
    pub(crate) fn all(&self, event: &str) -> Vec<Value> {
        let events = self.events.lock().unwrap();
        events.iter().filter(|one| is(one, event)).cloned().collect()
    }

    /// How often one kind happened.
    pub(crate) fn times(&self, event: &str) -> usize {
        let events = self.events.lock().unwrap();
        events.iter().filter(|one| is(one, event)).count()
    }

    /// Waits until so much of one kind happened, or fails after half a minute.
    pub(crate) fn wait_for(&self, event: &str, count: usize) -> Vec<Value> {
        let begun = Instant::now();
        loop {
            if self.times(event) >= count {
                return self.all(event);
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

fn is(what: &Value, event: &str) -> bool {
    what.get("event").and_then(Value::as_str) == Some(event)
}

impl Drop for Outside {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
