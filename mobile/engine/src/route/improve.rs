//! Makes a way better until nothing helps: a stretch turned round (2-opt), or up to three stops moved elsewhere (Or-opt).
//!
//! Most changes are dismissed without walking them. What comes before a change stays as it is; what comes after cannot get
//! cheaper than it was when the worker comes later, because lateness and haste only grow with the time before: except by the
//! waiting at closed doors, of which less is left.

use super::{Ground, NOTHING, Node, Progress};

/// More rounds than a day's work needs; a bound, so that a phone never hangs.
const ROUNDS: usize = 8;
/// How many stops are turned round only to bring something pressing forward.
const LONGEST_TURN: usize = 24;
/// How many stops are moved together.
const LONGEST_MOVE: usize = 3;

pub(super) fn improve(ground: &Ground, way: &mut Vec<Node>) {
    for _ in 0..ROUNDS {
        let turned = turn_stretches(ground, way);
        let moved = move_stops(ground, way);
        if !turned && !moved {
            return;
        }
    }
}

/// The progress before each place of a way, and after its end.
fn progress(ground: &Ground, way: &[Node]) -> Vec<Progress> {
    let mut all = Vec::with_capacity(way.len() + 1);
    let mut now = Progress::default();
    for node in way {
        all.push(now);
        now = ground.step(now, *node);
    }
    all.push(now);
    all
}

fn turn_stretches(ground: &Ground, way: &mut [Node]) -> bool {
    let mut helped = false;
    let mut before = progress(ground, way);
    for from in 0..way.len() {
        if ground.is_enough() {
            break;
        }
        for until in from + 2..=way.len() {
            if is_better_turned(ground, way, &before, from, until) == Some(true) {
                if let Some(stretch) = way.get_mut(from..until) {
                    stretch.reverse();
                }
                helped = true;
                before = progress(ground, way);
            }
        }
    }
    helped
}

fn is_better_turned(
    ground: &Ground,
    way: &[Node],
    before: &[Progress],
    from: usize,
    until: usize,
) -> Option<bool> {
    let (start, end) = (before.get(from)?, before.get(until)?);
    let (stretch, tail) = (way.get(from..until)?, way.get(until..)?);
    let (first, last) = (*stretch.first()?, *stretch.last()?);
    let to_tail = |node: Node| tail.first().map_or(0.0, |next| ground.metres(node, *next));
    let longer =
        ground.metres(start.at, last) + to_tail(first) - ground.metres(start.at, first) - to_tail(last);
    let whole = before.last()?;
    // Who waits less on the stretch comes sooner to all that follows; otherwise only its waiting can shrink.
    let spared = if end.waited > start.waited {
        whole.pressing() - start.pressing()
    } else {
        end.pressing() - start.pressing() + whole.waited - end.waited
    };
    let is_long = stretch.len() > LONGEST_TURN && longer >= 0.0;
    if is_long || longer >= spared.max(0.0) {
        return Some(false);
    }
    let turned = stretch.iter().rev().chain(tail);
    let limit = whole.cost - NOTHING;
    Some(ground.cost_below(turned, *start, limit).is_some())
}

fn move_stops(ground: &Ground, way: &mut Vec<Node>) -> bool {
    let mut helped = false;
    let mut cost = ground.cost(way.iter());
    for length in 1..=LONGEST_MOVE.min(way.len()) {
        for from in 0..=way.len() - length {
            if ground.is_enough() {
                return helped;
            }
            let moved: Vec<Node> = way.drain(from..from + length).collect();
            let better = better_place(ground, way, &moved, cost);
            let place = better.map_or(from, |(place, _)| place);
            way.splice(place..place, moved);
            if let Some((_, cheaper)) = better {
                helped = true;
                cost = cheaper;
            }
        }
    }
    helped
}

/// Where these stops make the whole way cheapest, if that is cheaper than `cost`, and what it costs then.
fn better_place(ground: &Ground, way: &[Node], moved: &[Node], cost: f64) -> Option<(usize, f64)> {
    let before = progress(ground, way);
    let without = before.last()?;
    let (first, last) = (*moved.first()?, *moved.last()?);
    let mut best = None;
    let mut limit = cost - NOTHING;
    for (place, start) in before.iter().enumerate() {
        let back = way.get(place).map_or(0.0, |next| {
            ground.metres(last, *next) - ground.metres(start.at, *next)
        });
        let waiting = without.waited - start.waited;
        let rest = without.cost - start.cost - waiting + back;
        if start.cost + ground.metres(start.at, first) + rest >= limit {
            continue;
        }
        let there = moved
            .iter()
            .fold(*start, |progress, node| ground.step(progress, *node));
        if there.cost + rest >= limit {
            continue;
        }
        let tail = way.get(place..).unwrap_or_default();
        if let Some(cheaper) = ground.cost_below(tail.iter(), there, limit) {
            limit = cheaper - NOTHING;
            best = Some((place, cheaper));
        }
    }
    best
}
