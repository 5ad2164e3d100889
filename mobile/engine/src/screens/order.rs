//! One order with everything on it.

use std::collections::BTreeMap;

use kuitti_shared::domain::{OfficeDecision, OrderAggregate};
use kuitti_shared::id::{OpId, OrderId, PhotoId};
use kuitti_shared::operation::{Entry, Family, Kind};
use kuitti_shared::rules::evidence::missing;
use kuitti_shared::rules::legal_moves::legal_moves;
use kuitti_shared::unit::{Millis, WallTime};
use rusqlite::{Connection, OptionalExtension};

use super::Sight;
use super::card::Table;
use super::receipts::{of_order, photo_state};
use crate::protocol::{OrderView, PhotoOnPhone, UndoOffer};
use crate::store::column::Column;
use crate::store::view::Player;
use crate::store::{Result, meta, upload, view};

pub(crate) fn order(
    store: &Connection,
    sight: &Sight,
    now: WallTime,
    order: OrderId,
) -> Result<Option<OrderView>> {
    let player = Player::of(store)?;
    let Some((aggregate, player)) = view::get(store, order)?.zip(player) else {
        return Ok(None);
    };
    let table = Table::read(store, sight, now)?;
    let card = table.card(&aggregate);
    // In the tray an order is only to be read.
    let moves = if card.no_longer_yours.is_some() {
        Vec::new()
    } else {
        legal_moves(&aggregate, player.hand)
    };
    Ok(Some(OrderView {
        primary: moves.first().copied(),
        moves,
        missing: missing(&aggregate),
        undo: if card.no_longer_yours.is_some() {
            None
        } else {
            undo(store, &table, &aggregate, &player, now)?
        },
        receipts: of_order(store, order)?,
        photos: photos(store, &aggregate)?,
        as_of: meta::get(store, &meta::LAST_SUCCESS)?,
        card,
        aggregate,
    }))
}

/// The own latest move, if this phone made it and it can still be taken back.
pub(super) fn undo(
    store: &Connection,
    table: &Table,
    aggregate: &OrderAggregate,
    player: &Player,
    now: WallTime,
) -> Result<Option<UndoOffer>> {
    let Some(visit) = table.own_visit(aggregate) else {
        return Ok(None);
    };
    let made = made_here(store, visit.last_move)?;
    let Some((kind, clock_ahead)) = made.filter(|(kind, _)| is_move(*kind)) else {
        return Ok(None);
    };
    let until = visit
        .ended_at
        .map(|ended| ended.at + clock_ahead + player.undo_window);
    let is_open = aggregate.order.decision == OfficeDecision::Open && until.is_none_or(|until| now < until);
    Ok(is_open.then_some(UndoOffer {
        op: visit.last_move,
        kind,
        until,
    }))
}

/// The kind of an operation of this phone, and how far the phone's clock is ahead of the one that its time was read on:
/// once the base shows an operation, its time is the server's.
fn made_here(store: &Connection, op: OpId) -> Result<Option<(Kind, Millis)>> {
    let found = store
        .prepare_cached(
            "SELECT kind, 0 FROM pending_op WHERE op_id = ?1
             UNION ALL SELECT kind, 1 FROM sent_log WHERE op_id = ?1",
        )?
        .query_row([op.stored()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?))
        })
        .optional()?;
    let Some((wire, is_settled)) = found else {
        return Ok(None);
    };
    let ahead = if is_settled {
        meta::get(store, &meta::CLOCK_ERROR)?.unwrap_or(Millis(0))
    } else {
        Millis(0)
    };
    Ok(Entry::of_wire(&wire).map(|entry| (entry.kind, ahead)))
}

/// Moves of the visit, and its end.
fn is_move(kind: Kind) -> bool {
    kuitti_shared::operation::CATALOGUE
        .iter()
        .any(|entry| entry.kind == kind && matches!(entry.family, Family::Progress | Family::Completion))
}

fn photos(store: &Connection, aggregate: &OrderAggregate) -> Result<BTreeMap<PhotoId, PhotoOnPhone>> {
    let has_arrived = |id: PhotoId| {
        aggregate
            .photos
            .iter()
            .any(|photo| photo.photo == id && photo.arrived)
    };
    let uploads = upload::on_order(store, aggregate.order.id)?;
    Ok(uploads
        .into_iter()
        .map(|photo| {
            let on_phone = PhotoOnPhone {
                state: photo_state(&photo, has_arrived(photo.photo)),
                sent: photo.sent,
                size: photo.size,
            };
            (photo.photo, on_phone)
        })
        .collect())
}
