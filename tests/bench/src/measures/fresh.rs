//! A new device of a worker with 10,000 orders, page by page.

use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use super::Bench;
use crate::ceilings::http;
use crate::report::Report;
use crate::samples::per_second;
use crate::town::Plan;
use crate::wire::Wire;

const ORDERS: u32 = 10_000;
const ROUNDS: usize = 3;

pub(super) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = Plan {
        devices: 1,
        orders_each: ORDERS,
        ..Plan::default()
    };
    let (mut town, server) = bench.town(plan).await?;
    let device = town.devices.first_mut().context("the town has no device")?;
    let mut wire = Wire::open(server.address).await?;
    let (mut orders, mut pages, mut bytes) = (0, 0, 0);
    let began = Instant::now();
    for _ in 0..ROUNDS {
        device.forget();
        loop {
            let page = device.sync(&mut wire, &[]).await?;
            orders += page.orders;
            bytes += page.bytes;
            pages += 1;
            if !page.more {
                break;
            }
        }
    }
    let took = began.elapsed();
    ensure!(orders == ROUNDS * ORDERS as usize, "{orders} orders came");
    let floor = http::one_by_one(bytes / pages, pages).await?;
    report.add(
        "fresh10k_orders_per_s",
        per_second(orders, took),
        Some(per_second(orders, floor)),
        "≥ 25,000/s, reach 50,000/s",
    );
    Ok(())
}
