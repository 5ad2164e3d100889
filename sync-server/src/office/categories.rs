//! What the town decides about its categories while the server runs.

use std::collections::BTreeSet;

use kuitti_shared::api::settings::CategoryChange;
use kuitti_shared::domain::{Category, ChecklistTemplate, ItemKind, Targets};
use kuitti_shared::id::CategoryCode;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, WriteTx};

/// Changes a category; fields left out stay.
///
/// # Errors
/// When there is no such category.
pub(super) async fn change(
    tx: &mut dyn WriteTx,
    code: &CategoryCode,
    wanted: &CategoryChange,
    act: &Act,
) -> Result<Category> {
    let before = tx.category(code).await?.ok_or_else(unknown)?;
    let after = Category {
        assigns_itself: wanted.assigns_itself.unwrap_or(before.assigns_itself),
        workers_take: wanted.workers_take.unwrap_or(before.workers_take),
        targets: Targets {
            in_office_hours: wanted.in_office_hours.unwrap_or(before.targets.in_office_hours),
            ..before.targets
        },
        checklist: wanted
            .checklist
            .clone()
            .unwrap_or_else(|| before.checklist.clone()),
        evidence: wanted.evidence.clone().unwrap_or_else(|| before.evidence.clone()),
        publishes_after_photo: wanted
            .publishes_after_photo
            .unwrap_or(before.publishes_after_photo),
        notice_proof: wanted.notice_proof.unwrap_or(before.notice_proof),
        closes_after_days: match wanted.closes_after_days {
            None => before.closes_after_days,
            Some(0) => None,
            days => days,
        },
        ..before.clone()
    };
    if after == before {
        return Ok(after);
    }
    check_form(&after.checklist)?;
    tx.put_category(&after).await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "category.changed".to_owned(),
        subject: "category".to_owned(),
        subject_id: None,
        detail: serde_json::json!({ "category": code, "change": wanted }),
    })
    .await?;
    tx.poke(Poke::Town);
    Ok(after)
}

/// A form that every phone can show and every answer can name.
fn check_form(lines: &[ChecklistTemplate]) -> Result<()> {
    const MOST_LINES: usize = 60;
    let codes: BTreeSet<&str> = lines.iter().map(|line| line.item.as_str()).collect();
    let is_whole = |line: &ChecklistTemplate| {
        let options = match &line.kind {
            ItemKind::Choice(options) => options.len() > 1 && options.iter().all(|one| !one.code.is_empty()),
            _ => true,
        };
        !line.item.as_str().is_empty() && !line.label.is_empty() && options
    };
    if lines.len() > MOST_LINES || codes.len() < lines.len() || !lines.iter().all(is_whole) {
        return Err(Error::invalid(
            "form_incomplete",
            "Each line of a form needs a name of its own, and a choice at least two answers.",
        ));
    }
    Ok(())
}

fn unknown() -> Error {
    Error::not_found(
        "category_unknown",
        "The town has no such category. Load the page again.",
    )
}
