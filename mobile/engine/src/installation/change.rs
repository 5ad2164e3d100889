//! Workers come to a device, take turns on it, and leave it.

use std::cmp::Reverse;

use kuitti_shared::id::WorkerId;

use super::Installation;
use crate::engine::Engine;
use crate::error::EngineError;
use crate::ports::OpenStore;
use crate::protocol::{Event, Pending, Problem, Reply, Request, Standing, StoreNumber, WorkerHere};

impl Installation {
    /// Opens a store and puts its worker beside those who are here.
    pub(super) async fn open_store(&self, store: StoreNumber) -> Result<Engine, EngineError> {
        let OpenStore { connection, blobs } = self.0.stores.open(store).await?;
        let voice = self.0.voice.clone();
        let ports = (self.0.ports)(blobs);
        let engine = Engine::open(connection, ports, move |event| voice.pass_on(store, event)).await?;
        engine.step_back();
        self.0.workers.borrow_mut().insert(store, engine.clone());
        self.0.newcomers.borrow_mut().push(engine.clone());
        self.0.arrival.ring();
        Ok(engine)
    }

    /// Shows the worker who was chosen last, and remembers which stores do not open.
    pub(super) fn begin(&self, failures: Vec<(StoreNumber, EngineError)>) -> Result<(), EngineError> {
        let workers = self.0.workers.borrow();
        let last = workers.iter().max_by_key(|(store, engine)| {
            let chosen = engine.chosen().unwrap_or_default();
            (chosen, Reverse(**store))
        });
        let Some((store, engine)) = last else {
            let first = failures.into_iter().next().map(|(_, error)| error);
            return first.map_or(Err(Problem::StorageFailed.into()), Err);
        };
        self.0.voice.speak_for(*store);
        engine.stand_in_front(Default::default());
        for (store, error) in failures {
            engine.note(
                "store_does_not_open",
                &format!("store{} {}", store.tail(), error.code()),
            );
            self.0.shut.borrow_mut().push(store);
        }
        Ok(())
    }

    /// Becomes the device of a code's worker, in that worker's own store.
    pub(super) async fn enrol(
        &self,
        server: &str,
        code: String,
        device_name: String,
    ) -> Result<Reply, EngineError> {
        let _one_at_a_time = self.0.changing.lock().await;
        let asking = self.shown().ok_or(Problem::NotPossible)?;
        let admission = asking.redeem(server, code, device_name).await?;
        let store = self.store_for(admission.worker().id).await?;
        let engine = self.engine(store).ok_or(Problem::NotPossible)?;
        engine.admit(&admission).await?;
        self.show(store)?;
        Ok(engine.call(Request::Status, Vec::new()).await.reply)
    }

    /// The worker's own store, one that nobody has taken yet, or a new one.
    async fn store_for(&self, worker: WorkerId) -> Result<StoreNumber, EngineError> {
        for wanted in [Some(worker), None] {
            for (store, engine) in self.0.workers.borrow().iter() {
                if engine.worker()? == wanted {
                    return Ok(*store);
                }
            }
        }
        let open = self.0.workers.borrow().keys().copied().max();
        let shut = self.0.shut.borrow().iter().copied().max();
        let store = open.max(shut).map_or(StoreNumber::FIRST, StoreNumber::next);
        self.open_store(store).await?;
        Ok(store)
    }

    pub(super) async fn show_worker(&self, store: StoreNumber) -> Result<Reply, EngineError> {
        let _one_at_a_time = self.0.changing.lock().await;
        self.show(store)?;
        Ok(Reply::Done)
    }

    fn show(&self, store: StoreNumber) -> Result<(), EngineError> {
        let next = self.engine(store).ok_or(Problem::NotPossible)?;
        if let Some(before) = self.shown().filter(|_| !self.0.voice.is_from(store)) {
            let mut chosen = 0;
            for engine in self.everybody() {
                chosen = chosen.max(engine.chosen()?);
            }
            self.0.voice.speak_for(store);
            next.stand_in_front(before.step_back());
            next.remember_chosen(chosen.saturating_add(1));
        }
        next.introduce();
        self.0.voice.tell(Event::WorkersChanged);
        Ok(())
    }

    /// Deletes the store of a worker who is not shown, once the office has all of it.
    pub(super) async fn remove_worker(&self, store: StoreNumber) -> Result<Reply, EngineError> {
        let _one_at_a_time = self.0.changing.lock().await;
        let leaving = self.engine(store).filter(|_| !self.0.voice.is_from(store));
        let leaving = leaving.ok_or(Problem::NotPossible)?;
        if leaving.has_unsent_work()? {
            let enrolment = leaving.status()?.enrolment;
            let worker = enrolment.map(|enrolment| enrolment.worker.name);
            return Err(Problem::OtherWorkersWork {
                worker: worker.unwrap_or_default(),
            }
            .into());
        }
        leaving.close()?;
        self.0.workers.borrow_mut().remove(&store);
        self.0.stores.remove(store).await?;
        self.0.voice.tell(Event::WorkersChanged);
        Ok(Reply::Done)
    }
}

impl WorkerHere {
    /// Of a store that does not open nothing more is known.
    pub(super) fn shut(store: StoreNumber) -> Self {
        Self {
            store,
            enrolment: None,
            pending: Pending::default(),
            standing: Standing::Active,
            shown: false,
        }
    }
}
