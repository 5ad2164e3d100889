//! A one-time code turns a worker's phone into a device of the town. It is shown once, as text to type and as a QR code.

use kuitti_shared::api::people::Enrolment;
use kuitti_shared::id::WorkerId;
use kuitti_shared::unit::{Millis, WallTime};
use qrcode::QrCode;
use qrcode::render::svg;

use crate::act::{Act, Actor};
use crate::auth::token::Secret;
use crate::error::{Error, Result};
use crate::storage::{AuditEntry, EnrolmentRecord, WriteTx};

/// How long a code works: long enough to walk to the depot, too short to lie around.
const WORKS_FOR: Millis = Millis::from_seconds(30 * 60);

/// Makes a code for a worker's next device.
///
/// # Errors
/// When there is no such worker, or the worker has left.
pub async fn issue(tx: &mut dyn WriteTx, worker: WorkerId, act: &Act) -> Result<Enrolment> {
    let record = tx.worker(worker).await?;
    if !record.is_some_and(|record| record.active) {
        return Err(Error::not_found(
            "worker_unknown",
            "No such worker works here. Load the page again.",
        ));
    }
    let code = Secret::one_time_code(act);
    let expires_at = act.now + WORKS_FOR;
    let issued_by = match act.actor {
        Actor::Staff { id, .. } => Some(id),
        Actor::Server | Actor::Citizen | Actor::Worker { .. } => None,
    };
    tx.put_enrolment(&EnrolmentRecord {
        code: code.hash,
        worker,
        issued_by,
        issued_at: act.now,
        expires_at,
        used_at: None,
    })
    .await?;
    tx.audit(&AuditEntry {
        at: act.now,
        actor: act.actor,
        action: "device.enrolment_issued".to_owned(),
        subject: "worker".to_owned(),
        subject_id: Some(worker.0),
        detail: serde_json::json!({ "expires_at": expires_at }),
    })
    .await?;
    shown(worker, &code.text, expires_at, &act.config.public_url)
}

fn shown(worker: WorkerId, code: &str, expires_at: WallTime, public_url: &str) -> Result<Enrolment> {
    let url = format!("{public_url}/app/#enrol={code}");
    let (first, second) = code.split_at_checked(4).unwrap_or((code, ""));
    Ok(Enrolment {
        worker,
        code: format!("{first}-{second}"),
        qr_svg: picture(&url)?,
        url,
        expires_at,
    })
}

/// Black on white with the quiet zone that cameras need, whatever colours the page has.
fn picture(url: &str) -> Result<String> {
    let qr = QrCode::new(url).map_err(|error| Error::Internal(format!("no QR code of {url:?}: {error}")))?;
    let dark = svg::Color("#000");
    let light = svg::Color("#fff");
    Ok(qr
        .render()
        .min_dimensions(240, 240)
        .dark_color(dark)
        .light_color(light)
        .build())
}
