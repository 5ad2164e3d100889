//! What the rules say follows from a change, besides feeds, stages and notices.

use kuitti_shared::apply::Effect;
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::{PhotoId, Sha256Hex};

use super::create::{self, NewOrder};
use crate::act::{Act, Actor};
use crate::error::Result;
use crate::storage::{OfficeTask, PhotoRow, WriteTx};

pub(super) async fn carry_out(
    tx: &mut dyn WriteTx,
    after: &OrderAggregate,
    effects: &[Effect],
    act: &Act,
) -> Result<()> {
    for effect in effects {
        match effect {
            Effect::FollowUpWanted { what } => follow_up(tx, after, what, act).await?,
            Effect::OfficeTask(code) => open_task(tx, after, code, act).await?,
            Effect::PhotoAwaited { photo, sha256 } => await_photo(tx, after, *photo, sha256, act).await?,
            // Feeds, stages and notices follow from these.
            Effect::StatusMoved { .. } | Effect::Completed { .. } | Effect::TakenBack { .. } => {}
        }
    }
    Ok(())
}

/// The order that does the rest, for the same requests.
async fn follow_up(tx: &mut dyn WriteTx, after: &OrderAggregate, what: &str, act: &Act) -> Result<()> {
    let order = &after.order;
    let new = NewOrder {
        title: Some(if what.trim().is_empty() {
            order.title.clone()
        } else {
            what.to_owned()
        }),
        description: order.description.clone(),
        place: order.place.clone(),
        priority: order.priority,
        requests: tx.requests_of_order(order.id).await?,
        follows: Some(order.id),
        contact: order.contact.clone(),
        ..NewOrder::of(order.category.clone())
    };
    let aggregate = create::build(tx, new.clone(), act).await?;
    create::insert(tx, &aggregate, &new.requests, act).await
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
