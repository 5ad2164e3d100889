//! Everything that comes down, read in one state of the town.

use std::collections::BTreeMap;

use kuitti_shared::sync::request::{Cursor, SCHEMA, Scope};
use kuitti_shared::sync::response::{PageMode, ScopePage, SyncResponse, Upgrade};
use kuitti_shared::unit::Millis;
use serde_json::value::RawValue;

use super::envelope::Envelope;
use super::page::Page;
use super::push::Pushed;
use super::sender::Sender;
use super::{epoch, ledger, page, town_card};
use crate::app::App;
use crate::auth::Device;
use crate::error::Result;
use crate::notices;
use crate::storage::ReadTx;

/// The oldest protocol that may still pull.
const OLDEST: u32 = 1;
/// Photos asked for in one answer.
const PHOTOS: u32 = 50;
/// How long a verdict that had waited is told again: a device hears of it in one of the syncs of that time.
const RETOLD: Millis = Millis::from_days(7);

/// An answer with orders as they are stored.
pub(super) type Answer = SyncResponse<Box<RawValue>>;

/// Puts the answer together.
pub(super) async fn pull(app: &App, device: &Device, envelope: &Envelope, pushed: Pushed) -> Result<Answer> {
    let mut tx = app.storage.read().await?;
    let now = app.clock.now();
    let mut response = SyncResponse {
        server_time: now,
        acked_seq: pushed.acked,
        need_seq: pushed.need_seq,
        new_incarnation: pushed.new_incarnation,
        results: pushed.results,
        scopes: BTreeMap::new(),
        want_photos: Vec::new(),
        town: None,
        upgrade: (envelope.schema != SCHEMA).then_some(Upgrade {
            min: OLDEST,
            latest: SCHEMA,
        }),
        drain_only: device.record.drain_until.is_some(),
    };
    let settled = tx.settled_since(device.record.id, now - RETOLD).await?;
    response
        .results
        .extend(settled.iter().map(|known| ledger::receipt_of(known.seq, known)));
    if envelope.schema < OLDEST {
        return Ok(response);
    }
    response.scopes = scopes(&mut *tx, device, envelope).await?;
    response.want_photos = tx.wanted_from(device.record.id, PHOTOS).await?;
    let (worker, id) = (&device.worker, device.record.id);
    response.town = town_card::newer_than(&mut *tx, worker, id, envelope.town, &app.config).await?;
    let there = notices::fetched(&mut *tx, worker.id, &envelope.cursors).await?;
    drop(tx);
    notices::take_back_fetched(app, &there).await?;
    Ok(response)
}

/// The next page of every scope that has one. The token says which scopes there are, never the request.
pub(super) async fn scopes(
    tx: &mut dyn ReadTx,
    device: &Device,
    envelope: &Envelope,
) -> Result<BTreeMap<Scope, Page>> {
    let own = if device.record.drain_until.is_some() {
        Vec::new()
    } else {
        Sender::from(device).scopes()
    };
    let mut pages = BTreeMap::new();
    for (scope, cursor) in &envelope.cursors {
        if !own.contains(scope) {
            pages.insert(*scope, closed(*cursor));
        }
    }
    let town_epoch = epoch::of_town(tx).await?;
    for scope in own {
        let cursor = envelope.cursors.get(&scope).copied();
        if let Some(page) = page::next(tx, scope, cursor, envelope.limit, town_epoch).await? {
            pages.insert(scope, page);
        }
    }
    Ok(pages)
}

const fn closed(cursor: Cursor) -> Page {
    ScopePage {
        mode: PageMode::Closed,
        changes: Vec::new(),
        gone: Vec::new(),
        cursor,
        more: false,
        digest: None,
    }
}
