//! The order of visits: the shortest open way from where the worker is through every place, with late and urgent work
//! drawn forward and appointments kept. Pure and deterministic: the same places give the same way on every phone.
//!
//! What is minimised is the time until each stop, as a sum of costs:
//!
//! | cost | of |
//! |---|---|
//! | metres | each leg |
//! | lateness | metres walked after a stop was due, as if time were distance ([`METRES_PER_HOUR`]) |
//! | haste | metres before an urgent stop |
//! | waiting | time at a door that nobody opens yet, as if it were distance |
//! | a missed appointment | time since nobody is there any more, likewise, and worth a longer way than lateness ([`MISSED`]) |
//!
//! All of them are soft: an overdue order at the other end of town waits for two that lie on the way, and not for twenty.

mod flat;
mod improve;
mod insert;
mod recreate;

use std::cell::Cell;
use std::collections::BTreeSet;

use kuitti_shared::domain::{Position, Priority};

/// How far a crew gets in an hour, with its work at each stop: what an hour's delay may cost in detours.
const METRES_PER_HOUR: f64 = 12_000.0;
/// The time that work takes at a stop, as metres.
const WORK_AT_STOP: f64 = METRES_PER_HOUR / 4.0;
/// What a metre before an urgent stop costs, beside itself.
const URGENT: f64 = 1.5;
/// What a metre of lateness costs.
const LATE: f64 = 0.5;
/// What a metre after the end of an appointment costs: somebody has waited in vain.
const MISSED: f64 = 4.0;
/// What rounding alone could seem to gain.
const NOTHING: f64 = 1e-6;
/// What may be tried on the way to a better order: some ten milliseconds.
const MOST_STEPS: u32 = 2_000_000;

/// A place to visit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// Where. A stop without a position comes after all that have one, unless somebody waits there: then its hour says when.
    pub position: Option<Position>,
    /// Hours from now until it is due; negative when it is overdue.
    pub hours_left: Option<f64>,
    /// When somebody is there, if that was agreed; it counts instead of the due time.
    pub open: Option<Opening>,
    /// How much it matters.
    pub priority: Priority,
}

/// When a stop can begin, in hours from now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opening {
    /// Nobody is there before.
    pub from: f64,
    /// Nobody is there any more.
    pub until: f64,
}

impl Stop {
    /// Is anything known that tells when it is its turn?
    fn is_on_the_way(&self) -> bool {
        self.position.is_some() || self.open.is_some()
    }

    /// Hours until it should have begun.
    fn deadline(&self) -> Option<f64> {
        self.open.map(|open| open.until).or(self.hours_left)
    }
}

/// Puts `stops` into visiting order and answers their places in the slice. Without `from` the way begins at the most
/// pressing stop.
#[must_use]
pub fn visiting_order(from: Option<Position>, stops: &[Stop]) -> Vec<usize> {
    let (placed, unplaced): (Vec<usize>, Vec<usize>) =
        (0..stops.len()).partition(|place| stops.get(*place).is_some_and(Stop::is_on_the_way));
    let ground = Ground::new(from, stops, placed);
    let mut way = insert::nearest_insertion(&ground);
    improve::improve(&ground, &mut way);
    if ground.has_appointments() {
        recreate::recreate(&ground, &mut way);
    }
    let mut order: Vec<usize> = way.into_iter().filter_map(|node| ground.place(node)).collect();
    order.extend(by_pressure(stops, unplaced));
    order
}

/// Puts `stops` into an order in which those that are `known` stay as they are: each other one goes where it lengthens the
/// way the least, or where somebody waits, when they do.
#[must_use]
pub fn keep_order(from: Option<Position>, stops: &[Stop], known: &[usize]) -> Vec<usize> {
    let mut way: Vec<usize> = known.to_vec();
    let known: BTreeSet<usize> = known.iter().copied().collect();
    let new: Vec<usize> = (0..stops.len()).filter(|place| !known.contains(place)).collect();
    if new.is_empty() {
        return way;
    }
    let ground = Ground::new(from, stops, (0..stops.len()).collect());
    for place in new {
        let nodes: Vec<Node> = way.iter().map(|place| place + 1).collect();
        let node = place + 1;
        let at = match stops.get(place) {
            Some(stop) if stop.open.is_some() && !ground.is_enough() => {
                insert::best_place(&ground, &nodes, node)
            }
            Some(stop) if stop.position.is_some() => insert::cheapest_place(&ground, &nodes, node),
            _ => way.len(),
        };
        way.insert(at, place);
    }
    way
}

fn by_pressure(stops: &[Stop], mut places: Vec<usize>) -> Vec<usize> {
    places.sort_by(|one, other| {
        let pressure = |place: &usize| stops.get(*place).map_or(0.0, pressure);
        pressure(other).total_cmp(&pressure(one)).then(one.cmp(other))
    });
    places
}

/// How much a stop wants to be the first.
fn pressure(stop: &Stop) -> f64 {
    let late = stop.deadline().map_or(-1_000.0, |hours| -hours);
    match stop.priority {
        Priority::Urgent => late + 10_000.0,
        Priority::Normal => late,
        Priority::Low => late - 100.0,
    }
}

/// A node of the way: 0 is the start, the others are the placed stops.
type Node = usize;

/// Distances and wishes, worked out once.
struct Ground {
    /// Metres from node to node, row by row.
    metres: Vec<f64>,
    nodes: usize,
    /// What each stop asks for; nothing at the start.
    wishes: Vec<Wish>,
    /// The place of each node in the caller's slice; none for the start.
    places: Vec<Option<usize>>,
    /// Steps that were gone in thought.
    steps: Cell<u32>,
}

impl Ground {
    fn new(from: Option<Position>, stops: &[Stop], placed: Vec<usize>) -> Self {
        let start = from.or_else(|| most_pressing(stops, &placed));
        let of = |place: &usize| stops.get(*place).copied();
        let stops: Vec<Stop> = placed.iter().filter_map(of).collect();
        let positions: Vec<Option<Position>> = std::iter::once(start)
            .chain(stops.iter().map(|stop| stop.position))
            .collect();
        Self {
            metres: flat::distances(&positions),
            nodes: positions.len(),
            wishes: std::iter::once(Wish::default())
                .chain(stops.iter().map(Wish::of))
                .collect(),
            places: std::iter::once(None)
                .chain(placed.into_iter().map(Some))
                .collect(),
            steps: Cell::new(0),
        }
    }

    fn metres(&self, from: Node, to: Node) -> f64 {
        self.metres.get(from * self.nodes + to).copied().unwrap_or(0.0)
    }

    fn wish(&self, node: Node) -> Wish {
        self.wishes.get(node).copied().unwrap_or_default()
    }

    fn place(&self, node: Node) -> Option<usize> {
        self.places.get(node).copied().flatten()
    }

    fn has_appointments(&self) -> bool {
        self.wishes.iter().any(|wish| wish.is_agreed)
    }

    /// The cost of a whole way, which begins at the start.
    fn cost<'a>(&self, way: impl IntoIterator<Item = &'a Node>) -> f64 {
        way.into_iter()
            .fold(Progress::default(), |progress, node| self.step(progress, *node))
            .cost
    }

    /// The cost of going on along `way` after some progress, if it is below `limit`.
    fn cost_below<'a>(
        &self,
        way: impl Iterator<Item = &'a Node>,
        mut progress: Progress,
        limit: f64,
    ) -> Option<f64> {
        for node in way {
            progress = self.step(progress, *node);
            if progress.cost >= limit {
                return None;
            }
        }
        Some(progress.cost)
    }

    /// Has enough been tried? Counted and not timed: the same on every phone.
    fn is_enough(&self) -> bool {
        self.steps.get() > MOST_STEPS
    }

    /// Goes on to a stop.
    fn step(&self, progress: Progress, node: Node) -> Progress {
        self.steps.set(self.steps.get() + 1);
        let metres = self.metres(progress.at, node);
        let wish = self.wish(node);
        let arrives = progress.walked + metres;
        let waits = (wish.opens - arrives).max(0.0);
        let begins = arrives + waits;
        let late = (begins - wish.deadline).max(0.0);
        Progress {
            at: node,
            walked: begins + WORK_AT_STOP,
            metres: progress.metres + metres,
            waited: progress.waited + waits,
            cost: progress.cost + metres + waits + late * wish.lateness + begins * wish.haste,
        }
    }
}

/// When a stop wants to begin, with hours as metres, and what else costs.
#[derive(Debug, Clone, Copy)]
struct Wish {
    /// Before it, somebody waits there.
    opens: f64,
    /// After it, it is late; infinite where nothing is due.
    deadline: f64,
    /// Is somebody there at that time?
    is_agreed: bool,
    /// What a metre of lateness costs.
    lateness: f64,
    /// What a metre before it costs, beside itself.
    haste: f64,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            opens: 0.0,
            deadline: f64::INFINITY,
            is_agreed: false,
            lateness: 0.0,
            haste: 0.0,
        }
    }
}

impl Wish {
    fn of(stop: &Stop) -> Self {
        let metres = |hours: f64| (hours * METRES_PER_HOUR).max(0.0);
        Self {
            opens: stop.open.map_or(0.0, |open| metres(open.from)),
            deadline: stop.deadline().map_or(f64::INFINITY, metres),
            is_agreed: stop.open.is_some(),
            lateness: if stop.open.is_some() { MISSED } else { LATE },
            haste: match stop.priority {
                Priority::Urgent => URGENT,
                Priority::Normal | Priority::Low => 0.0,
            },
        }
    }
}

/// How far the worker has come.
#[derive(Debug, Clone, Copy, Default)]
struct Progress {
    at: Node,
    /// Metres and the time at stops, as metres.
    walked: f64,
    /// Metres alone.
    metres: f64,
    /// Time at closed doors, as metres.
    waited: f64,
    cost: f64,
}

impl Progress {
    /// What was not metres.
    fn pressing(self) -> f64 {
        self.cost - self.metres
    }
}

fn most_pressing(stops: &[Stop], placed: &[usize]) -> Option<Position> {
    let mut pressing = by_pressure(stops, placed.to_vec()).into_iter();
    pressing.find_map(|place| stops.get(place)?.position)
}

#[cfg(test)]
mod tests;
