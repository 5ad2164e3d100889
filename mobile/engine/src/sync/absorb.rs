//! What comes down: one answer of the server, taken in as one transaction.

use std::collections::BTreeSet;

use kuitti_shared::clock::clock_error;
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::sync::ReceiptOutcome;
use kuitti_shared::sync::request::{SCHEMA, Scope};
use kuitti_shared::sync::response::{PageMode, ScopePage, SyncResponse};
use kuitti_shared::unit::{Seq, WallTime};
use rusqlite::Connection;

use super::push::Push;
use crate::error::EngineError;
use crate::protocol::{Problem, Standing};
use crate::store::membership::Comparison;
use crate::store::view::Player;
use crate::store::{base, log, membership, meta, outbox, sent_log, snapshot, upload, view};

/// What an answer changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Absorbed {
    /// Orders that look different now.
    pub(crate) orders: BTreeSet<OrderId>,
    /// The town told something new about itself.
    pub(crate) town: bool,
    /// There is more to fetch or to send: ask again at once.
    pub(crate) again: bool,
    /// The server wants photos that it should have had.
    pub(crate) photos_wanted: usize,
    /// Photos whose files nobody needs any more.
    pub(crate) photos_forgotten: usize,
}

/// Takes the answer to `push` in.
pub(crate) fn absorb(
    store: &Connection,
    push: &Push,
    response: &SyncResponse,
    now: WallTime,
) -> Result<Absorbed, EngineError> {
    let mut absorbed = Absorbed {
        town: response.town.is_some(),
        ..Absorbed::default()
    };
    absorb_circumstances(store, response, now)?;
    absorbed.again |= acknowledge(store, push, response)?;
    for (scope, page) in &response.scopes {
        absorbed.again |= absorb_page(store, scope, page)?;
    }
    absorbed.photos_wanted += send_again(store, push, response, now)?;
    if is_restored(push, response) {
        // The backup may have what announced a photo, and not the photo.
        absorbed.photos_wanted += upload::offer_arrived_again(store)?;
    }
    let has_more = response.scopes.values().any(|page| page.more);
    if !has_more && base_is_true(store)? {
        absorbed.orders = complete(store, now.max(response.server_time))?;
    }
    absorbed.again |= !outbox::unacknowledged(store, 1)?.is_empty() && !push.sent().is_empty();
    note(store, push, response, &absorbed, now)?;
    if !absorbed.again {
        meta::set(store, &meta::LAST_SUCCESS, &now)?;
        // Only now: a restored server that still has to be told may be hidden behind an earlier answer.
        // And only what is old by both clocks: somebody can set the phone's years ahead, and somebody the server's.
        let both_say = now.min(response.server_time);
        sent_log::forget_old(store, both_say)?;
        let keeping = meta::get(store, &meta::TOWN)?.map(|town| town.keeping);
        let keeping = keeping.unwrap_or_default();
        absorbed.photos_forgotten = upload::forget_old(store, keeping, both_say)?;
    }
    Ok(absorbed)
}

/// A line of the log, when something was said or changed; a silent sync costs none.
fn note(
    store: &Connection,
    push: &Push,
    response: &SyncResponse,
    absorbed: &Absorbed,
    now: WallTime,
) -> Result<(), EngineError> {
    let (sent, orders, photos) = (push.sent().len(), absorbed.orders.len(), absorbed.photos_wanted);
    let restarts = response.new_incarnation.is_some() || response.need_seq.is_some();
    if sent + orders + photos == 0 && !restarts && response.results.is_empty() {
        return Ok(());
    }
    let acked = response.acked_seq.0;
    let mut detail = format!("sent={sent} acked={acked} orders={orders} photos_wanted={photos}");
    if restarts {
        detail.push_str(" numbering=corrected");
    }
    for receipt in &response.results {
        if receipt.outcome != ReceiptOutcome::Applied {
            detail.push_str(&format!(
                " {}:{}={}",
                receipt.seq.0,
                receipt.outcome.code(),
                receipt.code
            ));
        }
    }
    log::write(store, now, "sync", &detail)?;
    Ok(())
}

/// Queues the photos that the server should have had. The question's times are the town's; a photo counts as arrived at the later
/// of both clocks, so that a phone that is ahead at worst offers once more what the server has.
fn send_again(
    store: &Connection,
    push: &Push,
    response: &SyncResponse,
    now: WallTime,
) -> Result<usize, EngineError> {
    let answered_at = response.server_time;
    let asked_at = answered_at - (now - push.clock().stamp.wall);
    let mut queued = 0;
    for sha256 in &response.want_photos {
        queued += upload::send_again(store, sha256, asked_at, answered_at)?;
    }
    Ok(queued)
}

/// Clock, town card, standing, versions.
fn absorb_circumstances(
    store: &Connection,
    response: &SyncResponse,
    now: WallTime,
) -> Result<(), EngineError> {
    meta::set(store, &meta::CLOCK_ERROR, &clock_error(now, response.server_time))?;
    if let Some(town) = &response.town {
        meta::set(store, &meta::TOWN, town)?;
    }
    let standing = if response.drain_only {
        Standing::DrainOnly
    } else {
        Standing::Active
    };
    meta::set(store, &meta::STANDING, &standing)?;
    let upgrade_needed = response.upgrade.is_some_and(|upgrade| upgrade.min > SCHEMA);
    meta::set(store, &meta::UPGRADE_NEEDED, &upgrade_needed)?;
    Ok(())
}

/// Rules 1 and 2: receipts, gaps, forks. Returns whether to push again at once.
fn acknowledge(store: &Connection, push: &Push, response: &SyncResponse) -> Result<bool, EngineError> {
    let numbering = meta::get(store, &meta::NUMBERING)?.ok_or(Problem::NotEnrolled)?;
    for receipt in &response.results {
        outbox::acknowledge(store, receipt)?;
        sent_log::reconsider(store, receipt)?;
    }
    if let Some(incarnation) = response.new_incarnation {
        if is_restored(push, response) {
            outbox::rewind_to(store, Seq(1))?;
        }
        outbox::renumber(store, incarnation, response.acked_seq)?;
        return Ok(true);
    }
    let unheard: Vec<OpId> = push
        .sent()
        .iter()
        .filter(|(seq, _)| *seq <= response.acked_seq)
        .map(|(_, op_id)| *op_id)
        .collect();
    outbox::acknowledge_unheard(store, &unheard)?;
    let server_lost_some = response.acked_seq < numbering.acked;
    match response.need_seq {
        Some(needed) => {
            outbox::rewind_to(store, needed)?;
            Ok(true)
        }
        None if server_lost_some => {
            outbox::rewind_to(store, response.acked_seq.next())?;
            Ok(true)
        }
        None => {
            let acked = response.acked_seq;
            let last = Seq(numbering.last.0.max(acked.0));
            let moved = meta::Numbering {
                acked,
                last,
                ..numbering
            };
            meta::set(store, &meta::NUMBERING, &moved)?;
            Ok(false)
        }
    }
}

/// Does the server know neither the numbering nor how far the device has got? Then it came back from a backup, and
/// everything that was told under the old numbering is told again. A clone's numbering is known.
fn is_restored(push: &Push, response: &SyncResponse) -> bool {
    response
        .scopes
        .iter()
        .any(|(scope, page)| page.mode == PageMode::Snapshot && push.has_cursor(scope))
}

/// Rules 4, 9 and 10: one page of one scope. Returns whether to ask again at once.
fn absorb_page(store: &Connection, scope: &Scope, page: &ScopePage) -> Result<bool, EngineError> {
    match page.mode {
        PageMode::Closed => {
            membership::close(store, scope)?;
            return Ok(false);
        }
        PageMode::Snapshot => {
            // Only the first page says so: what was collected before belongs to another snapshot.
            snapshot::begin(store, scope)?;
            collect(store, scope, page)?;
        }
        PageMode::Delta if snapshot::under_way(store, scope)? => collect(store, scope, page)?,
        PageMode::Delta => apply_delta(store, scope, page)?,
    }
    match page.digest {
        Some(digest) if !page.more => {
            let comparison = membership::compare(store, scope, digest)?;
            if comparison == Comparison::Differs {
                let mismatches = meta::get(store, &meta::DIGEST_MISMATCHES)?.unwrap_or_default();
                meta::set(store, &meta::DIGEST_MISMATCHES, &(mismatches + 1))?;
            }
            Ok(membership::cursor(store, scope)?.is_none())
        }
        _ => Ok(page.more),
    }
}

fn collect(store: &Connection, scope: &Scope, page: &ScopePage) -> Result<(), EngineError> {
    for aggregate in &page.changes {
        snapshot::collect(store, scope, aggregate)?;
    }
    for gone in &page.gone {
        snapshot::drop_order(store, scope, gone.order)?;
    }
    if page.more {
        snapshot::reach(store, scope, page.cursor)?;
    } else {
        snapshot::swap_in(store, scope, page.cursor)?;
        meta::set(store, &meta::DIGEST_MISMATCHES, &0)?;
    }
    Ok(())
}

fn apply_delta(store: &Connection, scope: &Scope, page: &ScopePage) -> Result<(), EngineError> {
    for aggregate in &page.changes {
        membership::enter(store, scope, aggregate.order.id)?;
        base::put(store, aggregate)?;
    }
    for gone in &page.gone {
        membership::leave(store, scope, *gone)?;
    }
    membership::set_cursor(store, scope, page.cursor)?;
    Ok(())
}

/// Does the base show what has been acknowledged? Not while nothing comes down, unless every membership has ended.
fn base_is_true(store: &Connection) -> Result<bool, EngineError> {
    let standing = meta::get(store, &meta::STANDING)?.unwrap_or(Standing::Active);
    let upgrade_needed = meta::get(store, &meta::UPGRADE_NEEDED)?.unwrap_or_default();
    let comes_down = standing == Standing::Active && !upgrade_needed;
    Ok(comes_down || membership::cursors(store)?.is_empty())
}

/// Rules 3 and 5: every scope has said all it has to say. What is acknowledged is part of the base now, and orders that
/// no scope brings leave.
fn complete(store: &Connection, now: WallTime) -> Result<BTreeSet<OrderId>, EngineError> {
    let mut changed = BTreeSet::new();
    for order in sent_log::settle(store, now)? {
        base::mark_stale(store, order)?;
        changed.insert(order);
    }
    changed.extend(membership::sweep(store)?);
    if let Some(player) = Player::of(store)? {
        changed.extend(view::rebuild_stale(store, &player)?);
    }
    Ok(changed)
}
