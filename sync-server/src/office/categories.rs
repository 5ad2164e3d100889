//! What the town decides about its categories while the server runs.

use kuitti_shared::api::settings::CategoryChange;
use kuitti_shared::domain::Category;
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

fn unknown() -> Error {
    Error::not_found(
        "category_unknown",
        "The town has no such category. Load the page again.",
    )
}
