//! The audit log as people read it: with log-in names instead of ids.

use std::collections::BTreeMap;

use kuitti_shared::api::Page;
use kuitti_shared::api::orders::AuditRow;
use kuitti_shared::id::StaffId;
use kuitti_shared::unit::WallTime;
use uuid::Uuid;

use super::page;
use crate::act::Actor;
use crate::error::Result;
use crate::storage::{AuditEntry, AuditFilter, ReadTx};

/// Lines of the log, latest first, and the number of the last one.
pub(super) async fn lines(tx: &mut dyn ReadTx, filter: &AuditFilter) -> Result<(Vec<AuditRow>, Option<i64>)> {
    let entries = tx.audit_list(filter).await?;
    let staff = tx.staff_list().await?;
    let names = staff.into_iter().map(|staff| (staff.id, staff.name)).collect();
    let last = entries.last().map(|(number, _)| *number);
    let rows = entries.into_iter().map(|(_, entry)| row(entry, &names)).collect();
    Ok((rows, last))
}

/// A page of the whole log, or of what happened to one thing.
///
/// # Errors
/// When the page cannot be understood.
pub(super) async fn log(
    tx: &mut dyn ReadTx,
    subject: Option<Uuid>,
    after: Option<&str>,
    limit: Option<u32>,
    now: WallTime,
) -> Result<Page<AuditRow>> {
    let filter = AuditFilter {
        subject_id: subject,
        before: after
            .map(|number| number.parse().map_err(|_| page::unreadable()))
            .transpose()?,
        limit: page::limit(limit),
    };
    let (rows, last) = lines(tx, &filter).await?;
    let full = u32::try_from(rows.len()).is_ok_and(|rows| rows >= filter.limit);
    Ok(Page {
        total: tx.audit_count(subject).await?,
        next: last.filter(|_| full).map(|number| number.to_string()),
        as_of: now,
        rows,
    })
}

fn row(entry: AuditEntry, names: &BTreeMap<StaffId, String>) -> AuditRow {
    AuditRow {
        at: entry.at,
        actor: actor(entry.actor, names),
        action: entry.action,
        subject: match entry.subject_id {
            Some(id) => format!("{}:{id}", entry.subject),
            None => entry.subject,
        },
        details: entry.detail,
    }
}

fn actor(actor: Actor, names: &BTreeMap<StaffId, String>) -> String {
    match actor {
        Actor::Server => "system".to_owned(),
        Actor::Citizen => "citizen".to_owned(),
        Actor::Staff { id, .. } => names.get(&id).cloned().unwrap_or_else(|| format!("staff:{id}")),
        Actor::Worker { device, .. } => format!("device:{device}"),
    }
}
