//! A hundred stops all over a town, some urgent, some overdue and some at an agreed time, put into visiting order.

use std::time::Instant;

use anyhow::{Result, ensure};
use kuitti_engine::route::{Opening, Stop, visiting_order};
use kuitti_shared::domain::{Position, Priority};

use crate::report::Report;
use crate::samples::Samples;

const STOPS: u32 = 100;
const ROUNDS: u32 = 50;
/// A linear congruential generator: `x * FACTOR + STEP`, modulo 2^32.
const FACTOR: u32 = 1_664_525;
const STEP: u32 = 1_013_904_223;

pub(super) fn measure(report: &mut Report) -> Result<()> {
    let mut samples = Samples::default();
    for round in 0..ROUNDS {
        let stops = scattered(round)?;
        let from = Position::new(60.17, 24.94)?;
        let began = Instant::now();
        let order = visiting_order(Some(from), &stops);
        samples.add(began.elapsed());
        ensure!(order.len() == stops.len(), "a stop was left out");
    }
    report.add("visit_order_100_ms", samples.quantile_ms(0.99), None, "≤ 50 ms");
    Ok(())
}

/// Each round another town.
fn scattered(round: u32) -> Result<Vec<Stop>> {
    let mut number = round;
    let mut next = || {
        number = number.wrapping_mul(FACTOR).wrapping_add(STEP);
        f64::from(number >> 8) / f64::from(u32::MAX >> 8)
    };
    (0..STOPS)
        .map(|place| {
            Ok(Stop {
                position: Some(Position::new(60.15 + 0.05 * next(), 24.90 + 0.1 * next())?),
                open: (place % 8 == 1).then(|| opening(10.0 * next())),
                hours_left: (place % 3 == 0).then(|| 10.0 * next() - 3.0),
                priority: if place % 10 == 0 {
                    Priority::Urgent
                } else {
                    Priority::Normal
                },
            })
        })
        .collect()
}

/// Two hours in which somebody is there.
fn opening(from: f64) -> Opening {
    Opening {
        from,
        until: from + 2.0,
    }
}
