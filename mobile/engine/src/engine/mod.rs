//! The actor: one request, one reply, one stream of events.
//!
//! ```text
//! screens -- Request --> call() ---- one transaction ----> Store <---- one transaction ---- absorb()
//!         <-- Reply ----   |                                                                  ^
//!         <-- Event ---- drive: sync loop, upload loop, wait loop --- Transport --- server ---|
//! ```
//! Everything runs on one thread and shares one store. The store is borrowed for a transaction at a time and never while
//! something is awaited: so a tap never waits for a running sync.

mod answer;
mod beside;
mod drive;
mod enrol;
pub(crate) mod held;
mod ids;
mod live;
mod moment;
mod photos;
mod rescue;
mod room;
mod tap;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::lock::Mutex;
use kuitti_shared::unit::WallTime;
use rusqlite::Connection;

use self::ids::Ids;
use self::live::Live;
use crate::bell::Bell;
use crate::error::EngineError;
use crate::map::Shelf;
use crate::ports::Ports;
use crate::protocol::{Event, Reply, Request};
use crate::screens::{self, Sight};
use crate::store::decoded::Decoded;
use crate::store::taken::{self, Undeveloped};
use crate::store::{Store, log};
use crate::sync::push::BatchSize;

/// The device. Cheap to clone: clones share it.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

/// What the parts of the engine share.
pub(crate) struct Inner {
    pub(crate) store: RefCell<Store>,
    pub(crate) ports: Ports,
    ids: Ids,
    pub(crate) batch: Cell<BatchSize>,
    /// The orders of the lists.
    orders: Decoded,
    /// The street map.
    pub(crate) shelf: Shelf,
    live: RefCell<Live>,
    bells: Bells,
    /// One exchange at a time.
    turn: Mutex<()>,
    /// One round of uploads at a time.
    upload_turn: Mutex<()>,
    /// Files are added or swept, never both at once.
    files: Mutex<()>,
    /// Photos that a kill has left undeveloped.
    left_over: RefCell<Vec<Undeveloped>>,
    events: Box<dyn Fn(Event)>,
}

/// What wakes the loops of [`drive`].
#[derive(Default)]
struct Bells {
    sync: Bell,
    upload: Bell,
    map: Bell,
    wait: Bell,
    close: Bell,
}

/// A reply with the bytes beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What the engine says.
    pub reply: Reply,
    /// The bytes of [`Reply::Photo`]; none otherwise.
    pub bytes: Option<Vec<u8>>,
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self { reply, bytes: None }
    }
}

impl Engine {
    /// Opens the device on its store. The shell has opened `connection` with its journal and `synchronous=FULL`.
    ///
    /// # Errors
    /// When the store or the place for files cannot be used.
    pub async fn open(
        connection: Connection,
        ports: Ports,
        events: impl Fn(Event) + 'static,
    ) -> Result<Self, EngineError> {
        let store = Store::open(connection)?;
        let mut left_over = taken::all(store.read())?;
        left_over.retain(|one| !one.given_up);
        let inner = Inner {
            store: RefCell::new(store),
            ports,
            ids: Ids::default(),
            batch: Cell::default(),
            orders: Decoded::default(),
            shelf: Shelf::default(),
            live: RefCell::default(),
            bells: Bells::default(),
            turn: Mutex::new(()),
            upload_turn: Mutex::new(()),
            files: Mutex::new(()),
            left_over: RefCell::new(left_over),
            events: Box::new(events),
        };
        inner.log("opened", env!("CARGO_PKG_VERSION"));
        photos::sweep(&inner).await?;
        inner.bells.sync.ring();
        Ok(Self(Rc::new(inner)))
    }

    /// Answers one request. `bytes` are those of [`Request::AddPhoto`], empty otherwise.
    pub async fn call(&self, request: Request, bytes: Vec<u8>) -> Answer {
        answer::answer(&self.0, request, bytes).await
    }

    /// Syncs, uploads and waits for news until it is closed. The shell runs it beside [`Self::call`].
    pub async fn run(&self) {
        drive::run(&self.0).await;
    }

    /// Hands in and fetches everything once, photos included: for a shell that was woken in the background.
    ///
    /// # Errors
    /// Why it did not come to an end. What was done stays done.
    pub async fn sync_once(&self) -> Result<(), EngineError> {
        drive::once(&self.0).await
    }
}

impl Inner {
    /// The device's wall clock.
    fn wall(&self) -> WallTime {
        self.ports.clock.now().stamp.wall
    }

    /// A line of the log. One that cannot be written is none: the log is no reason to fail.
    pub(crate) fn log(&self, event: &str, detail: &str) {
        let now = self.wall();
        let _lost = self
            .store
            .borrow_mut()
            .write(|store| log::write(store, now, event, detail));
    }

    pub(crate) fn emit(&self, event: Event) {
        (self.events)(event);
    }

    /// What screens need beside what is on disk.
    fn sight(&self) -> Sight {
        let held = held::photos_held(self);
        self.live.borrow().sight(held)
    }

    /// Tells the screens how the device is now.
    pub(crate) fn announce(&self) {
        let sight = self.sight();
        let status = screens::status(self.store.borrow().read(), &sight, self.wall());
        if let Ok(status) = status {
            self.emit(Event::StatusChanged {
                status: Box::new(status),
            });
        }
    }

    /// So many bytes of the next map are here.
    pub(crate) fn set_map_arrived(&self, bytes: u64) {
        self.live.borrow_mut().map_arrived = bytes;
        self.emit(Event::MapChanged);
    }

    /// So many photos go up at this moment.
    pub(crate) fn set_uploading(&self, count: usize) {
        self.live.borrow_mut().uploading = count;
        self.announce();
    }
}
