//! The orders on this phone, in the order in which a worker wants them.

use std::cmp::Ordering;

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::unit::WallTime;
use rusqlite::Connection;

use super::Sight;
use super::card::Table;
use crate::protocol::{OrderCard, Today};
use crate::store::{Result, view};

pub(crate) fn today(store: &Connection, sight: &Sight, now: WallTime) -> Result<Today> {
    let table = Table::read(store, sight, now)?;
    let mut finished = Vec::new();
    let mut today = Today {
        fix: sight.fix,
        ..Today::default()
    };
    for aggregate in view::all(store)? {
        let card = table.card(&aggregate);
        if card.no_longer_yours.is_some() {
            today.no_longer_yours.push(card);
        } else if aggregate.order.status.is_terminal() {
            finished.push((ended_at(&table, &aggregate), card));
        } else {
            today.open.push(card);
        }
    }
    today.open.sort_by(by_urgency_then_distance);
    today.no_longer_yours.sort_by(by_urgency_then_distance);
    finished.sort_by_key(|(ended_at, _)| std::cmp::Reverse(*ended_at));
    today.finished = finished.into_iter().map(|(_, card)| card).collect();
    Ok(today)
}

fn ended_at(table: &Table, aggregate: &OrderAggregate) -> Option<WallTime> {
    let own = table.own_visit(aggregate)?;
    own.ended_at.map(|ended| ended.at)
}

/// Without a fix or a position the due time decides, then the number, so that a list never jumps.
fn by_urgency_then_distance(one: &OrderCard, other: &OrderCard) -> Ordering {
    let metres = |card: &OrderCard| card.way.map_or(f64::INFINITY, |way| way.distance.0);
    let due = |card: &OrderCard| card.due_at.map_or(i64::MAX, |due| due.0);
    one.urgency
        .cmp(&other.urgency)
        .then(metres(one).total_cmp(&metres(other)))
        .then(due(one).cmp(&due(other)))
        .then(one.number.cmp(&other.number))
}
