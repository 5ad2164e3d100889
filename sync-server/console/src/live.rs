//! Live updates: the server pokes, the screens read again. A poke never carries data, so a lost one costs nothing but time.
use std::{cell::RefCell, collections::HashMap, rc::Rc};

use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use kuitti_shared::api::events::{Poke, Topic};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{EventSource, MessageEvent};

/// A closed stream is opened again after this.
const RETRY_MILLISECONDS: u32 = 3_000;
/// Everything is read again at least so often, so that its age stays small and a silent fault is noticed.
const REFRESH_MILLISECONDS: u32 = 60_000;

const ALL: [Topic; 5] = [
    Topic::Requests,
    Topic::Orders,
    Topic::Notices,
    Topic::Devices,
    Topic::Town,
];

/// Is the stream of pokes up?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Connection {
    /// Not yet.
    Connecting,
    /// It is.
    Up,
    /// It was.
    Lost,
}

/// The stream, as the screens see it.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    /// Is it up?
    pub(crate) connection: Signal<Connection>,
    pokes: Signal<HashMap<Topic, u64>>,
}

impl Live {
    /// A number that changes with every poke about one of `topics`; reading it subscribes.
    pub(crate) fn changes(self, topics: &[Topic]) -> u64 {
        let pokes = self.pokes.read();
        topics.iter().filter_map(|topic| pokes.get(topic)).sum()
    }

    fn heard(mut self, heard: Heard) {
        match heard {
            Heard::Lost => self.connection.set(Connection::Lost),
            Heard::Opened => {
                // What happened while it was down has poked nobody.
                self.connection.set(Connection::Up);
                self.poke(&ALL);
            }
            Heard::Message(text) => match serde_json::from_str::<Poke>(&text) {
                Ok(poke) => self.poke(&poke.topics),
                // A topic of a newer server: read everything.
                Err(_) => self.poke(&ALL),
            },
        }
    }

    /// Says that these changed, as the server would; for what this console changed itself.
    pub(crate) fn poke(mut self, topics: &[Topic]) {
        let mut pokes = self.pokes.write();
        for topic in topics {
            *pokes.entry(*topic).or_default() += 1;
        }
    }
}

/// What the stream says.
enum Heard {
    Opened,
    Message(String),
    Lost,
}

/// The stream given by [`use_live_provider`].
pub(crate) fn use_live() -> Live {
    use_context()
}

/// Opens the stream for everything below.
pub(crate) fn use_live_provider() -> Live {
    let live = Live {
        connection: use_signal(|| Connection::Connecting),
        pokes: use_signal(HashMap::new),
    };
    use_context_provider(|| live);
    let stream = use_hook(|| Rc::new(RefCell::new(None::<Stream>)));
    let heard = use_callback(move |heard| live.heard(heard));
    use_future(move || {
        let stream = stream.clone();
        async move {
            loop {
                let closed = stream.borrow().as_ref().is_none_or(Stream::is_closed);
                if closed {
                    stream.replace(Stream::open(heard));
                }
                TimeoutFuture::new(RETRY_MILLISECONDS).await;
            }
        }
    });
    use_future(move || async move {
        loop {
            TimeoutFuture::new(REFRESH_MILLISECONDS).await;
            live.poke(&ALL);
        }
    });
    live
}

/// The browser's connection with its listeners; dropping it closes it.
struct Stream {
    source: EventSource,
    _opened: Closure<dyn FnMut()>,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _error: Closure<dyn FnMut()>,
}

impl Stream {
    fn open(heard: Callback<Heard>) -> Option<Self> {
        let source = EventSource::new("/api/events").ok()?;
        let opened = Closure::<dyn FnMut()>::new(move || heard.call(Heard::Opened));
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            heard.call(Heard::Message(event.data().as_string().unwrap_or_default()));
        });
        let error = Closure::<dyn FnMut()>::new(move || heard.call(Heard::Lost));
        source.set_onopen(Some(opened.as_ref().unchecked_ref()));
        source.set_onmessage(Some(message.as_ref().unchecked_ref()));
        source.set_onerror(Some(error.as_ref().unchecked_ref()));
        Some(Self {
            source,
            _opened: opened,
            _message: message,
            _error: error,
        })
    }

    fn is_closed(&self) -> bool {
        self.source.ready_state() == EventSource::CLOSED
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}
