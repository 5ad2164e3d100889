//! A first way: each stop goes where it costs the least, the nearest of those that are left first.

use super::{Ground, Node};

/// A way through all nodes, without the start.
pub(super) fn nearest_insertion(ground: &Ground) -> Vec<Node> {
    let mut way: Vec<Node> = Vec::with_capacity(ground.nodes);
    let mut left: Vec<Left> = (1..ground.nodes)
        .map(|node| Left {
            node,
            metres: ground.metres(0, node),
        })
        .collect();
    while let Some(nearest) = nearest(&left) {
        let Left { node, .. } = left.swap_remove(nearest);
        let place = cheapest_place(ground, &way, node);
        way.insert(place, node);
        for other in &mut left {
            other.metres = other.metres.min(ground.metres(node, other.node));
        }
    }
    way
}

/// A stop that is not on the way yet, and how far it is from it.
struct Left {
    node: Node,
    metres: f64,
}

/// The first of the nearest by number, so that equal places give equal ways.
fn nearest(left: &[Left]) -> Option<usize> {
    let by_distance = |one: &Left, other: &Left| {
        one.metres
            .total_cmp(&other.metres)
            .then(one.node.cmp(&other.node))
    };
    let (place, _) = left
        .iter()
        .enumerate()
        .min_by(|(_, one), (_, other)| by_distance(one, other))?;
    Some(place)
}

/// Where a node costs the whole way the least, waiting and coming late counted.
pub(super) fn best_place(ground: &Ground, way: &[Node], node: Node) -> usize {
    let cost = |place: usize| {
        let (before, after) = way.split_at(place);
        ground.cost(before.iter().chain([&node]).chain(after))
    };
    (0..=way.len())
        .map(|place| (place, cost(place)))
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
        .map_or(way.len(), |(place, _)| place)
}

/// Where a node lengthens the way the least; at its end nothing has to be walked back.
pub(super) fn cheapest_place(ground: &Ground, way: &[Node], node: Node) -> usize {
    let before = |place: usize| match place {
        0 => 0,
        _ => way.get(place - 1).copied().unwrap_or(0),
    };
    let detour = |place: usize| {
        let there = ground.metres(before(place), node);
        way.get(place).map_or(there, |next| {
            there + ground.metres(node, *next) - ground.metres(before(place), *next)
        })
    };
    (0..=way.len())
        .min_by(|one, other| detour(*one).total_cmp(&detour(*other)))
        .unwrap_or(0)
}
