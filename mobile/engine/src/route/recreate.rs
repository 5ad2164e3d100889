//! Takes some stops out of a way and puts each back where the whole costs the least (ruin and recreate; Schrimpf, Schneider,
//! Stamm-Wilbrandt and Dueck, 2000). Around appointments, turning stretches and moving stops alone stand still too early: a
//! better way differs in several places at once.

use super::insert::best_place;
use super::{Ground, NOTHING, Node};

/// How often it is tried.
const ROUNDS: usize = 400;
/// How many stops are taken out at once, at most.
const MOST_OUT: usize = 6;

pub(super) fn recreate(ground: &Ground, way: &mut Vec<Node>) {
    let mut chance = Chance(0x9E37_79B9);
    let mut cost = ground.cost(way.iter());
    for _ in 0..ROUNDS {
        if ground.is_enough() {
            return;
        }
        let tried = try_another(ground, way.clone(), &mut chance);
        let cheaper = ground.cost(tried.iter());
        if cheaper < cost - NOTHING {
            (*way, cost) = (tried, cheaper);
        }
    }
}

fn try_another(ground: &Ground, mut way: Vec<Node>, chance: &mut Chance) -> Vec<Node> {
    let count = 2 + chance.below(MOST_OUT - 1);
    let mut out = Vec::with_capacity(count);
    for _ in 0..count.min(way.len()) {
        out.push(way.remove(chance.below(way.len())));
    }
    for node in out {
        way.insert(best_place(ground, &way, node), node);
    }
    way
}

/// The same numbers on every phone (Knuth's linear congruences).
struct Chance(u64);

impl Chance {
    /// Below `limit`, which is not 0.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // The upper bits change the most.
        let [first, second, ..] = self.0.to_be_bytes().map(usize::from);
        (first * 256 + second) % limit
    }
}
