//! The real engine with the real server, both durable: one visit of 12 operations up and down, and a worker's day of 440.

use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};
use kuitti_engine::protocol::{Reply, Request};
use kuitti_engine::{Engine, native};
use kuitti_shared::domain::{Extent, ItemValue, Outcome, TimeKind};
use kuitti_shared::id::OrderId;
use kuitti_shared::operation::Action;
use kuitti_shared::unit::Minutes;
use tempfile::TempDir;

use super::Bench;
use crate::ceilings::{http, transaction};
use crate::report::Report;
use crate::samples::Samples;
use crate::town::Plan;
use crate::wire::Meter;

const VISITS: usize = 60;
/// Of a day's 440 operations, so many on each of 40 orders.
const OPERATIONS_OF_A_DAY: usize = 11;
const ORDERS_OF_A_DAY: usize = 40;
/// What a day may hold beyond [`VISITS`].
const ORDERS: usize = VISITS + ORDERS_OF_A_DAY;

pub(super) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = Plan {
        devices: 2,
        orders_each: u32::try_from(ORDERS)?,
        reported: true,
        ..Plan::default()
    };
    let (town, server) = bench.town(plan).await?;
    let mut codes = town.devices.iter();
    let direct = codes.next().context("the town has no device")?;
    let metered = codes.next().context("the town has one device only")?;
    let mut phone = Phone::enrol(
        &format!("http://{}", server.address),
        &direct.code,
        &direct.orders,
    )
    .await?;
    let mut samples = Samples::default();
    for _ in 0..VISITS {
        samples.add(phone.visit().await?);
    }
    let day_ms = phone.day().await?;
    let meter = Meter::before(server.address).await?;
    let mut phone = Phone::enrol(
        &format!("http://{}", meter.address),
        &metered.code,
        &metered.orders,
    )
    .await?;
    let visit_bytes = meter.count(phone.visit()).await?;
    let day_bytes = meter.count(phone.day()).await?;
    let ceiling = transaction::sqlite::alone_ms(VISITS)?
        + bench.bare_push_ms(VISITS).await?
        + http::round_trip_ms(visit_bytes, VISITS).await?;
    report.add(
        "visit_ms",
        samples.median_ms(),
        Some(ceiling),
        "≤ 3 ms, reach 2 ms",
    );
    report.add(
        "visit_bytes",
        f64::from(u32::try_from(visit_bytes)?),
        None,
        "≤ 2,000",
    );
    report.add("day_ms", day_ms.as_secs_f64() * 1_000.0, None, "≤ 40 ms");
    report.add(
        "day_bytes",
        f64::from(u32::try_from(day_bytes)?),
        None,
        "≤ 27,000",
    );
    Ok(())
}

/// A phone in a temporary directory.
struct Phone {
    engine: Engine,
    orders: Vec<OrderId>,
    _directory: TempDir,
}

impl Phone {
    async fn enrol(server: &str, code: &str, orders: &[OrderId]) -> Result<Self> {
        let directory = tempfile::tempdir()?;
        let connection = native::open_connection(&directory.path().join("kuitti.db"))?;
        let engine = Engine::open(connection, native::ports(directory.path())?, |_| {}).await?;
        let phone = Self {
            engine,
            orders: orders.to_vec(),
            _directory: directory,
        };
        let enrol = Request::Enrol {
            server: server.to_owned(),
            code: code.to_owned(),
            device_name: "Phone".to_owned(),
        };
        phone.ask(enrol).await?;
        phone.engine.sync_once().await?;
        Ok(phone)
    }

    /// Works at an order, then tells: how long the telling took.
    async fn visit(&mut self) -> Result<std::time::Duration> {
        let order = self.orders.pop().context("there is no order left")?;
        for (order, action) in actions(order) {
            self.act(order, action).await?;
        }
        self.tell().await
    }

    async fn day(&mut self) -> Result<std::time::Duration> {
        let orders = self
            .orders
            .split_off(self.orders.len().saturating_sub(ORDERS_OF_A_DAY));
        ensure!(
            orders.len() == ORDERS_OF_A_DAY,
            "there are no orders left for a day"
        );
        for order in orders {
            for (order, action) in actions(order).into_iter().skip(12 - OPERATIONS_OF_A_DAY) {
                self.act(order, action).await?;
            }
        }
        self.tell().await
    }

    async fn tell(&self) -> Result<std::time::Duration> {
        let began = Instant::now();
        self.engine.sync_once().await?;
        let took = began.elapsed();
        match self.ask(Request::Status).await? {
            Reply::Status(status) if status.pending.operations == 0 => Ok(took),
            other => bail!("not everything was taken: {other:?}"),
        }
    }

    async fn act(&self, order: OrderId, action: Action) -> Result<()> {
        let fix = None;
        self.ask(Request::Perform { order, action, fix }).await.map(drop)
    }

    async fn ask(&self, request: Request) -> Result<Reply> {
        match self.engine.call(request, Vec::new()).await.reply {
            Reply::Failed(problem) => bail!("the engine refuses: {problem:?}"),
            reply => Ok(reply),
        }
    }
}

/// A whole visit.
pub(super) fn actions(order: OrderId) -> [(OrderId, Action); 12] {
    let tick = |item: &str| Action::Check {
        item: item.into(),
        value: ItemValue::Tick(true),
    };
    let note = |text: &str| Action::Note {
        text: text.to_owned(),
    };
    let time = |kind, minutes| Action::Time {
        kind,
        minutes: Minutes(minutes),
    };
    [
        Action::Accept {},
        Action::EnRoute {},
        Action::Start {},
        tick("lit"),
        tick("door"),
        tick("clean"),
        note("The fuse had blown, and the lamp burns again."),
        note("The door of the pole was open; it has a new lock."),
        Action::Material {
            article: "fuse-10a".into(),
            thousandths: 1_000,
            cost: None,
        },
        time(TimeKind::Travel, 10),
        time(TimeKind::Work, 25),
        Action::Finish {
            outcome: Outcome::Done,
            extent: Extent::Whole,
            follow_up: None,
        },
    ]
    .map(|action| (order, action))
}
