//! Who is told, and where they are reached.

use std::collections::BTreeSet;

use kuitti_shared::api::colleagues::Watched;
use kuitti_shared::domain::{Assignee, Language, NoticeChannel, NoticeState, OrderAggregate};
use kuitti_shared::id::{NoticeId, StaffId, WorkerId};
use kuitti_shared::rules::permission::{Task, may};
use kuitti_shared::rules::routing::zone_of;
use kuitti_shared::rules::staff_news::{Person, StaffTopic, key};
use kuitti_shared::unit::WallTime;

use crate::act::{Act, Actor};
use crate::error::Result;
use crate::storage::{ReadTx, StaffNoticeRecord};

/// Somebody who can be told something.
pub(super) struct Colleague {
    person: Person,
    language: Language,
    channel: NoticeChannel,
    recipient: String,
}

/// Somebody of the office who works here, may see orders, and said where to be reached.
pub(super) async fn of_staff(tx: &mut dyn ReadTx, id: StaffId) -> Result<Option<Colleague>> {
    let person = Person::Staff(id);
    let Some(staff) = tx.staff(id).await?.filter(|staff| staff.active) else {
        return Ok(None);
    };
    if !may(staff.role, Task::ReadWork) {
        return Ok(None);
    }
    let reach = tx.reach_of(person).await?.unwrap_or_default();
    Ok(reach.way().map(|(channel, recipient)| Colleague {
        person,
        language: staff.language,
        channel,
        recipient: recipient.to_owned(),
    }))
}

/// A worker, by text message where there is a number.
pub(super) async fn of_worker(tx: &mut dyn ReadTx, id: WorkerId) -> Result<Option<Colleague>> {
    let person = Person::Worker(id);
    let Some(known) = tx.worker(id).await?.filter(|known| known.active) else {
        return Ok(None);
    };
    let reach = tx.reach_of(person).await?.unwrap_or_default();
    Ok(reach.way().map(|(channel, recipient)| Colleague {
        person,
        language: known.worker.language,
        channel,
        recipient: recipient.to_owned(),
    }))
}

/// The workers whose work an order is.
pub(super) async fn assigned(tx: &mut dyn ReadTx, assignee: Option<Assignee>) -> Result<Vec<Colleague>> {
    let ids = match assignee {
        None => Vec::new(),
        Some(Assignee::Worker(worker)) => vec![worker],
        Some(Assignee::Crew(crew)) => {
            let workers = tx.workers().await?.into_iter();
            let members = workers.filter(|known| known.active && known.worker.crew == Some(crew));
            members.map(|known| known.worker.id).collect()
        }
    };
    let mut found = Vec::new();
    for id in ids {
        found.extend(of_worker(tx, id).await?);
    }
    Ok(found)
}

/// Everybody's watches, read once for many orders.
pub(super) struct Watchers {
    watches: Vec<(StaffId, Watched)>,
    zones: Vec<kuitti_shared::domain::Zone>,
}

impl Watchers {
    pub(super) async fn load(tx: &mut dyn ReadTx) -> Result<Self> {
        let watches = tx.watches().await?;
        let by_zone = watches
            .iter()
            .any(|(_, watched)| matches!(watched, Watched::Zone(_)));
        let zones = if by_zone { tx.zones().await? } else { Vec::new() };
        Ok(Self { watches, zones })
    }

    /// Who watches this order, whichever way.
    pub(super) fn of(&self, order: &OrderAggregate) -> BTreeSet<StaffId> {
        let order = &order.order;
        let zone = order
            .place
            .position
            .and_then(|position| zone_of(position, &self.zones));
        let is_meant = |watched: &Watched| match watched {
            Watched::Order(id) => *id == order.id,
            Watched::Category(code) => *code == order.category,
            Watched::Zone(code) => zone.is_some_and(|zone| zone.code == *code),
        };
        let meant = self.watches.iter().filter(|(_, watched)| is_meant(watched));
        meant.map(|(staff, _)| *staff).collect()
    }
}

/// Nobody is told what they did themselves.
pub(super) fn did_it(person: &Colleague, act: &Act) -> bool {
    match act.actor {
        Actor::Staff { id, .. } => person.person == Person::Staff(id),
        Actor::Worker { worker, .. } => person.person == Person::Worker(worker),
        Actor::Server | Actor::Citizen => false,
    }
}

/// Something to be said to somebody.
pub(super) struct Said<'a> {
    pub(super) topic: StaffTopic,
    pub(super) order: &'a OrderAggregate,
    /// Tells one occasion from the next.
    pub(super) occasion: String,
    pub(super) moment: Option<WallTime>,
    pub(super) due_at: WallTime,
}

impl Said<'_> {
    pub(super) fn to(&self, colleague: &Colleague, act: &Act) -> StaffNoticeRecord {
        let order = &self.order.order;
        StaffNoticeRecord {
            id: NoticeId(act.new_id()),
            key: key(self.topic, order.id, &self.occasion, colleague.person),
            topic: self.topic,
            order: order.id,
            moment: self.moment,
            assignee: order.assignee,
            person: colleague.person,
            channel: colleague.channel,
            recipient: colleague.recipient.clone(),
            language: colleague.language,
            state: NoticeState::Waiting { reason: None },
            due_at: Some(self.due_at),
            leased_until: None,
            attempts: 0,
            reference: None,
            created_at: act.now,
            updated_at: act.now,
        }
    }
}
