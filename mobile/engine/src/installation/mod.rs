//! The workers of one device: each has a store, a numbering and a token of their own, and an engine that hands in their work. One
//! of them is shown; the screens' requests go there and its events come from there (SYNC.md, "shared tablet").
//!
//! ```text
//! screens -- Request --> Installation --> Engine of the worker who is shown
//!         <-- Event ----      |             Engine of another worker: syncs and uploads unseen
//!                             '-- Stores: a database and a place for files each
//! ```

mod change;
mod voice;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_util::StreamExt as _;
use futures_util::future::{Either, select};
use futures_util::lock::Mutex;
use futures_util::stream::FuturesUnordered;

use self::voice::Voice;
use crate::bell::Bell;
use crate::engine::{Answer, Engine};
use crate::error::EngineError;
use crate::ports::{Blobs, Ports, Stores};
use crate::protocol::{Event, Reply, Request, StoreNumber, Visibility, WorkerHere};

/// The workers of one device. Cheap to clone: clones share them.
#[derive(Clone)]
pub struct Installation(Rc<Inner>);

struct Inner {
    stores: Box<dyn Stores>,
    /// What the shell lends to an engine with these files.
    ports: Box<dyn Fn(Rc<dyn Blobs>) -> Ports>,
    voice: Rc<Voice>,
    workers: RefCell<BTreeMap<StoreNumber, Engine>>,
    /// Stores that do not open. What is in them is not lost, and nothing is put in their place.
    shut: RefCell<Vec<StoreNumber>>,
    /// Engines that do not run yet.
    newcomers: RefCell<Vec<Engine>>,
    arrival: Bell,
    /// Workers come, go and take turns one after another.
    changing: Mutex<()>,
}

impl Installation {
    /// Opens every store of the device, and shows the worker who was shown last. A store that does not open keeps nobody out
    /// but its own worker.
    ///
    /// # Errors
    /// When no store opens.
    pub async fn open(
        stores: impl Stores + 'static,
        ports: impl Fn(Rc<dyn Blobs>) -> Ports + 'static,
        events: impl Fn(Event) + 'static,
    ) -> Result<Self, EngineError> {
        let mut numbers = stores.list().await?;
        if numbers.is_empty() {
            numbers.push(StoreNumber::FIRST);
        }
        let installation = Self(Rc::new(Inner {
            stores: Box::new(stores),
            ports: Box::new(ports),
            voice: Rc::new(Voice::new(events)),
            workers: RefCell::default(),
            shut: RefCell::default(),
            newcomers: RefCell::default(),
            arrival: Bell::default(),
            changing: Mutex::new(()),
        }));
        let mut failures = Vec::new();
        for number in numbers {
            if let Err(error) = installation.open_store(number).await {
                failures.push((number, error));
            }
        }
        installation.begin(failures)?;
        Ok(installation)
    }

    /// Answers one request, of the worker who is shown where it is about a worker. `bytes` are those beside it.
    pub async fn call(&self, request: Request, bytes: Vec<u8>) -> Answer {
        let changed = match request {
            Request::Enrol {
                server,
                code,
                device_name,
            } => self.enrol(&server, code, device_name).await,
            Request::Workers => self.workers_here().map(Reply::Workers),
            Request::ShowWorker { store } => self.show_worker(store).await,
            Request::RemoveWorker { store } => self.remove_worker(store).await,
            request => return self.pass_on(request, bytes).await,
        };
        match (changed, self.shown()) {
            (Ok(reply), _) => reply.into(),
            (Err(error), Some(engine)) => Reply::Failed(engine.problem_of(&error).await).into(),
            (Err(error), None) => Reply::Failed(error.problem()).into(),
        }
    }

    /// Syncs, uploads and waits for news, for ever: for every worker. The shell runs it beside [`Self::call`].
    pub async fn run(&self) {
        let mut running = FuturesUnordered::new();
        loop {
            for engine in self.0.newcomers.take() {
                running.push(async move { engine.run().await });
            }
            let ended = std::pin::pin!(async {
                if running.next().await.is_none() {
                    std::future::pending::<()>().await;
                }
            });
            let arrived = std::pin::pin!(self.0.arrival.rung());
            match select(ended, arrived).await {
                Either::Left(_) | Either::Right(_) => {}
            }
        }
    }

    /// Hands in and fetches everything once, every worker's, photos included: for a shell that was woken in the background.
    ///
    /// # Errors
    /// Why it did not come to an end, after every worker had a turn. What was done stays done.
    pub async fn sync_once(&self) -> Result<(), EngineError> {
        let mut outcome = Ok(());
        for engine in self.everybody() {
            outcome = outcome.and(engine.sync_once().await);
        }
        outcome
    }

    async fn pass_on(&self, request: Request, bytes: Vec<u8>) -> Answer {
        let back = Request::SetVisibility {
            visibility: Visibility::Front,
        };
        // The network is back, or somebody is: a good moment for those too whom nobody sees. What may cost something is said for
        // oneself.
        if [Request::SyncNow, Request::SendPhotos, back].contains(&request) {
            for engine in self.others() {
                engine.call(Request::SyncNow, Vec::new()).await;
            }
        }
        match self.shown() {
            Some(engine) => engine.call(request, bytes).await,
            None => Reply::Failed(crate::protocol::Problem::NotPossible).into(),
        }
    }

    fn workers_here(&self) -> Result<Vec<WorkerHere>, EngineError> {
        let mut here = Vec::new();
        for (store, engine) in self.0.workers.borrow().iter() {
            let status = engine.status()?;
            // A store in which nobody works yet waits for the next code.
            if status.enrolment.is_some() {
                here.push(WorkerHere {
                    store: *store,
                    enrolment: status.enrolment,
                    pending: status.pending,
                    standing: status.standing,
                    shown: self.0.voice.is_from(*store),
                });
            }
        }
        here.extend(self.0.shut.borrow().iter().copied().map(WorkerHere::shut));
        here.sort_by_key(|worker| worker.store);
        Ok(here)
    }

    fn engine(&self, store: StoreNumber) -> Option<Engine> {
        self.0.workers.borrow().get(&store).cloned()
    }

    fn shown(&self) -> Option<Engine> {
        self.engine(self.0.voice.shown())
    }

    fn everybody(&self) -> Vec<Engine> {
        self.0.workers.borrow().values().cloned().collect()
    }

    fn others(&self) -> Vec<Engine> {
        let workers = self.0.workers.borrow();
        let others = workers.iter().filter(|(store, _)| !self.0.voice.is_from(**store));
        others.map(|(_, engine)| engine.clone()).collect()
    }
}
