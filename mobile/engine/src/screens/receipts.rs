//! Every operation and photo with its state.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::id::{OpId, OrderId, OrderNumber, PhotoId};
use kuitti_shared::operation::Entry;
use kuitti_shared::sync::{ReceiptOutcome, code};
use rusqlite::{Connection, Row};

use crate::protocol::{ReceiptLine, ReceiptState, ReceiptSubject, Receipts, Tally};
use crate::store::column::{self, Column};
use crate::store::decoded::Decoded;
use crate::store::taken::{self, Purpose, Undeveloped};
use crate::store::upload::{Upload, UploadState};
use crate::store::{Result, upload};

pub(crate) fn receipts(store: &Connection, orders: &Decoded) -> Result<Receipts> {
    let arrived = arrived_photos(store, orders)?;
    let mut lines = operations(store)?;
    let names: BTreeMap<OpId, (Option<OrderNumber>, String)> = lines
        .iter()
        .filter_map(|line| match line.subject {
            ReceiptSubject::Operation { op, .. } => Some((op, (line.number.clone(), line.title.clone()))),
            _ => None,
        })
        .collect();
    for photo in upload::all(store)? {
        let (number, title) = names.get(&photo.op_id).cloned().unwrap_or_default();
        lines.push(ReceiptLine {
            state: photo_state(&photo, arrived.contains(&photo.photo)),
            order: photo.order,
            number,
            title,
            made_at: photo.made_at,
            subject: ReceiptSubject::Photo {
                photo: photo.photo,
                role: photo.role,
                sent: photo.sent,
                size: photo.size,
            },
        });
    }
    for one in taken::all(store)? {
        lines.push(undeveloped(store, orders, &one)?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.made_at));
    let tally = tally(&lines);
    Ok(Receipts { lines, tally })
}

/// A photo that is not ready to be sent. One for several orders stands with the first of them.
fn undeveloped(store: &Connection, orders: &Decoded, one: &Undeveloped) -> Result<ReceiptLine> {
    let purpose = &one.taken.purpose;
    let all = orders.all(store)?;
    let wanted = purpose.orders().first().copied();
    let order = all
        .iter()
        .map(|aggregate| &aggregate.order)
        .find(|order| Some(order.id) == wanted);
    let code = match purpose {
        Purpose::Order { .. } => "photo_damaged",
        Purpose::Finish { .. } => "finish_without_photo",
        Purpose::Report { .. } => "report_without_photo",
    };
    Ok(ReceiptLine {
        subject: ReceiptSubject::Taken(one.number),
        order: wanted,
        number: order.map(|order| order.number.clone()),
        title: order.map(|order| order.title.clone()).unwrap_or_default(),
        made_at: one.taken.clock.stamp.wall,
        state: if one.given_up {
            ReceiptState::NeedsAttention {
                code: code.to_owned(),
            }
        } else {
            ReceiptState::OnThisPhone
        },
    })
}

/// The operations of this phone, the latest first.
fn operations(store: &Connection) -> Result<Vec<ReceiptLine>> {
    let mut query = store.prepare_cached(
        "SELECT op_id, kind, order_id, made_at, outcome, coalesce(code, ''), 0 AS settled, seq,
                view.document ->> '$.order.number', coalesce(view.document ->> '$.order.title', '')
         FROM pending_op LEFT JOIN view_order AS view ON view.id = order_id
         UNION ALL
         SELECT op_id, kind, order_id, made_at, outcome, code, 1, seq, number, title FROM sent_log
         ORDER BY 4 DESC, 7, 8 DESC",
    )?;
    query.query_map([], line)?.collect()
}

fn line(row: &Row<'_>) -> Result<ReceiptLine> {
    let kind: String = row.get(1)?;
    Ok(ReceiptLine {
        subject: ReceiptSubject::Operation {
            op: column::get(row, 0)?,
            kind: Entry::of_wire(&kind).map(|entry| entry.kind),
        },
        order: column::get_optional(row, 2)?,
        number: row.get::<_, Option<String>>(8)?.map(OrderNumber),
        title: row.get(9)?,
        made_at: column::get(row, 3)?,
        state: state(row, 4)?,
    })
}

/// The state in the columns `outcome, code, settled` that begin at `index`.
fn state(row: &Row<'_>, index: usize) -> Result<ReceiptState> {
    let outcome: Option<String> = row.get(index)?;
    let code: String = row.get(index + 1)?;
    let shown = if row.get(index + 2)? {
        ReceiptState::Applied
    } else {
        ReceiptState::Arrived
    };
    Ok(match outcome {
        None => ReceiptState::OnThisPhone,
        Some(outcome) => operation_state(ReceiptOutcome::from_code(&outcome), code, shown),
    })
}

/// What a verdict means to the worker; `shown` is the state of an operation that simply did what it says.
fn operation_state(outcome: Option<ReceiptOutcome>, code: String, shown: ReceiptState) -> ReceiptState {
    match outcome {
        Some(ReceiptOutcome::Quarantined | ReceiptOutcome::AppliedConflict) => {
            ReceiptState::NeedsAttention { code }
        }
        Some(ReceiptOutcome::Held) => ReceiptState::Arrived,
        Some(ReceiptOutcome::Recorded | ReceiptOutcome::Duplicate) if says_something(&code) => {
            ReceiptState::NeedsAttention { code }
        }
        _ => shown,
    }
}

fn says_something(reason: &str) -> bool {
    const PLAIN: [&str; 6] = [
        "",
        code::APPLIED,
        code::RECORDED,
        code::UNKNOWN_ORDER,
        code::UNKNOWN_KIND,
        code::AFTER_HELD,
    ];
    !PLAIN.contains(&reason)
}

/// The state of each operation that this phone made on `order`.
pub(super) fn of_order(store: &Connection, order: OrderId) -> Result<BTreeMap<OpId, ReceiptState>> {
    let mut query = store.prepare_cached(
        "SELECT op_id, outcome, coalesce(code, ''), 0 FROM pending_op WHERE order_id = ?1
         UNION ALL
         SELECT op_id, outcome, code, 1 FROM sent_log WHERE order_id = ?1",
    )?;
    let rows = query.query_map([order.stored()], |row| Ok((column::get(row, 0)?, state(row, 1)?)))?;
    rows.collect()
}

/// What receipts should be read about on orders, as codes.
pub(super) fn to_read(store: &Connection) -> Result<BTreeMap<OrderId, BTreeSet<String>>> {
    let mut query = store.prepare_cached(
        "SELECT order_id, outcome, coalesce(code, ''), 0 FROM pending_op
         WHERE order_id IS NOT NULL AND outcome <> 'applied'
         UNION ALL
         SELECT order_id, outcome, code, 1 FROM sent_log
         WHERE order_id IS NOT NULL AND outcome <> 'applied'",
    )?;
    let rows = query.query_map([], |row| Ok((column::get::<OrderId>(row, 0)?, state(row, 1)?)))?;
    let mut to_read = BTreeMap::<OrderId, BTreeSet<String>>::new();
    for row in rows {
        if let (order, ReceiptState::NeedsAttention { code }) = row? {
            to_read.entry(order).or_default().insert(code);
        }
    }
    Ok(to_read)
}

/// Photos of which the server says that it has the bytes.
fn arrived_photos(store: &Connection, orders: &Decoded) -> Result<BTreeSet<PhotoId>> {
    let orders = orders.all(store)?;
    let photos = orders.iter().flat_map(|aggregate| &aggregate.photos);
    Ok(photos
        .filter(|photo| photo.arrived)
        .map(|photo| photo.photo)
        .collect())
}

/// Where the bytes of a photo are; `shown` when the order says that they are there.
pub(super) fn photo_state(photo: &Upload, shown: bool) -> ReceiptState {
    match &photo.state {
        UploadState::Queued => ReceiptState::OnThisPhone,
        UploadState::Parked(code) => ReceiptState::NeedsAttention { code: code.clone() },
        UploadState::Arrived if shown => ReceiptState::Applied,
        UploadState::Arrived => ReceiptState::Arrived,
    }
}

fn tally(lines: &[ReceiptLine]) -> Tally {
    lines.iter().fold(Tally::default(), |mut tally, line| {
        match line.state {
            ReceiptState::OnThisPhone => tally.on_this_phone += 1,
            ReceiptState::Arrived => tally.arrived += 1,
            ReceiptState::Applied => tally.applied += 1,
            ReceiptState::NeedsAttention { .. } => tally.needs_attention += 1,
        }
        tally
    })
}
