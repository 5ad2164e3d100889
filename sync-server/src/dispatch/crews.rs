//! The town as routing sees it: districts, crews, who is on shift now, and how much each crew has to do.

use kuitti_shared::domain::{Assignee, Category, Crew, Shift, Zone};
use kuitti_shared::id::CrewId;
use kuitti_shared::rules::routing::{RoutingReason, Town, choose};
use kuitti_shared::unit::{Millis, WallTime};

use crate::error::Result;
use crate::orders::NewOrder;
use crate::storage::ReadTx;

/// The crews at one moment. Each choice counts towards the load that the next one sees, so that fifty orders made at once are
/// spread as if they had been made one after another.
pub(super) struct Crews {
    zones: Vec<Zone>,
    crews: Vec<Crew>,
    shifts: Vec<Shift>,
    load: Vec<(CrewId, u32)>,
    now: WallTime,
}

impl Crews {
    pub(super) async fn at(tx: &mut dyn ReadTx, now: WallTime) -> Result<Self> {
        Ok(Self {
            zones: tx.zones().await?,
            crews: tx.crews().await?,
            shifts: tx.shifts(now, now + Millis(1)).await?,
            load: tx.open_load().await?,
            now,
        })
    }

    /// Whose work a new order is, and why.
    pub(super) fn route(&mut self, category: &Category, new: &NewOrder) -> (Option<Assignee>, RoutingReason) {
        let town = Town {
            zones: &self.zones,
            crews: &self.crews,
            shifts: &self.shifts,
            load: &self.load,
        };
        let choice = choose(category, new.place.position, town, self.now);
        if let Some(crew) = choice.crew {
            self.count(crew);
        }
        (choice.crew.map(Assignee::Crew), choice.reason)
    }

    fn count(&mut self, crew: CrewId) {
        match self.load.iter_mut().find(|(id, _)| *id == crew) {
            Some((_, orders)) => *orders += 1,
            None => self.load.push((crew, 1)),
        }
    }
}
