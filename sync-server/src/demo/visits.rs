//! What workers of the demo town did: their operations go through the rules as those of a real phone do.

use std::sync::Arc;

use kuitti_shared::apply::{NoticeLeft, Received, apply};
use kuitti_shared::clock::{Occurred, Quality};
use kuitti_shared::domain::{Assignee, Extent, ItemKind, ItemValue, OrderAggregate, Outcome, TimeKind};
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::{Action, Base, Operation};
use kuitti_shared::unit::{Millis, Minutes, WallTime};

use super::fate::{End, Now};
use super::people::{self, Member};
use crate::act::{Act, Actor};
use crate::app::AppState;
use crate::error::{Error, Result};
use crate::orders;
use crate::storage::WriteTx;

const MINUTE: i64 = 60_000;

/// A worker's visit under way: each operation a while after the one before.
struct Worker<'a> {
    app: &'a AppState,
    order: OrderId,
    member: Member,
    clock: WallTime,
}

/// The members of the crew that has an order.
async fn crew_of(tx: &mut dyn WriteTx, order: OrderId) -> Result<Vec<Member>> {
    let crew = match orders::load(tx, order).await?.order.assignee {
        Some(Assignee::Crew(crew)) => Some(crew),
        Some(Assignee::Worker(_)) | None => None,
    };
    match crew {
        Some(crew) => people::members(tx, crew).await,
        None => Ok(Vec::new()),
    }
}

async fn send<'a>(
    tx: &mut dyn WriteTx,
    app: &'a AppState,
    order: OrderId,
    clock: WallTime,
) -> Result<Worker<'a>> {
    let member = crew_of(tx, order).await?.first().copied();
    let member = member.ok_or_else(nobody)?;
    Ok(Worker {
        app,
        order,
        member,
        clock,
    })
}

fn nobody() -> Error {
    Error::Internal("nobody of the demo town's crew has a phone".to_owned())
}

/// Somebody is at it now.
pub(super) async fn under_way(
    tx: &mut dyn WriteTx,
    app: &AppState,
    order: OrderId,
    how_far: Now,
) -> Result<()> {
    let mut worker = send(tx, app, order, app.clock.now() - Millis(48 * MINUTE)).await?;
    worker.does(tx, 0, Action::Accept {}).await?;
    if how_far == Now::Accepted {
        return Ok(());
    }
    worker.does(tx, 9, Action::EnRoute {}).await?;
    if how_far == Now::EnRoute {
        return Ok(());
    }
    worker.does(tx, 14, Action::Start {}).await?;
    if how_far == Now::Paused {
        let reason = "Waiting for material from the depot".to_owned();
        worker.does(tx, 12, Action::Pause { reason }).await?;
    }
    Ok(())
}

/// Somebody refused it.
pub(super) async fn decline(
    tx: &mut dyn WriteTx,
    app: &AppState,
    order: OrderId,
    when: WallTime,
) -> Result<()> {
    let mut worker = send(tx, app, order, when).await?;
    let reason = "Needs the lift platform, ours is in repair until Thursday".to_owned();
    worker.does(tx, 0, Action::Decline { reason }).await
}

/// One of two colleagues reports the whole as done while the other is still at it.
pub(super) async fn unconfirmed(tx: &mut dyn WriteTx, app: &AppState, order: OrderId) -> Result<()> {
    let crew = crew_of(tx, order).await?;
    let [first, second, ..] = crew.as_slice() else {
        return Err(nobody());
    };
    let clock = app.clock.now() - Millis(40 * MINUTE);
    let mut colleague = Worker {
        app,
        order,
        member: *second,
        clock,
    };
    colleague.does(tx, 0, Action::Start {}).await?;
    let mut worker = Worker {
        app,
        order,
        member: *first,
        clock,
    };
    worker.does(tx, 3, Action::Start {}).await?;
    let finish = Action::Finish {
        outcome: Outcome::Done,
        extent: Extent::Whole,
        follow_up: None,
    };
    worker.does(tx, 25, finish).await
}

/// Somebody went there and ended it.
pub(super) async fn finish(
    tx: &mut dyn WriteTx,
    app: &AppState,
    order: OrderId,
    accepted: WallTime,
    how: &End,
) -> Result<()> {
    let mut worker = send(tx, app, order, accepted).await?;
    worker.does(tx, 0, Action::Accept {}).await?;
    worker.does(tx, 12, Action::EnRoute {}).await?;
    worker.does(tx, 17, Action::Start {}).await?;
    if !matches!(how, End::NotDone(_)) {
        worker.repairs(tx).await?;
    }
    let (outcome, follow_up) = match how {
        End::NotDone(reason) => (Outcome::NotDone(reason.clone()), None),
        End::FollowUp(what) => (Outcome::DoneNeedsFollowUp, Some((*what).to_owned())),
        End::Done | End::Closed | End::Cancelled | End::Reopened => (Outcome::Done, None),
    };
    let finish = Action::Finish {
        outcome,
        extent: Extent::Whole,
        follow_up,
    };
    worker.does(tx, 4, finish).await
}

impl Worker<'_> {
    /// The checklist, a note, material and time.
    async fn repairs(&mut self, tx: &mut dyn WriteTx) -> Result<()> {
        let order = orders::load(tx, self.order).await?;
        for entry in &order.checklist {
            let item = entry.item.clone();
            let action = match &entry.kind {
                ItemKind::Tick | ItemKind::YesNo => Action::Check {
                    item,
                    value: ItemValue::Tick(true),
                },
                ItemKind::Number { unit, .. } => Action::Measure {
                    item,
                    value: typical(unit),
                    unit: unit.clone(),
                },
                ItemKind::Choice(options) => match options.first() {
                    Some(usual) => Action::Check {
                        item,
                        value: ItemValue::Text(usual.code.clone()),
                    },
                    None => continue,
                },
                ItemKind::Text | ItemKind::Date | ItemKind::Signature | ItemKind::Barcode => continue,
            };
            self.does(tx, 3, action).await?;
        }
        let (note, article, thousandths) = usual(&order);
        self.does(
            tx,
            8,
            Action::Note {
                text: note.to_owned(),
            },
        )
        .await?;
        let material = Action::Material {
            article: article.into(),
            thousandths,
            cost: None,
        };
        self.does(tx, 1, material).await?;
        let time = Action::Time {
            kind: TimeKind::Work,
            minutes: Minutes(35),
        };
        self.does(tx, 1, time).await
    }

    /// One operation, `minutes` after the one before. It reaches the office within the minute.
    async fn does(&mut self, tx: &mut dyn WriteTx, minutes: i64, action: Action) -> Result<()> {
        self.clock = self.clock + Millis(minutes * MINUTE);
        let act = self.act();
        let before = orders::load(tx, self.order).await?;
        let operation = Operation {
            op_id: OpId(act.new_id()),
            base: Base::of(&before.order),
            position: None,
            action,
        };
        let received = Received {
            hand: self.member.hand,
            device: self.member.device,
            occurred: Occurred {
                at: self.clock,
                quality: Quality::A,
            },
            now: act.now,
            undo_window: act.config.undo_window(),
            notice_left: NoticeLeft::No,
        };
        let applied = apply(&before, &operation, &received);
        orders::store(tx, Some(&before), &applied.aggregate, &applied.effects, &act).await
    }

    fn act(&self) -> Act {
        let actor = Actor::Worker {
            worker: self.member.hand.worker,
            device: self.member.device,
        };
        let arrived = self.clock + Millis::from_seconds(20);
        Act::new(
            actor,
            arrived,
            Arc::clone(&self.app.config),
            Arc::clone(&self.app.entropy),
        )
    }
}

fn typical(unit: &str) -> f64 {
    match unit {
        "V" => 231.5,
        "cm" => 9.0,
        _ => 2.5,
    }
}

/// Note, article and thousandths of its unit that are usual for a category.
fn usual(order: &OrderAggregate) -> (&'static str, &'static str, u32) {
    match order.order.category.as_str() {
        "street_lamp" => ("Lamp and fuse changed, burns again.", "led_lamp", 1_000),
        "pothole" => (
            "Filled and rolled; check again after the winter.",
            "asphalt_bag",
            3_000,
        ),
        "graffiti" => ("Washed off, second round was needed.", "graffiti_remover", 1_500),
        "traffic_sign" => ("New clamp, straightened.", "clamp", 2_000),
        "bench" => ("Plank changed, screws tightened.", "bench_plank", 1_000),
        "snow_and_ice" => ("Gritted twice.", "sand", 40_000),
        "fallen_tree" => ("Sawn up and taken away.", "bin_bag", 4_000),
        "drain" => ("Leaves removed, flushed with the tank lorry.", "bin_bag", 2_000),
        _ => ("Cleaned, bin emptied.", "bin_bag", 3_000),
    }
}
