//! A sync with nothing new: one device, one request after the other, in a town of a thousand orders and in one of a
//! million.

use anyhow::{Context as _, Result};

use super::Bench;
use crate::ceilings::http;
use crate::report::Report;
use crate::samples::Samples;
use crate::town::Plan;

const SYNCS: usize = 3_000;
const SMALL: u32 = 1_000;
const LARGE: u32 = 1_000_000;

pub(super) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (small, bytes) = noop_ms(bench, SMALL).await?;
    let (large, _) = noop_ms(bench, LARGE).await?;
    let ceiling = http::round_trip_ms(bytes, SYNCS).await?;
    report.add("noop_ms", small, Some(ceiling), "≤ 0.5 ms, reach 0.3 ms");
    report.add(
        "noop_ms_at_1m_orders",
        large,
        Some(ceiling),
        "within 20 % of `noop_ms`",
    );
    Ok(())
}

async fn noop_ms(bench: &Bench, backlog: u32) -> Result<(f64, usize)> {
    let plan = Plan {
        devices: 1,
        orders_each: 40,
        backlog,
        ..Plan::default()
    };
    let (mut town, server) = bench.town(plan).await?;
    let device = town.devices.first_mut().context("the town has no device")?;
    let mut wire = device.catch_up(server.address).await?;
    let (mut samples, mut bytes) = (Samples::default(), 0);
    for _ in 0..SYNCS {
        let synced = device.sync(&mut wire, &[]).await?;
        samples.add(synced.took);
        bytes = synced.bytes;
    }
    Ok((samples.median_ms(), bytes))
}
