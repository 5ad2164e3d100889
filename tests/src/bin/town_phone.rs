//! A phone as a process that can be killed: the real engine, whose worker taps without end and says what was saved.
//!
//! ```text
//! town_phone DIRECTORY SERVER CODE TAPS [finish|regret]
//!
//! saved OP     the engine said so: whatever happens from now on, this must not be lost
//! heard OP     the server's receipt is here: whatever happens to the server from now on, it must have this
//! sent PHOTO   the server has acknowledged all its bytes
//! done         TAPS taps are saved, and each has its receipt
//! ```
//! Started again on the same directory it goes on where it was. With `finish`, every order is marked done after the taps; with
//! `regret`, each is, and taken back at once.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use kuitti_engine::protocol::{ReceiptState, ReceiptSubject, Receipts, Reply, Request};
use kuitti_engine::{Engine, EngineError, native};
use kuitti_shared::domain::{Extent, Outcome, PhotoRole};
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::Action;
use kuitti_tests::picture::photo;

/// Between two taps, and between two looks at what has arrived.
const PAUSE: Duration = Duration::from_millis(3);
/// Of so many taps one is a photo.
const PHOTO_EVERY: usize = 8;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), EngineError> {
    let mut words = std::env::args().skip(1);
    let mut word = || words.next().unwrap_or_default();
    let (directory, server, code) = (PathBuf::from(word()), word(), word());
    let day = Day {
        taps: word().parse().unwrap_or_default(),
        ending: word().as_str().into(),
    };
    let connection = native::open_connection(&directory.join("kuitti.db"))?;
    let engine = Engine::open(connection, native::ports(&directory)?, |_| {}).await?;
    let mut phone = Phone {
        engine: engine.clone(),
        told: BTreeSet::new(),
    };
    tokio::task::LocalSet::new()
        .run_until(async move {
            tokio::select! {
                () = engine.run() => {}
                () = phone.work(server, code, day) => {}
            }
        })
        .await;
    Ok(())
}

/// What the worker is going to do.
struct Day {
    taps: usize,
    ending: Ending,
}

/// What becomes of the orders after the taps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Nothing.
    Open,
    /// Each is done.
    Done,
    /// Each is done, and taken back at once.
    TakenBack,
}

impl From<&str> for Ending {
    fn from(word: &str) -> Self {
        match word {
            "finish" => Self::Done,
            "regret" => Self::TakenBack,
            _ => Self::Open,
        }
    }
}

struct Phone {
    engine: Engine,
    /// Lines that were printed: each is said once.
    told: BTreeSet<String>,
}

impl Phone {
    async fn work(&mut self, server: String, code: String, day: Day) {
        self.enrol(server, code).await;
        let orders = self.some_orders().await;
        // What an earlier life of this process made counts.
        let mut made = operations(&self.receipts().await);
        while made < day.taps {
            if let Some(order) = orders.get(made % orders.len()) {
                self.tap(*order, made).await;
            }
            made += 1;
            self.look().await;
        }
        if day.ending != Ending::Open {
            self.end_all(day.ending).await;
        }
        while !self.all_is_applied().await {
            self.ask(Request::SyncNow).await;
            self.look().await;
        }
        // The last receipts may have come after the last look.
        self.look().await;
        self.say("done".to_owned());
    }

    async fn enrol(&self, server: String, code: String) {
        while !matches!(self.ask(Request::Status).await, Reply::Status(status) if status.enrolment.is_some())
        {
            let (server, code) = (server.clone(), code.clone());
            let device_name = "Phone".to_owned();
            self.ask(Request::Enrol {
                server,
                code,
                device_name,
            })
            .await;
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The open orders, as soon as there are some.
    async fn some_orders(&self) -> Vec<OrderId> {
        loop {
            let orders = self.orders().await;
            if !orders.is_empty() {
                return orders;
            }
            self.ask(Request::SyncNow).await;
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn orders(&self) -> Vec<OrderId> {
        match self.ask(Request::Today).await {
            Reply::Today(today) => today.open.iter().map(|card| card.id).collect(),
            _ => Vec::new(),
        }
    }

    async fn tap(&mut self, order: OrderId, number: usize) {
        let fix = None;
        let reply = if number % PHOTO_EVERY == PHOTO_EVERY - 1 {
            let role = PhotoRole::Other;
            let seed = u32::try_from(number).unwrap_or_default();
            let request = Request::AddPhoto {
                order,
                role,
                fix,
                marks: Vec::new(),
            };
            self.engine.call(request, photo(seed)).await.reply
        } else {
            let text = format!("Tap {number}");
            let action = Action::Note { text };
            self.ask(Request::Perform { order, action, fix }).await
        };
        self.say_whether_saved(&reply);
    }

    /// Ends what is open, and what comes from the server meanwhile, until it has nothing more.
    async fn end_all(&mut self, ending: Ending) {
        let mut ended = BTreeSet::new();
        loop {
            let orders = self.orders().await;
            let fresh: Vec<OrderId> = orders.into_iter().filter(|order| ended.insert(*order)).collect();
            for order in &fresh {
                self.end(*order, ending).await;
            }
            if self.engine.sync_once().await.is_ok() && fresh.is_empty() {
                return;
            }
        }
    }

    async fn end(&mut self, order: OrderId, ending: Ending) {
        let Some(op) = self.finish(order).await else {
            return;
        };
        if ending == Ending::TakenBack {
            let action = Action::Undo { op };
            let fix = None;
            let reply = self.ask(Request::Perform { order, action, fix }).await;
            self.say_whether_saved(&reply);
        }
    }

    /// The operation; none where the office took the order away meanwhile.
    async fn finish(&mut self, order: OrderId) -> Option<OpId> {
        let action = Action::Finish {
            outcome: Outcome::Done,
            extent: Extent::Whole,
            follow_up: None,
        };
        let fix = None;
        let reply = self.ask(Request::Perform { order, action, fix }).await;
        let Reply::Saved { op, .. } = reply else {
            return None;
        };
        self.say_whether_saved(&reply);
        Some(op)
    }

    fn say_whether_saved(&mut self, reply: &Reply) {
        match reply {
            Reply::Saved { op, .. } => self.say(format!("saved {op}")),
            other => self.say(format!("refused {other:?}")),
        }
    }

    /// Says what has arrived since the last look.
    async fn look(&mut self) {
        for line in self.receipts().await.lines {
            match (line.subject, line.state) {
                (_, ReceiptState::OnThisPhone) => {}
                (ReceiptSubject::Operation { op, .. }, _) => self.say(format!("heard {op}")),
                (ReceiptSubject::Photo { photo, .. }, _) => self.say(format!("sent {photo}")),
                // It gets a number once it is developed.
                (ReceiptSubject::Taken(_), _) => {}
            }
        }
        tokio::time::sleep(PAUSE).await;
    }

    async fn all_is_applied(&self) -> bool {
        let tally = self.receipts().await.tally;
        tally.on_this_phone + tally.arrived == 0
    }

    async fn receipts(&self) -> Receipts {
        match self.ask(Request::Receipts).await {
            Reply::Receipts(receipts) => *receipts,
            _ => Receipts::default(),
        }
    }

    async fn ask(&self, request: Request) -> Reply {
        self.engine.call(request, Vec::new()).await.reply
    }

    fn say(&mut self, line: String) {
        if self.told.insert(line.clone()) {
            let mut out = io::stdout().lock();
            // Whoever stopped listening has ended the test.
            let _ = writeln!(out, "{line}").and_then(|()| out.flush());
        }
    }
}

fn operations(receipts: &Receipts) -> usize {
    let is_operation = |subject: &ReceiptSubject| matches!(subject, ReceiptSubject::Operation { .. });
    receipts
        .lines
        .iter()
        .filter(|line| is_operation(&line.subject))
        .count()
}
