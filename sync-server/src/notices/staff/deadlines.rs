//! Warnings before a deadline and breaches of it: to whoever is responsible, and to whoever watches. A look goes on where the
//! last one ended, so that each is told once, whenever the server was off.

use std::collections::BTreeSet;

use kuitti_shared::domain::{Assignee, OrderAggregate};
use kuitti_shared::id::StaffId;
use kuitti_shared::rules::staff_news::StaffTopic;
use kuitti_shared::unit::WallTime;

use super::reach::{self, Said, Watchers};
use crate::act::{Act, Actor};
use crate::app::{App, AppState};
use crate::error::Result;
use crate::notices::looks::{self, Minutes};
use crate::pokes::Poke;
use crate::storage::{AuditFilter, ReadTx, StaffNoticeRecord};

/// Orders that are read together.
const PAGE: u32 = 100;
/// Up to when deadlines were looked at.
const LOOKED_UNTIL: &str = "deadlines_looked_until";
/// Lines of an order's log in which its last planner is looked for.
const LINES: u32 = 100;

/// Looks until the server stops.
pub(in crate::notices) async fn run(app: &AppState) {
    let mut minutes = Minutes::new();
    while minutes.next(app).await {
        looks::note(LOOKED_UNTIL, look(app).await);
    }
}

/// Tells of deadlines that came since the last look.
///
/// # Errors
/// When the storage fails: the next look begins where this one did.
pub(super) async fn look(app: &App) -> Result<()> {
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await?;
    let before = looks::begin(&mut *tx, LOOKED_UNTIL, act.now).await?;
    let mut page = tx.orders_due(before, act.now, None, PAGE).await?;
    if !page.is_empty() {
        let watchers = Watchers::load(&mut *tx).await?;
        while let Some(last) = page.last().copied() {
            for order in tx.orders(&page).await? {
                let said = about(&mut *tx, &order, before, &watchers, &act).await?;
                tx.add_staff_notices(&said).await?;
            }
            page = tx.orders_due(before, act.now, Some(last), PAGE).await?;
        }
        tx.poke(Poke::Notices);
    }
    tx.commit().await?;
    Ok(())
}

async fn about(
    tx: &mut dyn ReadTx,
    order: &OrderAggregate,
    before: WallTime,
    watchers: &Watchers,
    act: &Act,
) -> Result<Vec<StaffNoticeRecord>> {
    let fields = &order.order;
    let came = |at: &WallTime| *at > before && *at <= act.now;
    let breach = fields.due_at.filter(came).map(|at| (StaffTopic::Breach, at));
    // Whoever hears that it is overdue need not hear that it was about to be.
    let warning = fields.warn_at.filter(came).map(|at| (StaffTopic::Warning, at));
    let Some((topic, moment)) = breach.or(warning) else {
        return Ok(Vec::new());
    };
    let said = Said {
        topic,
        order,
        occasion: moment.0.to_string(),
        moment: Some(moment),
        due_at: act.now,
    };
    let mut staff = watchers.of(order);
    staff.extend(planner(tx, order).await?);
    let mut told = Vec::new();
    for id in staff {
        let person = reach::of_staff(tx, id).await?;
        told.extend(person.map(|person| said.to(&person, act)));
    }
    if let Some(Assignee::Worker(worker)) = fields.assignee {
        let person = reach::of_worker(tx, worker).await?;
        told.extend(person.map(|person| said.to(&person, act)));
    }
    Ok(told)
}

/// Who of the office planned it last: that person answers for its time.
async fn planner(tx: &mut dyn ReadTx, order: &OrderAggregate) -> Result<BTreeSet<StaffId>> {
    let filter = AuditFilter {
        subject_id: Some(order.order.id.0),
        before: None,
        limit: LINES,
    };
    let lines = tx.audit_list(&filter).await?.into_iter();
    let mut planned = lines.filter_map(|(_, line)| match line.actor {
        Actor::Staff { id, .. } if matches!(&*line.action, "order.assigned" | "order.made") => Some(id),
        _ => None,
    });
    Ok(planned.next().into_iter().collect())
}
