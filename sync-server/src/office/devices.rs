//! A lost phone, or a worker who leaves: the office takes a device's token back.

use kuitti_shared::id::DeviceId;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, WriteTx};

/// Revokes a device: it gets nothing more, and what it still sends goes to quarantine. Once more changes nothing.
///
/// # Errors
/// When there is no such device.
pub(super) async fn revoke(tx: &mut dyn WriteTx, id: DeviceId, act: &Act) -> Result<()> {
    let mut device = tx.device(id).await?.ok_or_else(unknown)?;
    if device.revoked_at.is_some() {
        return Ok(());
    }
    device.revoked_at = Some(act.now);
    tx.put_device(&device).await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "device.revoked".to_owned(),
        subject: "device".to_owned(),
        subject_id: Some(id.0),
        detail: serde_json::json!({ "worker": device.worker }),
    })
    .await?;
    tx.poke(Poke::Device { device: id });
    Ok(())
}

fn unknown() -> Error {
    Error::not_found("device_unknown", "There is no such device. Load the list again.")
}
