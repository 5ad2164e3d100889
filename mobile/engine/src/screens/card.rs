//! One order in a list.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::domain::{Appointment, OrderAggregate, Priority, Visit, WorkOrder};
use kuitti_shared::id::{OrderId, WorkerId};
use kuitti_shared::rules::conflict;
use kuitti_shared::rules::evidence::quick_finish;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::{Millis, Version, WallTime};
use rusqlite::Connection;

use super::{Sight, receipts};
use crate::navigation::way;
use crate::protocol::{News, OrderCard, Urgency};
use crate::store::column;
use crate::store::{Result, membership, meta, seen};

/// What all cards of a list have in common, read once.
pub(super) struct Table {
    pub(super) worker: Option<WorkerId>,
    fix: Option<kuitti_shared::domain::Fix>,
    /// Now, as the town's clock shows it: due times are the town's.
    town_time: WallTime,
    on_this_phone: BTreeMap<OrderId, (u64, WallTime)>,
    to_read: BTreeMap<OrderId, BTreeSet<String>>,
    tray: BTreeMap<OrderId, GoneReason>,
    seen: BTreeMap<OrderId, Version>,
}

impl Table {
    pub(super) fn read(store: &Connection, sight: &Sight, now: WallTime) -> Result<Self> {
        let clock_error = meta::get(store, &meta::CLOCK_ERROR)?.unwrap_or(Millis(0));
        Ok(Self {
            worker: meta::get(store, &meta::TOWN)?.map(|town| town.worker.id),
            fix: sight.fix,
            town_time: now - clock_error,
            on_this_phone: on_this_phone(store)?,
            to_read: receipts::to_read(store)?,
            tray: membership::tray(store)?,
            seen: seen::all(store)?,
        })
    }

    pub(super) fn card(&self, aggregate: &OrderAggregate) -> OrderCard {
        let order = &aggregate.order;
        let (pending, since) = self
            .on_this_phone
            .get(&order.id)
            .map_or((0, None), |(count, since)| (*count, Some(*since)));
        let appointment = to_be_kept(aggregate);
        let ends = self.fix.map(|fix| fix.position).zip(order.place.position);
        OrderCard {
            id: order.id,
            number: order.number.clone(),
            title: order.title.clone(),
            category: order.category.clone(),
            category_name: order.category_name.clone(),
            priority: order.priority,
            place: order.place.clone(),
            due_at: order.due_at,
            appointment,
            urgency: urgency(order, appointment, self.town_time),
            status: order.status,
            status_class: order.status_class,
            own_visit: self.own_visit(aggregate).map(|visit| visit.state.clone()),
            stop: 0,
            quick_finish: quick_finish(aggregate),
            news: self.news(aggregate),
            way: ends.map(|(here, there)| way(here, there)),
            pending,
            on_this_phone_since: since,
            needs_attention: self.needs_attention(aggregate),
            no_longer_yours: self.tray.get(&order.id).copied(),
        }
    }

    /// Does a conflict wait, or has some receipt of this phone still something to say?
    fn needs_attention(&self, aggregate: &OrderAggregate) -> bool {
        let mut codes = self.to_read.get(&aggregate.order.id).into_iter().flatten();
        conflict::waiting(aggregate).next().is_some() || codes.any(|code| conflict::is_news(aggregate, code))
    }

    /// What the office has changed since the worker looked; what workers brought back says itself where it stands.
    fn news(&self, aggregate: &OrderAggregate) -> Option<News> {
        let order = &aggregate.order;
        let Some(seen) = self.seen.get(&order.id) else {
            // What was finished on another device, or before this one noted it, is not new either.
            let own = self.own_visit(aggregate);
            let is_known = own.is_some_and(|visit| visit.ended_at.is_some());
            return (!is_known).then_some(News::New);
        };
        let changed = order.field_versions.0.values().any(|version| version > seen);
        changed.then_some(News::Changed)
    }

    /// Hours until a moment of the town's clock.
    pub(super) fn hours_until(&self, moment: WallTime) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "hours of a due time are far below 2^53 ms"
        )]
        let hours = (moment - self.town_time).0 as f64 / 3_600_000.0;
        hours
    }

    /// The worker's latest visit in the current closure.
    pub(super) fn own_visit<'a>(&self, aggregate: &'a OrderAggregate) -> Option<&'a Visit> {
        let visits: Vec<&Visit> = aggregate.current_visits().collect();
        visits
            .into_iter()
            .rfind(|visit| Some(visit.worker) == self.worker)
    }
}

/// What was agreed, until somebody has begun: then it was kept, and the due time counts again.
pub(super) fn to_be_kept(aggregate: &OrderAggregate) -> Option<Appointment> {
    let has_begun = aggregate.current_visits().any(|visit| visit.on_site_at.is_some());
    aggregate.order.appointment.filter(|_| !has_begun)
}

/// So long before an appointment a worker has to think of it.
const TO_GET_THERE: Millis = Millis::from_seconds(30 * 60);

fn urgency(order: &WorkOrder, appointment: Option<Appointment>, town_time: WallTime) -> Urgency {
    let is_past = |time: Option<WallTime>| time.is_some_and(|time| time <= town_time);
    let (begins, ends) = match appointment {
        Some(agreed) => (Some(agreed.from - TO_GET_THERE), Some(agreed.until)),
        None => (order.warn_at, order.due_at),
    };
    if is_past(ends) {
        Urgency::Overdue
    } else if order.priority == Priority::Urgent {
        Urgency::Urgent
    } else if is_past(begins) {
        Urgency::DueSoon
    } else {
        Urgency::Planned
    }
}

/// How many operations and photos of each order are only on this phone, and since when.
fn on_this_phone(store: &Connection) -> Result<BTreeMap<OrderId, (u64, WallTime)>> {
    let mut query = store.prepare_cached(
        "SELECT order_id, count(*), min(made_at) FROM (
             SELECT order_id, made_at FROM pending_op WHERE outcome IS NULL AND order_id IS NOT NULL
             UNION ALL
             SELECT order_id, made_at FROM upload WHERE state = 'queued' AND order_id IS NOT NULL
         ) GROUP BY order_id",
    )?;
    let rows = query.query_map([], |row| {
        Ok((column::get(row, 0)?, (column::get(row, 1)?, column::get(row, 2)?)))
    })?;
    rows.collect()
}
