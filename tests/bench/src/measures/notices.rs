//! Text messages to a message centre that answers at once: how many leave in a second when all are due, and how long after a
//! completion its message is handed over while a hundred are completed in a second.

use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context as _, Result, ensure};
use futures_util::future::try_join_all;
use kuitti_shared::domain::{Extent, Outcome};
use kuitti_shared::operation::Action;
use kuitti_test_support::smsc::{Counted, Smsc};
use serde_json::{Value, json};

use super::Bench;
use crate::ceilings::message_centre;
use crate::clients::CLIENTS;
use crate::device::Device;
use crate::report::Report;
use crate::samples::{Samples, per_second};
use crate::town::{Plan, WINDOW, phone};
use crate::wire::Wire;

const MESSAGES: u32 = 10_000;
/// Of each device.
const COMPLETIONS: u32 = 250;
const COMPLETIONS_PER_SECOND: u32 = 100;
const PATIENCE: Duration = Duration::from_secs(120);
const SOON: Duration = Duration::from_millis(50);

pub(super) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    throughput(bench, report).await?;
    delay(bench, report).await
}

fn message_centre() -> Result<Smsc> {
    Smsc::start().context("`cargo xtask setup` has not installed the message centre")
}

async fn throughput(bench: &Bench, report: &mut Report) -> Result<()> {
    let mut centre = message_centre()?;
    centre.tell(&json!({ "do": "quiet" }));
    let plan = Plan {
        waiting: MESSAGES,
        message_centre: Some(centre.port()),
        ..Plan::default()
    };
    let (_town, _server) = bench.town(plan).await?;
    // Those of the first moments found the session just made.
    let from = until(&mut centre, u64::from(MESSAGES) / 10).await?;
    let to = until(&mut centre, u64::from(MESSAGES)).await?;
    let parts = usize::try_from(to.submitted - from.submitted)?;
    let took = Duration::from_millis(at(to)? - at(from)?);
    let window = usize::from(WINDOW);
    let ceiling = message_centre::parts_per_second(centre.port(), parts, window).await?;
    report.add(
        "notices_per_s",
        per_second(parts, took),
        Some(ceiling),
        "≥ 1,000/s",
    );
    Ok(())
}

fn at(counted: Counted) -> Result<u64> {
    counted.last_at_ms.context("nothing came")
}

/// Waits until so many submissions have come.
async fn until(centre: &mut Smsc, submitted: u64) -> Result<Counted> {
    let began = Instant::now();
    loop {
        let counted = centre.count();
        if counted.submitted >= submitted {
            return Ok(counted);
        }
        ensure!(
            began.elapsed() < PATIENCE,
            "only {} messages came",
            counted.submitted
        );
        tokio::time::sleep(SOON).await;
    }
}

async fn delay(bench: &Bench, report: &mut Report) -> Result<()> {
    let mut centre = message_centre()?;
    let clients = u32::try_from(CLIENTS)?;
    let plan = Plan {
        devices: clients,
        orders_each: COMPLETIONS,
        reported: true,
        message_centre: Some(centre.port()),
        ..Plan::default()
    };
    let (town, server) = bench.town(plan).await?;
    let mut workers = Vec::new();
    for (mut device, number) in town.devices.into_iter().zip(0..) {
        let wire = device.catch_up(server.address).await?;
        // One after the other, so that the completions of all come evenly.
        let starts = Instant::now() + SOON + Duration::from_secs(1) / COMPLETIONS_PER_SECOND * number;
        workers.push(tokio::spawn(complete(device, wire, number * COMPLETIONS, starts)));
    }
    let mut completed = BTreeMap::new();
    for worker in try_join_all(workers).await? {
        completed.extend(worker?);
    }
    until(&mut centre, u64::from(clients * COMPLETIONS)).await?;
    let mut samples = Samples::default();
    for submitted in centre.all("submit") {
        let to = submitted.get("to").and_then(Value::as_str).unwrap_or_default();
        let at = submitted.get("at").and_then(Value::as_u64).unwrap_or_default();
        let done = completed.get(to).context("a message to nobody")?;
        samples.add(Duration::from_millis(at.saturating_sub(*done)));
    }
    report.add(
        "notice_delay_p99_ms",
        samples.quantile_ms(0.99),
        None,
        "≤ 1,000 ms at 100 completions/s",
    );
    Ok(())
}

/// When each citizen's order was done, by the citizen's number.
async fn complete(
    mut device: Device,
    mut wire: Wire,
    first: u32,
    starts: Instant,
) -> Result<BTreeMap<String, u64>> {
    let each = Duration::from_secs(1) * u32::try_from(CLIENTS)? / COMPLETIONS_PER_SECOND;
    let mut completed = BTreeMap::new();
    for (order, place) in device.orders.clone().into_iter().zip(0..) {
        tokio::time::sleep_until((starts + each * place).into()).await;
        let finish = Action::Finish {
            outcome: Outcome::Done,
            extent: Extent::Whole,
            follow_up: None,
        };
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
        let to = phone(first + place).trim_start_matches('+').to_owned();
        completed.insert(to, u64::try_from(now.as_millis())?);
        device.sync(&mut wire, &[(order, finish)]).await?;
    }
    Ok(completed)
}
