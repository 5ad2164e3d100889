//! Speaking with the window's page (`native/page.js`).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use dioxus::document::eval;
use serde::{Deserialize, Serialize};

/// What the page says unasked.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", tag = "about")]
pub(super) enum FromPage {
    /// The part of the address behind `#` is another one.
    Fragment {
        /// With the `#`.
        fragment: String,
    },
    /// There is a network, or there is none.
    Network {
        /// Which.
        online: bool,
    },
    /// The window is looked at, or not.
    Visibility {
        /// Which.
        visible: bool,
    },
    /// Where the device is.
    Fix {
        /// Degrees.
        latitude: f64,
        /// Degrees.
        longitude: f64,
        /// Metres.
        accuracy: f64,
        /// Milliseconds since 1970.
        at: f64,
    },
    /// It is not known where the device is.
    NoFix {
        /// Because somebody forbids it.
        denied: bool,
    },
    /// Which way the device points.
    Heading {
        /// Clockwise from north.
        degrees: f64,
    },
    /// A link that another app of the phone shall open.
    Elsewhere {
        /// Where it leads.
        address: String,
    },
    /// A place on a street map was pressed, for whoever asked for one.
    Chosen {
        /// Which map.
        map: u64,
        /// Degrees.
        latitude: f64,
        /// Degrees.
        longitude: f64,
    },
    /// A screen was drawn.
    Drawn {
        /// Its heading.
        title: String,
        /// All that can be read on it.
        words: String,
    },
}

type Tell = Rc<RefCell<dyn FnMut(&FromPage)>>;

#[derive(Default)]
struct Listeners {
    next: u64,
    listening: BTreeMap<u64, Tell>,
    is_started: bool,
}

thread_local! {
    static LISTENERS: RefCell<Listeners> = RefCell::default();
}

/// Somebody who is told what the page says, until this is dropped.
#[must_use]
pub(super) struct Listener(u64);

impl Listener {
    /// Listens for as long as the app runs.
    pub(super) fn for_ever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // When the app ends, nobody listens any more anyway.
        let _gone = LISTENERS.try_with(|listeners| {
            let mut listeners = listeners.borrow_mut();
            listeners.listening.remove(&self.0)
        });
    }
}

/// Calls `tell` with all that the page says. Within the app, that is in a component or something that one began.
pub(super) fn listen(tell: impl FnMut(&FromPage) + 'static) -> Listener {
    let (id, begins) = LISTENERS.with_borrow_mut(|listeners| {
        let id = listeners.next;
        listeners.next += 1;
        listeners.listening.insert(id, Rc::new(RefCell::new(tell)));
        (id, !std::mem::replace(&mut listeners.is_started, true))
    });
    if begins {
        super::run(hear());
    }
    Listener(id)
}

async fn hear() {
    let mut page = eval("kuitti.listen((message) => dioxus.send(message)); await new Promise(() => {});");
    while let Ok(message) = page.recv::<FromPage>().await {
        // Whoever is told may begin or end listening.
        let listening: Vec<Tell> =
            LISTENERS.with_borrow(|listeners| listeners.listening.values().cloned().collect());
        for tell in listening {
            (*tell.borrow_mut())(&message);
        }
    }
}

/// Calls a function of the page with these arguments.
pub(super) fn tell(function: &str, arguments: &impl Serialize) {
    let _nothing_to_wait_for = eval(&call(function, arguments));
}

/// Calls a function of the page with these arguments, and waits for what it answers.
pub(super) async fn ask<T: serde::de::DeserializeOwned>(
    function: &str,
    arguments: &impl Serialize,
) -> Option<T> {
    let asked = eval(&format!("return await {}", call(function, arguments)));
    asked.join::<T>().await.ok()
}

fn call(function: &str, arguments: &impl Serialize) -> String {
    let arguments = serde_json::to_string(arguments).unwrap_or_else(|_cannot_happen| "[]".to_owned());
    format!("kuitti.{function}(...{arguments});")
}
