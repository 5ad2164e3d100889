//! After-commit pokes: "something changed, look again". They carry no content, so losing one costs a refetch at most.

use kuitti_shared::id::{DeviceId, OrderId, RequestId};
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "changed")]
pub enum Poke {
    /// A device's stream has news.
    Scope {
        /// Which.
        scope: Scope,
    },
    /// An order.
    Order {
        /// Which.
        order: OrderId,
    },
    /// A request.
    Request {
        /// Which.
        request: RequestId,
    },
    /// A device: its operations, its health or its state.
    Device {
        /// Which.
        device: DeviceId,
    },
    /// What waits for a person.
    Tasks,
    /// Messages: the sender should look.
    Notices,
    /// A message was written that may leave.
    Due {
        /// Not before this: who looks by then anyway has nothing to do.
        at: WallTime,
    },
    /// People, categories, zones or shifts.
    Town,
    /// Nobody knows what: something was missed, look at everything again.
    Anything,
}

/// The pokes of one transaction.
pub type PokeBatch = std::sync::Arc<[Poke]>;

/// Where pokes are sent and heard.
#[derive(Debug, Clone)]
pub struct Pokes(broadcast::Sender<PokeBatch>);

impl Default for Pokes {
    fn default() -> Self {
        Self(broadcast::Sender::new(1024))
    }
}

impl Pokes {
    /// Sends what one transaction changed. Nobody listening is fine.
    pub fn send(&self, pokes: Vec<Poke>) {
        if !pokes.is_empty() {
            // An error only says that nobody listens.
            let _ = self.0.send(pokes.into());
        }
    }

    /// Listens. A listener that lags gets an error and should look at everything again.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<PokeBatch> {
        self.0.subscribe()
    }
}
