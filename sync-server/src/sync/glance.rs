//! One look at everything that a device may have yet to hear: has it anything new at all?

use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::{Millis, WallTime};

use super::envelope::Envelope;
use super::page;
use super::sender::Sender;
use crate::auth::Device;
use crate::error::Result;
use crate::storage::{Glance, ReadTx, Viewer};

/// How long a verdict that had waited is told again: a device hears of it in one of the syncs of that time.
const RETOLD: Millis = Millis::from_days(7);

/// From when on verdicts that had waited are told.
pub(super) fn retold_since(now: WallTime) -> WallTime {
    now - RETOLD
}

/// The scopes that a device gets now. One that only hands in its work gets none.
pub(super) fn scopes_of(device: &Device) -> Vec<Scope> {
    if device.record.drain_until.is_some() {
        Vec::new()
    } else {
        Sender::from(device).scopes()
    }
}

/// What there is for a device.
pub(super) async fn glance(
    tx: &mut dyn ReadTx,
    device: &Device,
    envelope: &Envelope,
    now: WallTime,
) -> Result<Glance> {
    let mut scopes = scopes_of(device).into_iter();
    let viewer = Viewer {
        device: device.record.id,
        incarnation: envelope.incarnation,
        worker: device.worker.id,
        scopes: [scopes.next(), scopes.next()],
        since: retold_since(now),
    };
    Ok(tx.glance(&viewer).await?)
}

/// Has the device less than there is, in its scopes or of the town card?
pub(super) fn is_behind(glance: &Glance, device: &Device, envelope: &Envelope) -> bool {
    let own = scopes_of(device);
    let ended = envelope.cursors.keys().any(|scope| !own.contains(scope));
    let is_due = |scope: &Scope| {
        let cursor = envelope.cursors.get(scope).copied();
        page::is_due(&page::row_of(glance, *scope), cursor)
    };
    ended || envelope.town != Some(glance.edition) || own.iter().any(is_due)
}

/// Is there anything to tell?
pub(super) fn has_news(glance: &Glance, device: &Device, envelope: &Envelope) -> bool {
    glance.verdicts || glance.photos || glance.messages || is_behind(glance, device, envelope)
}
