//! Citizens who wait for a message, and whose work it is.

use kuitti_server::act::{Act, Actor};
use kuitti_server::dispatch;
use kuitti_server::intake::{NewRequest, Origin, TypedContact, receive};
use kuitti_server::orders::{self, NewOrder};
use kuitti_server::storage::WriteTx;
use kuitti_shared::api::orders::Decide;
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, Category, Language, NoticeChannel, OrderStatus, Place};
use kuitti_shared::id::{OrderId, RequestId, WorkerId};
use kuitti_tests::town::{AINO, BERT, CARL, furnish};
use serde_json::json;

use crate::scene::{Site, offer};

/// Written in one transaction.
const BATCH: usize = 200;
const EVERY: usize = 20;
const BIN: &str = "bin";

/// What happens to a citizen's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lot {
    /// It is done by day.
    Told,
    /// It is done at night.
    AtNight,
    /// It is done, and the worker takes that back.
    Undone,
    /// The office cancels it, before it hears that it was done.
    Cancelled,
    /// The citizen wrote "stop".
    OptedOut,
}

impl Lot {
    const fn of(number: usize) -> Self {
        match number % EVERY {
            0 | 1 => Self::AtNight,
            2 | 3 => Self::Undone,
            4 | 5 => Self::Cancelled,
            6 | 7 => Self::OptedOut,
            _ => Self::Told,
        }
    }

    const fn worker(self) -> WorkerId {
        match self {
            Self::Told | Self::Cancelled | Self::OptedOut => AINO,
            Self::AtNight => BERT,
            Self::Undone => CARL,
        }
    }

    /// With which that worker's phone enrols.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Told | Self::Cancelled | Self::OptedOut => "AAAABBBB",
            Self::AtNight => "CCCCDDDD",
            Self::Undone => "EEEEFFFF",
        }
    }
}

/// Somebody who waits.
#[derive(Debug)]
pub(super) struct Citizen {
    pub(super) lot: Lot,
    pub(super) request: RequestId,
    /// A phone number in digits, or an address.
    pub(super) reach: String,
    order: OrderId,
}

/// All of them.
pub(super) struct Crowd(pub(super) Vec<Citizen>);

impl Crowd {
    /// Makes the town, with each citizen's request and order.
    pub(super) async fn found(site: &Site, count: usize) -> Self {
        let app = site.open().await;
        furnish(&app).await;
        let act = app.act(Actor::Server);
        let mut tx = app.storage.write().await.unwrap();
        tx.put_category(&bin()).await.unwrap();
        for lot in [Lot::Told, Lot::AtNight, Lot::Undone] {
            offer(&mut *tx, lot.code(), lot.worker(), &act).await;
        }
        tx.commit().await.unwrap();
        let mut citizens = Vec::new();
        while citizens.len() < count {
            let mut tx = app.storage.write().await.unwrap();
            for number in citizens.len()..count.min(citizens.len() + BATCH) {
                citizens.push(citizen(&mut *tx, number, &act).await);
            }
            tx.commit().await.unwrap();
        }
        app.storage.close().await;
        Self(citizens)
    }

    /// The office cancels, while no server uses the town. What was done before is told as usual.
    pub(super) async fn cancel_some(&mut self, site: &Site) {
        let app = site.open().await;
        let act = app.act(Actor::Server);
        let mut tx = app.storage.write().await.unwrap();
        for citizen in self.0.iter_mut().filter(|citizen| citizen.lot == Lot::Cancelled) {
            let order = orders::load(&mut *tx, citizen.order).await.unwrap();
            if order.order.status != OrderStatus::Assigned {
                citizen.lot = Lot::Told;
                continue;
            }
            let wanted = Decide {
                version: None,
                decision: Decision::Cancel,
            };
            dispatch::decide(&mut *tx, citizen.order, &wanted, &act)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        app.storage.close().await;
    }
}

async fn citizen(tx: &mut dyn WriteTx, number: usize, act: &Act) -> Citizen {
    let lot = Lot::of(number);
    let (phone, email) = (
        format!("+35840{number:07}"),
        format!("citizen{number}@example.fi"),
    );
    let (channel, recipient) = match number % 2 {
        0 => (NoticeChannel::Sms, phone.clone()),
        _ => (NoticeChannel::Email, email.clone()),
    };
    if lot == Lot::OptedOut {
        tx.opt_out(channel, &recipient, act.now).await.unwrap();
    }
    let new = NewRequest {
        // Whoever is on the phone has proved the number.
        origin: Origin::Phone,
        category: BIN.into(),
        description: "The bin is full".to_owned(),
        place: place(number),
        contact: TypedContact {
            phone: if channel == NoticeChannel::Sms {
                phone
            } else {
                String::new()
            },
            email: if channel == NoticeChannel::Email {
                email
            } else {
                String::new()
            },
            notify: vec![channel],
            ..TypedContact::default()
        },
        language: Language::En,
        photos: Vec::new(),
    };
    let request = receive(tx, new, act).await.unwrap().request.id;
    let order = NewOrder {
        place: place(number),
        requests: vec![request],
        assignee: Some(Assignee::Worker(lot.worker())),
        ..NewOrder::of(BIN.into())
    };
    let order = orders::create(tx, order, act).await.unwrap().order.id;
    Citizen {
        lot,
        request,
        reach: recipient.trim_start_matches('+').to_owned(),
        order,
    }
}

fn place(number: usize) -> Place {
    Place {
        address: format!("Unioninkatu {number}"),
        ..Place::default()
    }
}

/// What is done is done: it needs no proof.
fn bin() -> Category {
    let category = json!({
        "code": BIN,
        "name": { "en": "Litter bin", "fi": "Roska-astia" },
        "checklist": [],
        "evidence": [],
        "targets": { "warning": 60, "breach": 120 },
        "notice_proof": "status_enough",
    });
    serde_json::from_value(category).unwrap()
}
