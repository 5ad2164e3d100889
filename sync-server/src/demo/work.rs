//! The demo town's past: requests come in, orders are made, crews go there; each at its time, through the doors that every
//! town uses.

use std::sync::Arc;

use kuitti_shared::api::orders::{Grouping, MakeOrders};
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, Priority};
use kuitti_shared::id::OrderId;
use kuitti_shared::unit::{Millis, WallTime};

use super::fate::{self, End, Fate};
use super::people::{self, LIGHTING_CREW};
use super::requests::{self, Report};
use super::visits;
use crate::act::{Act, Actor};
use crate::app::AppState;
use crate::dispatch;
use crate::error::Result;
use crate::orders;
use crate::storage::{RequestRecord, WriteTx};

const MINUTE: Millis = Millis::from_seconds(60);
const HOUR: Millis = Millis::from_seconds(3_600);

/// Lets everything happen.
pub(super) async fn play(tx: &mut dyn WriteTx, app: &AppState) -> Result<()> {
    let now = app.clock.now();
    let mut earlier: Option<RequestRecord> = None;
    for report in requests::all(now) {
        let act = at(app, report.received_at);
        let record = requests::put(tx, &report, &act).await?;
        let own = dispatch::assign_itself(tx, &record, &act)
            .await?
            .map(|order| order.id);
        let fate = report
            .rank
            .map(|rank| fate::of(rank, report.category, own.is_some()));
        match fate {
            None => {
                plan(
                    tx,
                    &[&record],
                    Some(LIGHTING_CREW),
                    &at(app, between(&report, now)),
                )
                .await?;
            }
            Some(Fate::Waits) => {}
            Some(Fate::Repeats) => {
                let both: Vec<&RequestRecord> = earlier.iter().chain([&record]).collect();
                close_together(tx, app, &report, &both, own).await?;
            }
            Some(fate) => {
                let planned = Planned {
                    report: &report,
                    record: &record,
                    own,
                };
                meet(tx, app, planned, &fate).await?;
            }
        }
        earlier = Some(record).filter(|_| own.is_none());
    }
    Ok(())
}

/// A request that is about to be worked on.
#[derive(Clone, Copy)]
struct Planned<'a> {
    report: &'a Report,
    record: &'a RequestRecord,
    /// The order that made itself.
    own: Option<OrderId>,
}

/// An act of the server at another time.
fn at(app: &AppState, time: WallTime) -> Act {
    Act::new(
        Actor::Server,
        time,
        Arc::clone(&app.config),
        Arc::clone(&app.entropy),
    )
}

/// When a dispatcher read it: within a day, and never in the future.
fn between(report: &Report, now: WallTime) -> WallTime {
    let age = now - report.received_at;
    report.received_at + Millis((age.0 / 4).min(20 * HOUR.0))
}

async fn plan(
    tx: &mut dyn WriteTx,
    requests: &[&RequestRecord],
    crew: Option<&str>,
    act: &Act,
) -> Result<OrderId> {
    let assignee = match crew {
        Some(name) => Some(Assignee::Crew(people::crew(tx, name).await?.id)),
        None => None,
    };
    let wanted = MakeOrders {
        requests: requests.iter().map(|request| request.id).collect(),
        grouping: Grouping::OneForAll,
        title: None,
        priority: Priority::Normal,
        assignee,
    };
    let made = dispatch::make(tx, &wanted, act).await?;
    made.orders
        .first()
        .map(|order| order.id)
        .ok_or_else(|| crate::error::Error::Internal("no order was made".to_owned()))
}

/// The crew that can do what a category needs.
async fn crew_for(tx: &mut dyn WriteTx, category: &str) -> Result<Option<&'static str>> {
    let category = tx.category(&category.into()).await?;
    let skill = category.and_then(|category| category.skill);
    Ok(skill.and_then(|skill| people::crew_with(skill.as_str())))
}

/// Two reports of one problem: one order, and both citizens are answered by it.
async fn close_together(
    tx: &mut dyn WriteTx,
    app: &AppState,
    report: &Report,
    both: &[&RequestRecord],
    own: Option<OrderId>,
) -> Result<()> {
    let crew = crew_for(tx, report.category).await?;
    let planned_at = between(report, app.clock.now());
    let order = match own {
        Some(order) => order,
        None => plan(tx, both, crew, &at(app, planned_at)).await?,
    };
    end(tx, app, order, planned_at, &End::Closed).await
}

async fn meet(tx: &mut dyn WriteTx, app: &AppState, planned: Planned<'_>, fate: &Fate) -> Result<()> {
    let now = app.clock.now();
    let planned_at = between(planned.report, now);
    let act = at(app, planned_at);
    let order = match planned.own {
        Some(order) => order,
        None if *fate == Fate::Unassigned => plan(tx, &[planned.record], None, &act).await?,
        None => {
            let crew = crew_for(tx, planned.report.category).await?;
            plan(tx, &[planned.record], crew, &act).await?
        }
    };
    match fate {
        Fate::Waits | Fate::Repeats | Fate::Unassigned | Fate::Assigned => Ok(()),
        Fate::UnderWay(how_far) => visits::under_way(tx, app, order, *how_far).await,
        Fate::Declined => {
            let moment = Millis(now.0 - planned_at.0).0 / 2;
            visits::decline(tx, app, order, planned_at + Millis(moment)).await
        }
        Fate::Unconfirmed => visits::unconfirmed(tx, app, order).await,
        Fate::Over(how) => end(tx, app, order, planned_at, how).await,
    }
}

async fn end(
    tx: &mut dyn WriteTx,
    app: &AppState,
    order: OrderId,
    planned_at: WallTime,
    how: &End,
) -> Result<()> {
    let now = app.clock.now();
    let waited = Millis(((now - planned_at).0 / 6).min(30 * HOUR.0));
    let accepted = planned_at + waited;
    let over = accepted + Millis(95 * MINUTE.0);
    // What the office does afterwards, half way between the visit and now.
    let later = at(app, over + Millis((now - over).0 / 2));
    match how {
        End::Cancelled => {
            orders::change(tx, order, &Decision::Cancel, &at(app, accepted)).await?;
        }
        End::Done | End::NotDone(_) | End::FollowUp(_) => {
            visits::finish(tx, app, order, accepted, how).await?;
        }
        End::Closed => {
            visits::finish(tx, app, order, accepted, how).await?;
            orders::change(tx, order, &Decision::Close, &later).await?;
        }
        End::Reopened => {
            visits::finish(tx, app, order, accepted, how).await?;
            orders::change(tx, order, &Decision::Reopen, &later).await?;
        }
    }
    Ok(())
}
