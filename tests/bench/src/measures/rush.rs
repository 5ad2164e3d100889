//! 10,000 devices come back within a minute, each over a connection of its own, with a visit of 12 operations to tell.
//! They come evenly: the clients' jitter sees to that.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use futures_util::future::try_join_all;

use super::{Bench, visit};
use crate::device::Device;
use crate::report::Report;
use crate::samples::Samples;
use crate::town::Plan;
use crate::wire::Wire;

const DEVICES: u32 = 10_000;
const WITHIN: Duration = Duration::from_secs(60);

pub(super) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = Plan {
        devices: DEVICES,
        orders_each: 1,
        reported: true,
        ..Plan::default()
    };
    let (town, server) = bench.town(plan).await?;
    let began = Instant::now();
    let come = town.devices.into_iter().zip(0..).map(|(device, place)| {
        let at = began + WITHIN / DEVICES * place;
        tokio::spawn(come_back(device, server.address, at))
    });
    let mut samples = Samples::default();
    for took in try_join_all(come.collect::<Vec<_>>()).await? {
        samples.add(took?);
    }
    ensure!(
        samples.len() == DEVICES as usize,
        "only {} devices were served",
        samples.len()
    );
    report.add(
        "rush10k_p99_ms",
        samples.quantile_ms(0.99),
        None,
        "≤ 1,000 ms, all served",
    );
    report.add("rss_mb", server.resident_mb()?, None, "≤ 150 MB after the rush");
    Ok(())
}

async fn come_back(mut device: Device, address: std::net::SocketAddr, at: Instant) -> Result<Duration> {
    tokio::time::sleep_until(at.into()).await;
    let visits: Vec<_> = device
        .orders
        .iter()
        .flat_map(|order| visit::actions(*order))
        .collect();
    // From the moment it wanted to come: time spent in a queue counts.
    let mut wire = Wire::open(address).await?;
    device.sync(&mut wire, &visits).await?;
    Ok(at.elapsed())
}
