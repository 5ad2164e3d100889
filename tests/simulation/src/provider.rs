//! The message provider outside the server: it remembers everything that was handed to it, and its answers get lost.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use kuitti_server::notices::sender::{Delivery, Repetition, Sender};
use kuitti_server::notices::text::Message;
use kuitti_server::ports::Clock as _;
use kuitti_shared::id::NoticeId;
use kuitti_shared::unit::WallTime;

use crate::chance::Chance;
use crate::fuse::Fuse;
use crate::time::Time;

/// One time that a message was handed over.
#[derive(Debug, Clone)]
pub struct Handed {
    /// The key.
    pub notice: NoticeId,
    /// To whom.
    pub to: String,
    /// When.
    pub at: WallTime,
}

/// The provider.
#[derive(Debug)]
pub struct Provider {
    chance: Chance,
    time: Arc<Time>,
    repetition: Repetition,
    handed: Mutex<Vec<Handed>>,
    is_reliable: Mutex<bool>,
}

impl Provider {
    /// One of a seed: it recognises keys or it does not.
    #[must_use]
    pub fn new(chance: Chance, time: Arc<Time>) -> Self {
        let repetition = if chance.one_in(2) {
            Repetition::Doubles
        } else {
            Repetition::Harmless
        };
        Self {
            chance,
            time,
            repetition,
            handed: Mutex::default(),
            is_reliable: Mutex::new(false),
        }
    }

    /// What it makes of the same message twice.
    #[must_use]
    pub const fn repetition(&self) -> Repetition {
        self.repetition
    }

    /// Everything that reached it, repetitions included.
    #[must_use]
    pub fn handed(&self) -> Vec<Handed> {
        self.handed.lock().unwrap().clone()
    }

    /// From now on nothing goes wrong.
    pub fn become_reliable(&self) {
        *self.is_reliable.lock().unwrap() = true;
    }

    pub(crate) fn sender(self: &Arc<Self>, fuse: Arc<Fuse>) -> Arc<dyn Sender> {
        Arc::new(Line {
            provider: Arc::clone(self),
            fuse,
        })
    }

    fn take(&self, message: &Message) {
        self.handed.lock().unwrap().push(Handed {
            notice: message.notice,
            to: message.to.clone(),
            at: self.time.now(),
        });
    }

    fn answer(&self, message: &Message) -> Delivery {
        let drawn = self.chance.below(8);
        match drawn {
            _ if *self.is_reliable.lock().unwrap() => self.accept(message),
            0 => Delivery::Later {
                reason: "busy".to_owned(),
            },
            1 => self.lose_answer(message),
            2 => Delivery::Unknown {
                reason: "nothing came back".to_owned(),
            },
            3 if self.chance.one_in(3) => Delivery::Refused {
                reason: "no such number".to_owned(),
            },
            _ => self.accept(message),
        }
    }

    fn accept(&self, message: &Message) -> Delivery {
        self.take(message);
        Delivery::Sent {
            reference: message.notice.to_string(),
        }
    }

    fn lose_answer(&self, message: &Message) -> Delivery {
        self.take(message);
        Delivery::Unknown {
            reason: "nothing came back".to_owned(),
        }
    }
}

/// The way from one life of the server to the provider.
struct Line {
    provider: Arc<Provider>,
    fuse: Arc<Fuse>,
}

#[async_trait]
impl Sender for Line {
    fn repetition(&self) -> Repetition {
        self.provider.repetition
    }

    async fn send(&self, message: &Message) -> Delivery {
        self.fuse.gate().await;
        let delivery = self.provider.answer(message);
        self.fuse.gate().await;
        delivery
    }
}
