//! Orders by place, and places in visiting order.

use std::collections::BTreeMap;

use kuitti_shared::domain::Position;
use kuitti_shared::id::OrderId;
use kuitti_shared::unit::Metres;

use super::card::Table;
use super::today::Plan;
use crate::navigation::way;
use crate::protocol::OrderCard;
use crate::route::{self, Stop};

/// Reports within so many metres are about one place.
const ONE_PLACE: Metres = Metres(25.0);
/// From where a way is planned anew once nobody reads it.
const ELSEWHERE: Metres = Metres(200.0);

/// Puts cards into visiting order and numbers their stops.
///
/// A list that is being read keeps its order: what has come since goes where it lengthens the way the least, and what is gone
/// is left out.
pub(super) fn in_visiting_order(
    mut cards: Vec<OrderCard>,
    table: &Table,
    from: Option<Position>,
    plan: Option<&Plan>,
) -> Vec<OrderCard> {
    cards.sort_by(|one, other| one.number.cmp(&other.number));
    let mut places = by_place(cards);
    let stops: Vec<Stop> = places.iter().map(|place| stop(place, table)).collect();
    let kept = plan
        .filter(|plan| plan.still_holds(from))
        .map(|plan| known(&places, plan));
    let order = match kept {
        Some(known) => route::keep_order(from, &stops, &known),
        None => route::visiting_order(from, &stops),
    };
    let mut sorted = Vec::new();
    for (number, place) in order.into_iter().enumerate() {
        let Some(place) = places.get_mut(place) else {
            continue;
        };
        place.sort_by(|one, other| {
            one.urgency
                .cmp(&other.urgency)
                .then(one.number.cmp(&other.number))
        });
        sorted.extend(place.drain(..).map(|card| OrderCard { stop: number, ..card }));
    }
    sorted
}

impl Plan {
    /// A plan made before the phone knew where it is gives way to the first position.
    fn still_holds(&self, from: Option<Position>) -> bool {
        self.from.is_some() || from.is_none()
    }

    /// Is the device far from where this was planned?
    pub(crate) fn is_from_elsewhere(&self, now: Option<Position>) -> bool {
        match (self.from, now) {
            (Some(then), Some(now)) => way(then, now).distance.0 > ELSEWHERE.0,
            (then, now) => then.is_some() != now.is_some(),
        }
    }
}

fn by_place(cards: Vec<OrderCard>) -> Vec<Vec<OrderCard>> {
    let mut places: Vec<Vec<OrderCard>> = Vec::new();
    for card in cards {
        let is_here =
            |place: &&mut Vec<OrderCard>| place.first().is_some_and(|first| is_one_place(first, &card));
        match places.iter_mut().find(is_here) {
            Some(place) => place.push(card),
            None => places.push(vec![card]),
        }
    }
    places
}

/// Two points near each other, or where one has none, the same words.
fn is_one_place(one: &OrderCard, other: &OrderCard) -> bool {
    match (one.place.position, other.place.position) {
        (Some(here), Some(there)) => way(here, there).distance.0 <= ONE_PLACE.0,
        _ => {
            let words = |card: &OrderCard| card.place.address.trim().to_lowercase();
            !words(one).is_empty() && words(one) == words(other)
        }
    }
}

fn stop(place: &[OrderCard], table: &Table) -> Stop {
    let due = place.iter().filter_map(|card| card.due_at).min();
    Stop {
        position: place.iter().find_map(|card| card.place.position),
        hours_left: due.map(|due| table.hours_until(due)),
        priority: place.iter().map(|card| card.priority).max().unwrap_or_default(),
    }
}

/// The places that were shown before, in the order in which they were.
fn known(places: &[Vec<OrderCard>], plan: &Plan) -> Vec<usize> {
    let ranks: BTreeMap<OrderId, usize> = plan.orders.iter().copied().zip(0..).collect();
    let rank = |place: &[OrderCard]| place.iter().filter_map(|card| ranks.get(&card.id)).min().copied();
    let mut known: Vec<(usize, usize)> = places
        .iter()
        .enumerate()
        .filter_map(|(index, place)| Some((rank(place)?, index)))
        .collect();
    known.sort_unstable();
    known.into_iter().map(|(_, index)| index).collect()
}
