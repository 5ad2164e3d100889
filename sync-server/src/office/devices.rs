//! A lost phone, or a worker who leaves: the office takes a device's token back.

use kuitti_shared::id::DeviceId;
use kuitti_shared::sync::limits;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, DeviceRecord, WriteTx};

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
    store(tx, "device.revoked", &device, act).await
}

/// Lets the device of somebody who leaves hand in what it has (SYNC.md rule 5): it gets nothing more, and after
/// [`limits::DRAIN`] it is as good as revoked. Once more changes nothing.
///
/// # Errors
/// When there is no such device.
pub(super) async fn drain(tx: &mut dyn WriteTx, id: DeviceId, act: &Act) -> Result<()> {
    let mut device = tx.device(id).await?.ok_or_else(unknown)?;
    if device.revoked_at.is_some() || device.drain_until.is_some() {
        return Ok(());
    }
    device.drain_until = Some(act.now + limits::DRAIN);
    store(tx, "device.drained", &device, act).await
}

async fn store(tx: &mut dyn WriteTx, action: &str, device: &DeviceRecord, act: &Act) -> Result<()> {
    tx.put_device(device).await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: action.to_owned(),
        subject: "device".to_owned(),
        subject_id: Some(device.id.0),
        detail: serde_json::json!({ "worker": device.worker }),
    })
    .await?;
    tx.poke(Poke::Device { device: device.id });
    Ok(())
}

fn unknown() -> Error {
    Error::not_found("device_unknown", "There is no such device. Load the list again.")
}
