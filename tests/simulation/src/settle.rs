//! The end of a town: faults stop, everybody comes back, and everything that was promised must be there.

use std::collections::BTreeSet;
use std::rc::Rc;

use kuitti_engine::protocol::{Reply, Request, Standing};
use kuitti_shared::id::OpId;
use kuitti_shared::unit::Millis;

use crate::network::Weather;
use crate::oracle::{self, Violation};
use crate::phone::Phone;
use crate::shelf::Shelf;
use crate::town::Town;

/// In so many rounds everything is handed in once nothing goes wrong any more.
const ROUNDS: u32 = 3;

impl Town {
    /// Mends everything and checks every promise.
    ///
    /// # Errors
    /// The first promise that was broken.
    pub async fn settle(&self) -> Result<(), Violation> {
        self.world.trace.next_event();
        self.world.trace.say("town", "nothing goes wrong any more");
        while self.world.network.has_late_parcels() {
            self.world.network.deliver_late().await;
        }
        self.world.network.set_weather(Weather::Fair);
        self.server.provider.become_reliable();
        for phone in &self.phones {
            phone.handset.set_network(true);
        }
        oracle::now_and_then(self).await?;
        for _ in 0..ROUNDS {
            self.everybody_syncs().await;
        }
        oracle::liveness::check(self)?;
        self.send_everything().await;
        // What the last ones handed in reaches the others.
        self.everybody_syncs().await;
        oracle::at_the_end(self).await
    }

    async fn everybody_syncs(&self) {
        self.world.time.pass(Millis::from_seconds(3_600));
        for phone in &self.phones {
            if !self.is_welcome(phone).await {
                self.enrol(phone).await;
            }
            let _begun = phone.ask(Request::SyncNow, Vec::new()).await;
            let done = phone.sync().await;
            let how = if done { "everything is in" } else { "another time" };
            self.world.trace.say(&phone.name, how);
        }
    }

    /// A device that a restored server does not know has to be enrolled again, and one that was locked.
    pub(crate) async fn is_welcome(&self, phone: &Rc<Phone>) -> bool {
        match phone.ask(Request::Status, Vec::new()).await {
            Some(Reply::Status(status)) => status.enrolment.is_some() && status.standing == Standing::Active,
            _ => false,
        }
    }

    async fn send_everything(&self) {
        for _ in 0..3 {
            self.server.send_notices().await;
            self.ledger.look(&self.server).await;
            self.world.time.pass(Millis::from_seconds(2 * 3_600));
        }
    }

    /// The operations that a phone still has.
    pub(crate) fn ops_on(&self, phone: &Phone) -> BTreeSet<OpId> {
        Shelf::of(&phone.directory()).operations()
    }

    /// Of all operations that were ever saved, those that the server has.
    pub(crate) async fn ops_at_server(&self) -> BTreeSet<OpId> {
        let mut tx = self.server.look().await;
        let mut there = BTreeSet::new();
        for op in self.world.model.expected().into_keys() {
            if tx.operation(op).await.unwrap().is_some() {
                there.insert(op);
            }
        }
        there
    }
}
