//! A one-time code becomes a worker's device. One that is enrolled again keeps what it has not handed in (SYNC.md rule 11).

use kuitti_shared::domain::Worker;
use kuitti_shared::sync::enrol::{EnrolRequest, EnrolResponse};
use kuitti_shared::unit::{Millis, Seq, WallTime};
use rusqlite::Connection;

use super::{Inner, drive};
use crate::bell::either;
use crate::error::EngineError;
use crate::ports::{Session, TransportError};
use crate::protocol::{Event, Problem, Standing};
use crate::store::{meta, outbox};

/// A worker who stands there with a code wants to know soon.
const PATIENCE: Millis = Millis::from_seconds(30);

/// What a code was worth: the device of a worker, and where.
pub(crate) struct Admission {
    server: String,
    response: EnrolResponse,
}

impl Admission {
    /// Whose device it is.
    pub(crate) const fn worker(&self) -> &Worker {
        &self.response.town.worker
    }
}

/// Asks the server for a token.
pub(super) async fn redeem(
    engine: &Inner,
    server: &str,
    code: String,
    device_name: String,
) -> Result<Admission, EngineError> {
    let server = address(server).ok_or(Problem::ServerAddress)?;
    let request = EnrolRequest {
        code,
        device_name,
        app: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let answer = engine.ports.transport.enrol(&server, &request);
    let response = either(answer, engine.ports.timer.sleep(PATIENCE))
        .await
        .unwrap_or_else(|| Err(TransportError::Unreachable("no answer in time".to_owned())))
        .map_err(|error| problem_of(&error))?;
    Ok(Admission { server, response })
}

/// Works for that worker from now on.
pub(super) async fn admit(engine: &Inner, admission: &Admission) -> Result<(), EngineError> {
    // A sync under the old token must not write into what begins now.
    let _turn = engine.turn.lock().await;
    let now = engine.wall();
    engine
        .store
        .borrow_mut()
        .write(|store| adopt(store, admission, now))?;
    engine.emit(Event::ViewChanged { orders: Vec::new() });
    engine.log("enrolled", "");
    drive::sync_now(engine);
    Ok(())
}

/// `https://` unless something else is said; no slash at the end.
fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let with_scheme = if typed.contains("://") {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    };
    let url = reqwest::Url::parse(&with_scheme).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    is_web.then(|| url.as_str().trim_end_matches('/').to_owned())
}

fn problem_of(error: &TransportError) -> EngineError {
    let problem = match error {
        TransportError::NotFound(code) => match code.as_str() {
            "enrolment_used" => Problem::EnrolmentUsed,
            "enrolment_expired" => Problem::EnrolmentExpired,
            "enrolment_unknown" => Problem::EnrolmentUnknown,
            // Something answered, but not a server of ours.
            _ => Problem::ServerAddress,
        },
        TransportError::Refused { code, .. } if code == "enrolment_unknown" => Problem::EnrolmentUnknown,
        TransportError::Unauthorised => Problem::EnrolmentUnknown,
        other => other.problem(None),
    };
    problem.into()
}

/// Writes who the device is now. Work that was not handed in goes on under the new numbering; orders come anew.
fn adopt(store: &Connection, admission: &Admission, now: WallTime) -> Result<(), EngineError> {
    refuse_another_worker(store, admission.worker())?;
    let response = &admission.response;
    let session = Session {
        server: admission.server.clone(),
        token: response.token.clone(),
        device: response.device,
    };
    meta::set(store, &meta::SESSION, &session)?;
    meta::set(store, &meta::TOWN, &response.town)?;
    meta::set(store, &meta::STANDING, &Standing::Active)?;
    meta::set(store, &meta::CLOCK_ERROR, &(now - response.server_time))?;
    meta::forget(store, &meta::UPGRADE_NEEDED)?;
    for statement in [
        "DELETE FROM cursor",
        "DELETE FROM staging",
        "DELETE FROM staged_order",
        "UPDATE upload SET place = NULL, sent = 0 WHERE state = 'queued'",
    ] {
        store.execute(statement, [])?;
    }
    // The server may have come back from a backup that knows neither the device nor what it told: known ids are duplicates.
    outbox::rewind_to(store, Seq(1))?;
    outbox::renumber(store, response.incarnation, Seq(0))
}

/// One store is one worker's: nobody's work goes under another's name, and nobody sees what another was told.
fn refuse_another_worker(store: &Connection, worker: &Worker) -> Result<(), EngineError> {
    match meta::get(store, &meta::TOWN)? {
        Some(before) if before.worker.id != worker.id => Err(Problem::OtherWorkersWork {
            worker: before.worker.name,
        }
        .into()),
        Some(_) | None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_are_taken_as_people_type_them() {
        let https = Some("https://kuitti.town.example".to_owned());
        assert_eq!(address(" kuitti.town.example/ "), https);
        assert_eq!(address("https://kuitti.town.example"), https);
        assert_eq!(
            address("http://127.0.0.1:8080"),
            Some("http://127.0.0.1:8080".to_owned())
        );
        for nonsense in ["", "   ", "ftp://town", "javascript://x", "https://"] {
            assert_eq!(address(nonsense), None, "{nonsense:?}");
        }
    }
}
