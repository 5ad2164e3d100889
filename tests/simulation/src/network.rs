//! What a network does to messages: it loses requests, loses answers after the server did its work, delivers late and
//! twice, and the server may fall over meanwhile.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use kuitti_engine::ports::TransportError;
use kuitti_shared::sync::response::SyncResponse;

use crate::chance::Chance;
use crate::model::Model;
use crate::parcel::Parcel;
use crate::server::{Answer, Server};
use crate::trace::Trace;

/// Does the network do harm?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weather {
    /// As the seed decides.
    Rough,
    /// Everything arrives once.
    Fair,
}

/// What becomes of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Arrives,
    Lost,
    Late,
    AnswerLost,
    Twice,
    ServerFalls,
    Meanwhile,
}

/// The network of a town.
pub struct Network {
    server: Rc<Server>,
    chance: Chance,
    trace: Rc<Trace>,
    model: Rc<Model>,
    weather: Cell<Weather>,
    /// Orders in a page; none for the server's own measure.
    page_size: Option<u64>,
    under_way: RefCell<Vec<Parcel>>,
}

impl Network {
    /// A rough one.
    #[must_use]
    pub fn new(server: Rc<Server>, chance: Chance, trace: Rc<Trace>, model: Rc<Model>) -> Self {
        let page_size = (!chance.one_in(3)).then(|| 1 + chance.below(3));
        Self {
            server,
            chance,
            trace,
            model,
            weather: Cell::new(Weather::Rough),
            page_size,
            under_way: RefCell::default(),
        }
    }

    /// Changes the weather.
    pub fn set_weather(&self, weather: Weather) {
        self.weather.set(weather);
    }

    /// Delivers one of the requests whose sender has given up. Nobody hears the answer.
    pub async fn deliver_late(&self) {
        let parcel = {
            let mut under_way = self.under_way.borrow_mut();
            if under_way.is_empty() {
                return;
            }
            let place = self.chance.place(under_way.len());
            under_way.swap_remove(place)
        };
        let answer = self.server.ask(parcel.request()).await;
        let status = answer.map_or("the server fell over".to_owned(), |answer| {
            answer.head.status.to_string()
        });
        self.trace
            .say("network", format!("{} arrives late: {status}", parcel.describe()));
    }

    /// Is anything still under way?
    #[must_use]
    pub fn has_late_parcels(&self) -> bool {
        !self.under_way.borrow().is_empty()
    }

    /// Carries a request of `sender` and its answer; `meanwhile` is what may happen at the device before the answer.
    pub(crate) async fn carry(
        &self,
        sender: &str,
        request: &reqwest::Request,
        meanwhile: impl AsyncFnOnce(),
    ) -> Result<reqwest::Response, TransportError> {
        let mut parcel = Parcel::of(request);
        if let Some(size) = self.page_size.filter(|_| parcel.is_sync()) {
            parcel = parcel.with_page_size(size);
        }
        let fate = self.fate();
        let result = self.suffer(fate, &parcel, meanwhile).await;
        let outcome = match &result {
            Ok(response) => response.status().as_u16().to_string(),
            Err(error) => error.to_string(),
        };
        let what = parcel.describe();
        self.trace.say(sender, format!("{what} ({fate:?}): {outcome}"));
        result
    }

    async fn suffer(
        &self,
        fate: Fate,
        parcel: &Parcel,
        meanwhile: impl AsyncFnOnce(),
    ) -> Result<reqwest::Response, TransportError> {
        let gone = |what: &str| Err(TransportError::Unreachable(what.to_owned()));
        match fate {
            Fate::Lost => return gone("lost"),
            Fate::Late => {
                self.under_way.borrow_mut().push(parcel.clone());
                return gone("late");
            }
            Fate::ServerFalls => self.server.light(1 + self.chance.below(10)),
            Fate::Twice => self.under_way.borrow_mut().push(parcel.clone()),
            Fate::Arrives | Fate::AnswerLost | Fate::Meanwhile => {}
        }
        let Some(answer) = self.server.ask(parcel.request()).await else {
            return gone("the server fell over");
        };
        match fate {
            Fate::AnswerLost => return gone("the answer was lost"),
            Fate::Meanwhile => meanwhile().await,
            _ => {}
        }
        self.note(parcel, &answer);
        Ok(axum::http::Response::from_parts(answer.head, answer.body).into())
    }

    /// A device is about to hear what the server keeps.
    fn note(&self, parcel: &Parcel, answer: &Answer) {
        if !parcel.is_sync() || !answer.head.status.is_success() {
            return;
        }
        if let Ok(response) = serde_json::from_slice::<SyncResponse>(&answer.body) {
            self.model.acknowledge(&parcel.text(), &response);
        }
    }

    fn fate(&self) -> Fate {
        if self.weather.get() == Weather::Fair {
            return Fate::Arrives;
        }
        match self.chance.below(20) {
            0 | 1 => Fate::Lost,
            2 => Fate::Late,
            3..6 => Fate::AnswerLost,
            6 => Fate::Twice,
            7 | 8 => Fate::ServerFalls,
            9 | 10 => Fate::Meanwhile,
            _ => Fate::Arrives,
        }
    }
}

/// What phones share.
#[derive(Clone)]
pub struct World {
    /// The way to the server.
    pub network: Rc<Network>,
    /// What happened.
    pub trace: Rc<Trace>,
    /// What was promised.
    pub model: Rc<Model>,
    /// The true time.
    pub time: Arc<crate::time::Time>,
}
