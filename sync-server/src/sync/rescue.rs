//! A rescue file comes in from the office: the requests that the phone would have sent are taken in as if it had sent them,
//! in its name and under its numbering, so that nothing is doubled when the phone later sends the same itself.
//!
//! ```text
//! file -> device (first line) -> its code -> requests -> push -> photos
//! ```
//! A numbering that the server no longer knows, or of which it lacks the beginning, is given up for a new one, as the phone
//! itself would do; every operation keeps its id (rule 1).

use std::collections::BTreeSet;

use axum::body::Bytes;
use kuitti_rescue::{Head, Rescue, RescueError, device_of, open};
use kuitti_shared::api::devices::RescueReport;
use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::id::{DeviceId, IncarnationId, OpId};
use kuitti_shared::sync::rescue::RescueCode;
use kuitti_shared::sync::{Receipt, ReceiptOutcome, code};
use kuitti_shared::unit::{Seq, WallTime};
use serde_json::json;
use tokio::task::spawn_blocking;

use super::envelope::{self, Envelope, Incoming};
use super::ledger::Verdict;
use super::push::{Admit, Pushed, new_numbering, push};
use crate::act::Act;
use crate::app::App;
use crate::auth::{Device, RevokedDevice, TokenHolder};
use crate::error::{Error, Refusal, Result};
use crate::files::{self, Kept};
use crate::storage::AuditEntry;

/// Takes a file in. Without a code, the device's own opens it.
///
/// # Errors
/// `rescue_other`, `rescue_newer`, `rescue_foreign`, `rescue_code`, `rescue_damaged`, `rescue_too_large`; nothing was taken in
/// then.
pub(super) async fn take_in(
    app: &App,
    file: Bytes,
    typed: Option<RescueCode>,
    act: &Act,
) -> Result<RescueReport> {
    let id = device_of(&file).map_err(refusal)?;
    let (device, admit) = find(app, id).await?;
    let code = typed.unwrap_or_else(|| app.config.code_secret.rescue(id));
    let opened = spawn_blocking(move || open(&code, &file)).await;
    let rescue = opened.map_err(|_| Error::Internal("a rescue file was not read to its end".to_owned()))?;
    let rescue = rescue.map_err(refusal)?;
    let mut report = RescueReport {
        worker: device.worker.id,
        device_name: device.record.name.clone(),
        written_at: written_at(&rescue.head, act.now),
        operations: 0,
        operations_known: 0,
        to_review: 0,
        photos: 0,
        photos_known: 0,
        photos_left: rescue.head.photos_left,
    };
    let mut hand = Hand {
        app,
        device: &device,
        admit,
        act: device.act(app),
        fresh: None,
    };
    for envelope in envelopes(&rescue.head, &device)? {
        hand.hand_in(envelope, &rescue.head, &mut report).await?;
    }
    photos(app, &hand.act, &rescue, &mut report).await?;
    note(app, &device, &report, act).await?;
    Ok(report)
}

fn refusal(error: RescueError) -> Error {
    match error {
        RescueError::Other => Error::invalid("rescue_other", "This is no rescue file."),
        RescueError::Newer => Error::invalid(
            "rescue_newer",
            "A newer app wrote this file. Update the server, then take it in.",
        ),
        RescueError::Code => Error::invalid("rescue_code", "The code does not open this file."),
        RescueError::Damaged => damaged(),
        RescueError::TooLarge => too_large(),
    }
}

fn damaged() -> Error {
    Error::invalid(
        "rescue_damaged",
        "The file is damaged. Copy it from the phone once more; the phone still has everything.",
    )
}

/// The file is larger than any that a phone writes.
pub(super) fn too_large() -> Error {
    Error::refused(
        Refusal::TooLarge,
        "rescue_too_large",
        "The file is larger than any that a phone writes.",
    )
}

/// The device, and what may be done with its work: as if its token had come with it.
async fn find(app: &App, id: DeviceId) -> Result<(Device, Admit)> {
    let mut tx = app.storage.read().await?;
    let foreign = || {
        Error::not_found(
            "rescue_foreign",
            "The phone that wrote this file is not enrolled here. Is it another town's?",
        )
    };
    let record = tx.device(id).await?.ok_or_else(foreign)?;
    Ok(match TokenHolder::of(&mut *tx, record, app.clock.now()).await? {
        TokenHolder::Working(device) => (device, Admit::Apply),
        TokenHolder::Revoked(RevokedDevice(device)) => {
            (device, Admit::Keep(Verdict::quarantined(code::REVOKED)))
        }
    })
}

/// Every request is read before the first is taken in.
fn envelopes(head: &Head, device: &Device) -> Result<Vec<Envelope>> {
    let mut envelopes = Vec::with_capacity(head.requests.len());
    for body in &head.requests {
        let envelope = envelope::read(body.get().as_bytes()).map_err(|_| damaged())?;
        if envelope.device != device.record.id {
            return Err(damaged());
        }
        envelopes.push(envelope);
    }
    Ok(envelopes)
}

/// When the file was written on the town's clock, as far as the phone knew how wrong its own was.
fn written_at(head: &Head, now: WallTime) -> WallTime {
    (head.written_at - head.clock_error).min(now)
}

/// The clocks as they would stand on the phone now: times are counted back from the moment of receipt, and the file has been
/// on its way. Nobody watched the boot clock meanwhile, so that only the wall clock counts (rule 8, quality B).
fn clock_now(clock: PushClock, head: &Head, now: WallTime) -> PushClock {
    let on_its_way = now - written_at(head, now);
    PushClock {
        stamp: Stamp {
            wall: clock.stamp.wall + on_its_way,
            boot: clock.stamp.boot,
            epoch: BootEpoch(clock.stamp.epoch.0.wrapping_add(1)),
        },
        runs_in_sleep: false,
    }
}

/// Hands requests in, one after the other.
struct Hand<'a> {
    app: &'a App,
    device: &'a Device,
    admit: Admit,
    act: Act,
    /// The numbering in place of one that does not fit, with its last number.
    fresh: Option<(IncarnationId, Seq)>,
}

impl Hand<'_> {
    async fn hand_in(
        &mut self,
        mut envelope: Envelope,
        head: &Head,
        report: &mut RescueReport,
    ) -> Result<()> {
        let known = self.known(&envelope.operations).await?;
        report.operations_known += known.len() as u64;
        if known.len() == envelope.operations.len() {
            return Ok(());
        }
        envelope.clock = clock_now(envelope.clock, head, self.act.now);
        for receipt in self.receipts(envelope).await? {
            if !known.contains(&receipt.op_id) {
                report.operations += 1;
                report.to_review += u64::from(is_to_review(receipt.outcome));
            }
        }
        Ok(())
    }

    async fn known(&self, operations: &[Incoming]) -> Result<BTreeSet<OpId>> {
        let ops: Vec<OpId> = operations.iter().map(|incoming| incoming.op).collect();
        let known = self.app.storage.look().await?.operations(&ops).await?;
        Ok(known.into_iter().map(|known| known.op).collect())
    }

    async fn receipts(&mut self, mut envelope: Envelope) -> Result<Vec<Receipt>> {
        let operations = envelope.operations.clone();
        if self.fresh.is_none() {
            let pushed = self.push(&mut envelope).await?;
            if pushed.new_incarnation.is_none() && pushed.need_seq.is_none() {
                return Ok(pushed.results);
            }
            let fresh = match pushed.new_incarnation {
                Some(fresh) => fresh,
                None => new_numbering(&*self.app.storage, self.device, &self.act).await?,
            };
            self.fresh = Some((fresh, Seq(0)));
        }
        let Some((incarnation, last)) = &mut self.fresh else {
            return Ok(Vec::new());
        };
        envelope.incarnation = *incarnation;
        envelope.operations = operations
            .into_iter()
            .map(|incoming| {
                *last = last.next();
                incoming.renumbered(*last)
            })
            .collect();
        Ok(self.push(&mut envelope).await?.results)
    }

    async fn push(&self, envelope: &mut Envelope) -> Result<Pushed> {
        push(&*self.app.storage, self.device, envelope, self.admit, &self.act).await
    }
}

const fn is_to_review(outcome: ReceiptOutcome) -> bool {
    matches!(
        outcome,
        ReceiptOutcome::AppliedConflict | ReceiptOutcome::Held | ReceiptOutcome::Quarantined
    )
}

/// Operations are here: their photos follow.
async fn photos(app: &App, act: &Act, rescue: &Rescue, report: &mut RescueReport) -> Result<()> {
    for (photo, bytes) in rescue.head.photos.iter().zip(&rescue.photos) {
        match files::keep(app, &photo.sha256, bytes, act).await? {
            Kept::New => report.photos += 1,
            Kept::Known => report.photos_known += 1,
            // Damaged on the phone already: it is set aside there, and the office is asked about a photo that does not come.
            Kept::Refused => {}
        }
    }
    Ok(())
}

async fn note(app: &App, device: &Device, report: &RescueReport, act: &Act) -> Result<()> {
    if report.operations + report.photos == 0 {
        return Ok(());
    }
    let mut tx = app.storage.write().await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "device.rescued".to_owned(),
        subject: "device".to_owned(),
        subject_id: Some(device.record.id.0),
        detail: json!({
            "worker": device.worker.id,
            "operations": report.operations,
            "photos": report.photos,
            "written_at": report.written_at,
        }),
    })
    .await?;
    tx.commit().await.map_err(Error::from)
}
