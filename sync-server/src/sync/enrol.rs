//! A one-time code becomes a device with a token (SYNC.md, `kuitti_shared::sync::enrol`).

use kuitti_shared::id::{DeviceId, IncarnationId};
use kuitti_shared::sync::enrol::{EnrolRequest, EnrolResponse};
use kuitti_shared::unit::Seq;
use serde_json::json;

use super::town_card;
use crate::act::{Act, Actor};
use crate::app::App;
use crate::auth::token::{Secret, read_one_time_code};
use crate::error::{Error, Refusal, Result};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, DeviceRecord, EnrolmentRecord, IncarnationRecord, WriteTx};

const NAME: usize = 64;

/// Makes a device.
pub(super) async fn enrol(app: &App, request: &EnrolRequest) -> Result<EnrolResponse> {
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await?;
    let enrolment = usable(&mut *tx, request, &act).await?;
    let worker = tx.worker(enrolment.worker).await?.filter(|record| record.active);
    let worker = worker.ok_or_else(unknown)?.worker;
    let secret = Secret::token(&act);
    let device = DeviceRecord {
        id: DeviceId(act.new_id()),
        worker: worker.id,
        name: request.device_name.chars().take(NAME).collect(),
        app: request.app.chars().take(NAME).collect(),
        token: secret.hash,
        enrolled_at: act.now,
        pushed_at: None,
        revoked_at: None,
        drain_until: None,
    };
    let incarnation = IncarnationRecord {
        id: IncarnationId(act.new_id()),
        device: device.id,
        acked: Seq(0),
    };
    tx.put_device(&device).await?;
    tx.put_incarnation(&incarnation).await?;
    tx.put_enrolment(&EnrolmentRecord {
        used_at: Some(act.now),
        ..enrolment
    })
    .await?;
    tx.audit(&entry(&device, &act)).await?;
    tx.poke(Poke::Device { device: device.id });
    let town = town_card::card(&mut *tx, &worker, device.id, &app.config).await?;
    tx.commit().await?;
    Ok(EnrolResponse {
        device: device.id,
        incarnation: incarnation.id,
        token: secret.text,
        town,
        server_time: act.now,
    })
}

async fn usable(tx: &mut dyn WriteTx, request: &EnrolRequest, act: &Act) -> Result<EnrolmentRecord> {
    let code = read_one_time_code(&request.code);
    let enrolment = tx.enrolment(&code).await?.ok_or_else(unknown)?;
    if enrolment.used_at.is_some() {
        return Err(gone(
            "enrolment_used",
            "This code was used already. Ask the office for a new one.",
        ));
    }
    if enrolment.expires_at <= act.now {
        return Err(gone(
            "enrolment_expired",
            "This code is too old. Ask the office for a new one.",
        ));
    }
    Ok(enrolment)
}

fn unknown() -> Error {
    Error::not_found(
        "enrolment_unknown",
        "This code is not known here. Check it, or ask the office for a new one.",
    )
}

fn gone(code: &'static str, detail: &str) -> Error {
    Error::refused(Refusal::Gone, code, detail)
}

fn entry(device: &DeviceRecord, act: &Act) -> AuditEntry {
    AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "device.enrolled".to_owned(),
        subject: "device".to_owned(),
        subject_id: Some(device.id.0),
        detail: json!({ "worker": device.worker }),
    }
}
