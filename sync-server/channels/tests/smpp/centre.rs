//! Our session beside their message centre.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use kuitti_channels::smpp::{Settings, Smpp};
use kuitti_channels::{Incoming, NotTaken, Receiver, Submission};
use kuitti_sms::Tables;
use kuitti_test_support::smsc::Smsc;
use tokio::task::JoinHandle;

pub(crate) const PHONE: &str = "+358401234412";
pub(crate) const DIGITS: &str = "358401234412";

/// What was brought; the first ones can be refused.
#[derive(Default)]
pub(crate) struct Kept {
    incoming: Mutex<Vec<Incoming>>,
    refuse: Mutex<usize>,
}

#[async_trait]
impl Receiver for Kept {
    async fn take(&self, incoming: Incoming) -> Result<(), NotTaken> {
        let mut refuse = self.refuse.lock().unwrap();
        if *refuse > 0 {
            *refuse -= 1;
            return Err(NotTaken);
        }
        self.incoming.lock().unwrap().push(incoming);
        Ok(())
    }
}

impl Kept {
    pub(crate) fn refuse(&self, times: usize) {
        *self.refuse.lock().unwrap() = times;
    }

    /// Waits until so much was brought.
    pub(crate) async fn wait_for(&self, count: usize) -> Vec<Incoming> {
        let begun = Instant::now();
        loop {
            let kept = self.incoming.lock().unwrap().clone();
            if kept.len() >= count {
                return kept;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{kept:?}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

pub(crate) struct Centre {
    pub(crate) theirs: Smsc,
    pub(crate) ours: Arc<Smpp>,
    pub(crate) kept: Arc<Kept>,
    keeping: JoinHandle<()>,
}

impl Drop for Centre {
    fn drop(&mut self) {
        self.keeping.abort();
    }
}

pub(crate) fn settings(port: u16) -> Settings {
    let text = format!(
        r#"{{ "host": "127.0.0.1", "port": {port}, "system_id": "kuitti", "password": "secret", "source": "Kuitti",
             "response_seconds": 2, "enquire_link_seconds": 30, "window": 50 }}"#
    );
    serde_json::from_str(&text).unwrap()
}

impl Centre {
    /// A bound session; none where the message centre is missing.
    pub(crate) fn start() -> Option<Self> {
        Some(Self::with(Smsc::start()?))
    }

    pub(crate) fn with(theirs: Smsc) -> Self {
        let ours = Arc::new(Smpp::new(settings(theirs.port())).unwrap());
        let kept = Arc::<Kept>::default();
        let (session, receiver) = (Arc::clone(&ours), Arc::clone(&kept));
        let keeping = tokio::spawn(async move { session.keep(&*receiver, std::future::pending()).await });
        Self {
            theirs,
            ours,
            kept,
            keeping,
        }
    }

    pub(crate) async fn send(&self, text: &str) -> Submission {
        self.ours.send(PHONE, text, Tables::National, 7).await
    }
}
