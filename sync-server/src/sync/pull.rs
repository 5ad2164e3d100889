//! Everything that comes down, read in one state of the town. Where one look says that there is nothing, that was all.

use std::collections::BTreeMap;

use kuitti_shared::sync::request::{Cursor, SCHEMA, Scope};
use kuitti_shared::sync::response::{PageMode, ScopePage, SyncResponse, Upgrade};
use serde_json::value::RawValue;

use super::envelope::Envelope;
use super::glance::{glance, has_news, retold_since, scopes_of};
use super::page::Page;
use super::push::Pushed;
use super::{ledger, page, town_card};
use crate::app::App;
use crate::auth::Device;
use crate::error::Result;
use crate::notices;
use crate::storage::{Glance, ReadTx};

/// The oldest protocol that may still pull.
const OLDEST: u32 = 1;
/// Photos asked for in one answer.
const PHOTOS: u32 = 50;

/// An answer with orders as they are stored.
pub(super) type Answer = SyncResponse<Box<RawValue>>;

/// Puts the answer together.
pub(super) async fn pull(app: &App, device: &Device, envelope: &Envelope, pushed: Pushed) -> Result<Answer> {
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
    if pushed
        .glance
        .is_some_and(|seen| !has_news(&seen, device, envelope))
    {
        return Ok(response);
    }
    let mut tx = app.storage.read().await?;
    let glance = glance(&mut *tx, device, envelope, now).await?;
    if glance.verdicts {
        let settled = tx.settled_since(device.record.id, retold_since(now)).await?;
        let receipts = settled.iter().map(|known| ledger::receipt_of(known.seq, known));
        response.results.extend(receipts);
    }
    if envelope.schema < OLDEST {
        return Ok(response);
    }
    response.scopes = scopes(&mut *tx, &glance, device, envelope).await?;
    if glance.photos {
        response.want_photos = tx.wanted_from(device.record.id, PHOTOS).await?;
    }
    let (worker, id) = (&device.worker, device.record.id);
    if envelope.town != Some(glance.edition) {
        response.town = Some(town_card::card(&mut *tx, worker, id, &app.config).await?);
    }
    if glance.messages {
        let there = notices::fetched(&mut *tx, worker.id, &envelope.cursors).await?;
        drop(tx);
        notices::take_back_fetched(app, &there).await?;
    }
    Ok(response)
}

/// The next page of every scope that has one. The token says which scopes there are, never the request.
async fn scopes(
    tx: &mut dyn ReadTx,
    glance: &Glance,
    device: &Device,
    envelope: &Envelope,
) -> Result<BTreeMap<Scope, Page>> {
    let own = scopes_of(device);
    let mut pages = BTreeMap::new();
    for (scope, cursor) in &envelope.cursors {
        if !own.contains(scope) {
            pages.insert(*scope, closed(*cursor));
        }
    }
    for scope in own {
        let cursor = envelope.cursors.get(&scope).copied();
        let row = page::row_of(glance, scope);
        if let Some(page) = page::next(tx, scope, &row, cursor, envelope.limit).await? {
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
