//! Pushes of 12 operations on 4 orders (begin, a note, done) by 8 devices at once. Every order answers a citizen, so that
//! a push moves 4 orders, 4 requests and 4 messages besides its operations.

use anyhow::Result;
use kuitti_shared::domain::{Extent, Outcome};
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Action;

use super::Bench;
use crate::clients::{CLIENTS, run};
use crate::device::Device;
use crate::report::Report;
use crate::samples::Samples;
use crate::town::Plan;
use crate::wire::Wire;

const PUSHES_EACH: u32 = 250;
const ORDERS: u32 = 4;

pub(super) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = Plan {
        devices: u32::try_from(CLIENTS)?,
        orders_each: PUSHES_EACH * ORDERS,
        reported: true,
        ..Plan::default()
    };
    let (town, server) = bench.town(plan).await?;
    let mut clients = Vec::new();
    for mut device in town.devices {
        let wire = device.catch_up(server.address).await?;
        clients.push((device, wire));
    }
    let mut pushed = run(clients, |(device, wire)| push_all(device, wire)).await?;
    let ceiling = bench.bare_pushes_per_second(pushed.count).await?;
    report.add(
        "push12_per_s",
        pushed.per_second(),
        Some(ceiling),
        "≥ 1,300/s, reach 60 %",
    );
    report.add("push12_p99_ms", pushed.samples.quantile_ms(0.99), None, "≤ 25 ms");
    Ok(())
}

async fn push_all(mut device: Device, mut wire: Wire) -> Result<Samples> {
    let mut samples = Samples::default();
    for orders in device.orders.clone().chunks(ORDERS as usize) {
        let actions: Vec<_> = orders.iter().flat_map(|order| done(*order)).collect();
        samples.add(device.sync(&mut wire, &actions).await?.took);
    }
    Ok(samples)
}

fn done(order: OrderId) -> [(OrderId, Action); 3] {
    let finish = Action::Finish {
        outcome: Outcome::Done,
        extent: Extent::Whole,
        follow_up: None,
    };
    let text = "The fuse had blown, and the lamp burns again.".to_owned();
    [Action::Start {}, Action::Note { text }, finish].map(|action| (order, action))
}
