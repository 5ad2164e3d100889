//! The orders on this phone, in the order in which a worker wants them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use kuitti_shared::domain::{
    Appointment, Assignee, OrderAggregate, OrderStatus, Position, Visit, VisitState,
};
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Kind;
use kuitti_shared::unit::WallTime;
use rusqlite::Connection;

use super::card::{Table, to_be_kept};
use super::stops::in_visiting_order;
use super::{Sight, order};
use crate::protocol::{OrderCard, Today, UndoOffer, UndoTogether};
use crate::store::decoded::Decoded;
use crate::store::view::{self, Player};
use crate::store::{Result, outbox};

/// In which order visits were shown, and from where that was worked out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    /// The orders.
    pub(crate) orders: Vec<OrderId>,
    /// Where the device was.
    pub(crate) from: Option<Position>,
    /// When somebody waits, as it was known then.
    pub(super) agreed: BTreeMap<OrderId, Appointment>,
}

impl Plan {
    /// What a list shows, for the next time that it is read.
    pub(crate) fn shown(today: &Today, before: Option<&Self>) -> Self {
        let planned_from = before.and_then(|plan| plan.from);
        // What has come since stands where somebody waits for it: only what was planned before can be overtaken.
        let mut agreed = before.map_or_else(BTreeMap::new, |plan| plan.agreed.clone());
        let is_known = |order| before.is_some_and(|plan| plan.orders.contains(order));
        for card in &today.open {
            if let Some(appointment) = card.appointment
                && !is_known(&card.id)
            {
                agreed.insert(card.id, appointment);
            }
        }
        Self {
            orders: today.open.iter().map(|card| card.id).collect(),
            from: planned_from.or(today.fix.map(|fix| fix.position)),
            agreed,
        }
    }
}

/// When somebody waits for each order on this phone.
pub(crate) fn agreed(store: &Connection, orders: &Decoded) -> Result<BTreeMap<OrderId, Appointment>> {
    let all = orders.all(store)?;
    let waits = all
        .iter()
        .filter_map(|aggregate| Some((aggregate.order.id, to_be_kept(aggregate)?)));
    Ok(waits.collect())
}

/// In which list an order stands.
enum List {
    Open,
    Pool,
    Taken,
    Finished(Option<WallTime>),
    NoLongerYours,
}

pub(crate) fn today(store: &Connection, orders: &Decoded, sight: &Sight, now: WallTime) -> Result<Today> {
    let table = Table::read(store, sight, now)?;
    let mut finished = Vec::new();
    let mut today = Today {
        fix: sight.fix,
        ..Today::default()
    };
    for aggregate in orders.all(store)? {
        let card = table.card(&aggregate);
        match list(&table, &aggregate, &card) {
            List::Open => today.open.push(card),
            List::Pool => today.pool.push(card),
            List::Taken => today.taken.push(card),
            List::Finished(ended_at) => finished.push((ended_at, card)),
            List::NoLongerYours => today.no_longer_yours.push(card),
        }
    }
    let from = sight.fix.map(|fix| fix.position);
    today.open = in_visiting_order(today.open, &table, from, sight.plan.as_ref());
    for list in [&mut today.pool, &mut today.taken, &mut today.no_longer_yours] {
        list.sort_by(by_urgency_then_distance);
    }
    finished.sort_by_key(|(ended_at, _)| std::cmp::Reverse(*ended_at));
    today.undo = undo(store, &table, now)?;
    today.finished = finished.into_iter().map(|(_, card)| card).collect();
    Ok(today)
}

/// The latest completion, with all that were made in the same moment, as long as the worker has not gone on elsewhere.
fn undo(store: &Connection, table: &Table, now: WallTime) -> Result<Option<UndoTogether>> {
    let Some(player) = Player::of(store)? else {
        return Ok(None);
    };
    let mut together = None::<UndoTogether>;
    for touched in outbox::touched_last(store)? {
        let Some(aggregate) = view::get(store, touched)? else {
            continue;
        };
        if let Some(UndoOffer {
            op,
            kind: Kind::Finish,
            until: Some(until),
        }) = order::undo(store, table, &aggregate, &player, now)?
        {
            let moves = Vec::new();
            let together = together.get_or_insert(UndoTogether { moves, until });
            together.moves.push((touched, op));
        }
    }
    Ok(together)
}

fn list(table: &Table, aggregate: &OrderAggregate, card: &OrderCard) -> List {
    let order = &aggregate.order;
    if card.no_longer_yours.is_some() {
        return List::NoLongerYours;
    }
    let own = table.own_visit(aggregate);
    if order.status.is_terminal() {
        return List::Finished(own.and_then(|visit| visit.ended_at).map(|ended| ended.at));
    }
    let is_pooled = order.workers_take && matches!(order.assignee, Some(Assignee::Crew(_)));
    if !is_pooled {
        // What its worker gave back is on nobody's way while the office decides. A colleague of the crew may still go.
        let is_left = order.status == OrderStatus::Declined && own.is_some_and(is_given_back);
        return if is_left { List::NoLongerYours } else { List::Open };
    }
    if own.is_some_and(Visit::is_active) {
        return List::Open;
    }
    let somebody = aggregate.current_visits().any(|visit| visit.is_active());
    if somebody { List::Taken } else { List::Pool }
}

const fn is_given_back(visit: &Visit) -> bool {
    matches!(
        visit.state,
        VisitState::Declined { .. } | VisitState::HandedBack { .. }
    )
}

/// Without a fix or a position the due time decides, then the number, so that a list never jumps.
fn by_urgency_then_distance(one: &OrderCard, other: &OrderCard) -> Ordering {
    let metres = |card: &OrderCard| card.way.map_or(f64::INFINITY, |way| way.distance.0);
    let due = |card: &OrderCard| card.should_begin_by().map_or(i64::MAX, |due| due.0);
    one.urgency
        .cmp(&other.urgency)
        .then(metres(one).total_cmp(&metres(other)))
        .then(due(one).cmp(&due(other)))
        .then(one.number.cmp(&other.number))
}
