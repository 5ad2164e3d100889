//! Faults on real processes: kills, power cuts, full disks, wrong clocks, links that break under upload clients of others.
//! What was promised is there afterwards, once.
//!
//! How often each happens is bounded; `TOWN_FAULTS=N` multiplies it (`cargo xtask test --all` does). No `KUITTI_` before it: a server
//! takes that for a setting.

#![cfg(test)]

mod clocks;
mod disk;
mod full_disk;
mod kills;
mod messages;
mod power_cut;
mod promises;
mod scene;
mod uploads;

/// So many times, unless more is asked for.
fn rounds(usually: usize) -> usize {
    usually * asked("TOWN_FAULTS").unwrap_or(1)
}

/// A number that whoever started the tests asks for.
fn asked(name: &str) -> Option<usize> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Small numbers in an order that a seed decides (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound).unwrap()
    }
}
