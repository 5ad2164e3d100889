//! An engine beside those of the device's other workers: what their [`crate::Installation`] asks of it and tells it.

use kuitti_shared::domain::Fix;
use kuitti_shared::id::WorkerId;
use rusqlite::Connection;

use super::enrol::{self, Admission};
use super::{Engine, drive, room};
use crate::error::EngineError;
use crate::protocol::{DeviceStatus, Event, PlaceSource, Problem, Visibility};
use crate::screens;
use crate::store::{Store, meta, outbox, taken, upload};

/// Where the device is, and who says so.
pub(crate) type Whereabouts = (Option<Fix>, PlaceSource);

impl Engine {
    /// Asks the server for whom a code is.
    pub(crate) async fn redeem(
        &self,
        server: &str,
        code: String,
        device_name: String,
    ) -> Result<Admission, EngineError> {
        enrol::redeem(&self.0, server, code, device_name).await
    }

    /// Works for the worker of a code from now on.
    pub(crate) async fn admit(&self, admission: &Admission) -> Result<(), EngineError> {
        enrol::admit(&self.0, admission).await
    }

    /// Whose work it keeps.
    pub(crate) fn worker(&self) -> Result<Option<WorkerId>, EngineError> {
        let town = meta::get(self.0.store.borrow().read(), &meta::TOWN)?;
        Ok(town.map(|town| town.worker.id))
    }

    /// How many times a worker of this device had been chosen when this one was.
    pub(crate) fn chosen(&self) -> Result<u64, EngineError> {
        let chosen = meta::get(self.0.store.borrow().read(), &meta::SHOWN)?;
        Ok(chosen.unwrap_or_default())
    }

    /// How the worker's part of the device is.
    pub(crate) fn status(&self) -> Result<DeviceStatus, EngineError> {
        let sight = self.0.sight();
        let store = self.0.store.borrow();
        Ok(screens::status(store.read(), &sight, self.0.wall())?)
    }

    /// Does the office lack anything that is here, photos that were set aside included?
    pub(crate) fn has_unsent_work(&self) -> Result<bool, EngineError> {
        let store = self.0.store.borrow();
        let (operations, _since) = outbox::unacknowledged_count(store.read())?;
        let has_photos = !upload::unsent(store.read())?.is_empty() || taken::count(store.read())? > 0;
        Ok(operations > 0 || has_photos)
    }

    /// The screens show this worker's orders from now on.
    pub(crate) fn stand_in_front(&self, (fix, source): Whereabouts) {
        {
            let mut live = self.0.live.borrow_mut();
            (live.shown, live.visibility) = (true, Visibility::Front);
            (live.fix, live.fix_source) = (fix, source);
        }
        drive::sync_now(&self.0);
    }

    /// This worker is shown after the next start too.
    pub(crate) fn remember_chosen(&self, chosen: u64) {
        let mut store = self.0.store.borrow_mut();
        // A full phone is no reason to keep a worker out: then the one before is shown after a start.
        let _kept = store.write(|store| meta::set(store, &meta::SHOWN, &chosen));
    }

    /// The screens show another worker. This one's work is handed in all the same.
    pub(crate) fn step_back(&self) -> Whereabouts {
        let mut live = self.0.live.borrow_mut();
        (live.shown, live.visibility) = (false, Visibility::Back);
        self.0.bells.wait.ring();
        (live.fix, live.fix_source)
    }

    /// Tells the screens all that they show of this worker.
    pub(crate) fn introduce(&self) {
        self.0.announce();
        self.0.emit(Event::ViewChanged { orders: Vec::new() });
        self.0.emit(Event::MapChanged);
    }

    /// What the worker has to know of `error`.
    pub(crate) async fn problem_of(&self, error: &EngineError) -> Problem {
        room::problem_of(&self.0, error).await
    }

    /// A line of the log.
    pub(crate) fn note(&self, event: &str, detail: &str) {
        self.0.log(event, detail);
    }

    /// Ends the engine and closes its database, whoever still holds it: what they ask now is asked of nobody's device.
    pub(crate) fn close(&self) -> Result<(), EngineError> {
        let nobodys = Store::open(Connection::open_in_memory()?)?;
        self.0.store.replace(nobodys);
        self.0.bells.close.ring();
        Ok(())
    }
}
