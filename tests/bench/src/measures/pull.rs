//! 40 open orders down to a device that has none, 8 devices at once.

use anyhow::{Result, ensure};

use super::Bench;
use crate::ceilings::http;
use crate::clients::{CLIENTS, run};
use crate::device::Device;
use crate::report::Report;
use crate::samples::Samples;
use crate::town::Plan;
use crate::wire::Wire;

const PULLS_EACH: usize = 500;
const ORDERS: u32 = 40;

pub(super) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = Plan {
        devices: u32::try_from(CLIENTS)?,
        orders_each: ORDERS,
        ..Plan::default()
    };
    let (town, server) = bench.town(plan).await?;
    let mut clients = Vec::new();
    let mut bytes = 0;
    for mut device in town.devices {
        let mut wire = Wire::open(server.address).await?;
        let first = device.sync(&mut wire, &[]).await?;
        ensure!(first.orders == ORDERS as usize, "{} orders came", first.orders);
        bytes = first.bytes;
        clients.push((device, wire));
    }
    let pulled = run(clients, |(device, wire)| pull_all(device, wire)).await?;
    let ceiling = http::per_second(bytes, pulled.count).await?;
    report.add(
        "pull40_per_s",
        pulled.per_second(),
        Some(ceiling),
        "≥ 2,000/s, reach 4,000/s",
    );
    report.add("pull40_bytes", f64::from(u32::try_from(bytes)?), None, "≤ 10,000");
    Ok(())
}

async fn pull_all(mut device: Device, mut wire: Wire) -> Result<Samples> {
    let mut samples = Samples::default();
    for _ in 0..PULLS_EACH {
        device.forget();
        samples.add(device.sync(&mut wire, &[]).await?.took);
    }
    Ok(samples)
}
