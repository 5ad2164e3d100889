//! What the rules say follows from a change, besides feeds, stages and notices.

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use kuitti_shared::apply::Effect;
use kuitti_shared::domain::{OrderAggregate, Outcome};
use kuitti_shared::id::{PhotoId, Sha256Hex, VisitId};

use super::store::Change;
use super::{create, feeds};
use crate::act::{Act, Actor};
use crate::dispatch;
use crate::error::Result;
use crate::storage::{OfficeTask, PhotoRow, WriteTx};

/// Does anything follow for other orders?
pub(super) fn reach_others(effects: &[Effect]) -> bool {
    let reaches =
        |effect: &Effect| matches!(effect, Effect::FollowUpWanted { .. } | Effect::TakenBack { .. });
    effects.iter().any(reaches)
}

pub(super) async fn carry_out(tx: &mut dyn WriteTx, change: &Change<'_>, act: &Act) -> Result<()> {
    let after = change.after;
    for effect in change.effects {
        match effect {
            Effect::FollowUpWanted { what } => follow_up(tx, after, what, act).await?,
            Effect::OfficeTask(code) => open_task(tx, after, code, act).await?,
            Effect::PhotoAwaited { photo, sha256 } => await_photo(tx, after, *photo, sha256, act).await?,
            Effect::TakenBack { visit } if left_work(change.before, *visit) => {
                withdraw(tx, after, act).await?;
            }
            // Feeds, stages and notices follow from these.
            Effect::StatusMoved { .. } | Effect::Completed { .. } | Effect::TakenBack { .. } => {}
        }
    }
    Ok(())
}

/// The order that does the rest, for the same requests.
async fn follow_up(tx: &mut dyn WriteTx, after: &OrderAggregate, what: &str, act: &Act) -> Result<()> {
    let Some((new, routing)) = dispatch::follow_up(tx, after, what, act).await? else {
        return Ok(());
    };
    let requests = new.requests.clone();
    let aggregate = create::build(tx, new, act).await?;
    create::insert(tx, &aggregate, &requests, act).await?;
    feeds::publish(tx, &[&aggregate], act.now).await?;
    tx.put_routing(aggregate.order.id, &routing).await?;
    Ok(())
}

/// Did the visit end with work that another order was made for?
fn left_work(before: Option<&OrderAggregate>, visit: VisitId) -> bool {
    let visits = before.into_iter().flat_map(|order| &order.visits);
    let outcome = visits.filter(|own| own.id == visit).find_map(|own| own.finish());
    outcome.is_some_and(|(outcome, ..)| *outcome == Outcome::DoneNeedsFollowUp)
}

/// A completion was taken back, and with it what it left to do. Boxed, since calling off an order has effects of its own.
fn withdraw<'a>(tx: &'a mut dyn WriteTx, after: &OrderAggregate, act: &'a Act) -> BoxFuture<'a, Result<()>> {
    let order = after.order.id;
    async move { dispatch::withdraw(tx, order, act).await }.boxed()
}

async fn open_task(tx: &mut dyn WriteTx, after: &OrderAggregate, code: &str, act: &Act) -> Result<()> {
    tx.open_task(&OfficeTask {
        id: 0,
        code: code.to_owned(),
        order: Some(after.order.id),
        operation: None,
        opened_at: act.now,
        settled_at: None,
    })
    .await?;
    Ok(())
}

async fn await_photo(
    tx: &mut dyn WriteTx,
    after: &OrderAggregate,
    photo: PhotoId,
    sha256: &Sha256Hex,
    act: &Act,
) -> Result<()> {
    let Actor::Worker { device, .. } = act.actor else {
        return Ok(());
    };
    let arrived = after.photos.iter().any(|row| row.photo == photo && row.arrived);
    tx.put_photo(&PhotoRow {
        photo,
        order: after.order.id,
        device,
        sha256: sha256.clone(),
        arrived,
        announced_at: act.now,
    })
    .await?;
    Ok(())
}
