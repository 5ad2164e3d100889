//! Every operation has exactly one effect: what can only be added is there once, and nothing opened two visits.

use std::collections::BTreeMap;

use kuitti_server::storage::OrderFilter;
use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OpId;
use kuitti_shared::operation::{CATALOGUE, Family, Kind};
use kuitti_shared::sync::ReceiptOutcome;

use super::Violation;
use crate::town::Town;

pub(crate) async fn check(town: &Town) -> Result<(), Violation> {
    let orders = orders(town).await;
    let rows = count(orders.iter().flat_map(added));
    let visits = count(orders.iter().flat_map(opened));
    if let Some((op, times)) = visits.iter().find(|(_, times)| **times > 1) {
        return Err(Violation::of("effects", format!("{op} opened {times} visits")));
    }
    let mut tx = town.server.look().await;
    for (op, saved) in town.world.model.expected() {
        let Some(stored) = tx.operation(op).await.unwrap() else {
            continue;
        };
        let was_applied = matches!(
            stored.outcome,
            ReceiptOutcome::Applied | ReceiptOutcome::AppliedConflict
        );
        let expected = u32::from(was_applied && adds_a_row(saved.kind));
        let found = rows.get(&op).copied().unwrap_or_default();
        if found != expected {
            let outcome = stored.outcome.code();
            let what = format!(
                "{:?} {op} ({outcome}, {}) has {found} rows, not {expected}",
                saved.kind, stored.code
            );
            return Err(Violation::of("effects", what));
        }
    }
    Ok(())
}

fn adds_a_row(kind: Kind) -> bool {
    let entry = CATALOGUE.iter().find(|entry| entry.kind == kind);
    entry.is_some_and(|entry| entry.family == Family::Evidence)
}

/// Every order at the server.
pub(crate) async fn orders(town: &Town) -> Vec<OrderAggregate> {
    let mut tx = town.server.look().await;
    let filter = OrderFilter {
        limit: 10_000,
        ..OrderFilter::default()
    };
    let (rows, _) = tx.order_list(&filter).await.unwrap();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    tx.orders(&ids).await.unwrap()
}

fn count(ops: impl Iterator<Item = OpId>) -> BTreeMap<OpId, u32> {
    let mut counts = BTreeMap::new();
    for op in ops {
        *counts.entry(op).or_default() += 1;
    }
    counts
}

fn opened(order: &OrderAggregate) -> impl Iterator<Item = OpId> {
    order.visits.iter().map(|visit| OpId(visit.id.0))
}

fn added(order: &OrderAggregate) -> Vec<OpId> {
    let answers = order
        .checklist
        .iter()
        .flat_map(|line| line.answer.iter().chain(&line.history));
    let notes = order.notes.iter().map(|note| note.op);
    notes
        .chain(order.photos.iter().map(|photo| photo.op))
        .chain(order.materials.iter().map(|material| material.op))
        .chain(order.exemptions.iter().map(|exemption| exemption.op))
        .chain(order.times.iter().map(|time| time.op))
        .chain(order.suggestions.iter().map(|suggestion| suggestion.op))
        .chain(answers.map(|answer| answer.op))
        .collect()
}
