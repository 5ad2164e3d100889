//! Orders by place, and places in visiting order.

use std::collections::BTreeMap;

use kuitti_shared::domain::{Appointment, Position};
use kuitti_shared::id::OrderId;
use kuitti_shared::unit::Metres;

use super::card::Table;
use super::today::Plan;
use crate::navigation::way;
use crate::protocol::OrderCard;
use crate::route::{self, Opening, Stop};

/// Reports within so many metres are about one place.
const ONE_PLACE: Metres = Metres(25.0);
/// Degrees of latitude that are more than [`ONE_PLACE`].
const NEARLY_ONE_PLACE: f64 = 0.000_3;
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
    let stops: Vec<Stop> = places.iter().map(|place| stop(&place.cards, table)).collect();
    let kept = plan
        .filter(|plan| plan.still_holds(from))
        .map(|plan| known(&places, plan));
    let order = match kept {
        Some(known) => route::keep_order(from, &stops, &known),
        None => route::visiting_order(from, &stops),
    };
    let mut sorted = Vec::new();
    for (number, place) in order.into_iter().enumerate() {
        let Some(Site { cards, .. }) = places.get_mut(place) else {
            continue;
        };
        cards.sort_by(|one, other| {
            one.urgency
                .cmp(&other.urgency)
                .then(one.number.cmp(&other.number))
        });
        sorted.extend(cards.drain(..).map(|card| OrderCard { stop: number, ..card }));
    }
    sorted
}

impl Plan {
    /// A plan made before the phone knew where it is gives way to the first position.
    fn still_holds(&self, from: Option<Position>) -> bool {
        self.from.is_some() || from.is_none()
    }

    /// Would another way be planned now? The device is far from where this one was planned, or somebody waits at another time.
    pub(crate) fn is_outdated(&self, now: Option<Position>, agreed: &BTreeMap<OrderId, Appointment>) -> bool {
        let is_overtaken = |order: &OrderId| self.agreed.get(order) != agreed.get(order);
        self.is_from_elsewhere(now) || self.orders.iter().any(is_overtaken)
    }

    fn is_from_elsewhere(&self, now: Option<Position>) -> bool {
        match (self.from, now) {
            (Some(then), Some(now)) => way(then, now).distance.0 > ELSEWHERE.0,
            (then, now) => then.is_some() != now.is_some(),
        }
    }
}

/// Orders at one place, and what tells the place from others.
struct Site {
    position: Option<Position>,
    words: String,
    cards: Vec<OrderCard>,
}

fn by_place(cards: Vec<OrderCard>) -> Vec<Site> {
    let mut places: Vec<Site> = Vec::new();
    for card in cards {
        let position = card.place.position;
        let words = card.place.address.trim().to_lowercase();
        match places.iter_mut().find(|place| place.is_at(position, &words)) {
            Some(place) => place.cards.push(card),
            None => places.push(Site {
                position,
                words,
                cards: vec![card],
            }),
        }
    }
    places
}

impl Site {
    /// Two points near each other, or where one has none, the same words.
    fn is_at(&self, position: Option<Position>, words: &str) -> bool {
        match (self.position, position) {
            (Some(here), Some(there)) => is_near(here, there),
            _ => !words.is_empty() && self.words == words,
        }
    }
}

/// Most pairs of a town are far apart, and that is said without a sine.
fn is_near(here: Position, there: Position) -> bool {
    let north = (here.latitude() - there.latitude()).abs();
    north < NEARLY_ONE_PLACE && way(here, there).distance.0 <= ONE_PLACE.0
}

fn stop(place: &[OrderCard], table: &Table) -> Stop {
    let due = place.iter().filter_map(OrderCard::should_begin_by).min();
    Stop {
        position: place.iter().find_map(|card| card.place.position),
        hours_left: due.map(|due| table.hours_until(due)),
        open: opening(place, table),
        priority: place.iter().map(|card| card.priority).max().unwrap_or_default(),
    }
}

/// When the place opens: only where every order waits for an appointment that can still be kept. One that does not wait brings
/// the worker there at once.
fn opening(place: &[OrderCard], table: &Table) -> Option<Opening> {
    let hours = |card: &OrderCard| {
        let agreed = card.appointment?;
        let opening = Opening {
            from: table.hours_until(agreed.from),
            until: table.hours_until(agreed.until),
        };
        (opening.until > 0.0).then_some(opening)
    };
    let openings: Option<Vec<Opening>> = place.iter().map(hours).collect();
    openings?
        .into_iter()
        .min_by(|one, other| one.until.total_cmp(&other.until))
}

/// The places that were shown before, in the order in which they were.
fn known(places: &[Site], plan: &Plan) -> Vec<usize> {
    let ranks: BTreeMap<OrderId, usize> = plan.orders.iter().copied().zip(0..).collect();
    let rank = |place: &[OrderCard]| place.iter().filter_map(|card| ranks.get(&card.id)).min().copied();
    let mut known: Vec<(usize, usize)> = places
        .iter()
        .enumerate()
        .filter_map(|(index, place)| Some((rank(&place.cards)?, index)))
        .collect();
    known.sort_unstable();
    known.into_iter().map(|(_, index)| index).collect()
}
