//! Who sends, and whether an order was ever this worker's to say something about.

use kuitti_shared::clock::{Occurred, Possible, Stamp, occurred};
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::DeviceId;
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::WallTime;

use crate::auth::Device;
use crate::error::Result;
use crate::storage::{DeviceRecord, PushedAt, ReadTx};

/// A device with its worker, as the rules see them. All of it comes from the token, none from the request.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sender {
    pub(super) device: DeviceId,
    pub(super) hand: Hand,
    pub(super) enrolled_at: WallTime,
}

impl From<&Device> for Sender {
    fn from(device: &Device) -> Self {
        Self {
            device: device.record.id,
            hand: device.hand(),
            enrolled_at: device.record.enrolled_at,
        }
    }
}

impl Sender {
    /// The sender of an operation that arrived earlier, in the crew of today.
    pub(super) async fn of_stored(tx: &mut dyn ReadTx, device: &DeviceRecord) -> Result<Self> {
        let worker = tx.worker(device.worker).await?;
        Ok(Self {
            device: device.id,
            hand: Hand {
                worker: device.worker,
                crew: worker.and_then(|record| record.worker.crew),
            },
            enrolled_at: device.enrolled_at,
        })
    }

    /// The scopes that this worker has now.
    pub(super) fn scopes(&self) -> Vec<Scope> {
        let own = Scope::Worker(self.hand.worker);
        [Some(own), self.hand.crew.map(Scope::Crew)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// When something happened on this device (SYNC.md rule 8).
    pub(super) fn occurred(&self, at: Stamp, pushed: PushedAt) -> Occurred {
        let possible = Possible {
            from: self.enrolled_at,
            until: pushed.received,
        };
        occurred(at, pushed.clock, possible)
    }

    /// Was this order ever among the worker's? Feeds remember for 30 days who had an order, former crews included; a
    /// visit remembers for ever.
    pub(super) async fn knows(&self, tx: &mut dyn ReadTx, aggregate: &OrderAggregate) -> Result<bool> {
        let worker = self.hand.worker;
        if self.hand.is_among(aggregate.order.assignee)
            || aggregate.visits.iter().any(|visit| visit.worker == worker)
        {
            return Ok(true);
        }
        let former = tx.crews_ever_of(worker).await?.into_iter().map(Scope::Crew);
        for scope in former.chain([Scope::Worker(worker)]) {
            if tx.feed_of(scope, aggregate.order.id).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
