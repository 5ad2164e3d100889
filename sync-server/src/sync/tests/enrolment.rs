//! A one-time code becomes a device.

use kuitti_shared::sync::enrol::EnrolResponse;
use kuitti_shared::unit::Millis;
use serde_json::{Value, json};

use crate::office;
use crate::testing::people::AINO;
use crate::testing::{Town, Who};

async fn code(town: &Town) -> String {
    let mut tx = town.write().await;
    let issued = office::issue_enrolment(&mut *tx, AINO, &town.act())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    issued.code
}

fn request(code: &str) -> Value {
    json!({ "code": code, "device_name": "Aino's phone", "app": "0.1.0" })
}

#[tokio::test]
async fn a_code_works_once_however_it_is_typed() {
    let town = Town::with_people().await;
    let code = code(&town).await;
    let typed = format!(" {} ", code.to_lowercase().replace('0', "o").replace('1', "l"));
    let enrolled: EnrolResponse = town
        .post("/sync/v1/enrol", &Who::Nobody, &request(&typed))
        .await
        .read();
    assert_eq!(enrolled.town.worker.id, AINO);
    assert_eq!(enrolled.town.colleagues.len(), 2);
    let again = town.post("/sync/v1/enrol", &Who::Nobody, &request(&code)).await;
    assert_eq!(again.problem(), (410, "enrolment_used".into()));
}

#[tokio::test]
async fn an_unknown_or_old_code_says_which_it_is() {
    let town = Town::with_people().await;
    let unknown = town
        .post("/sync/v1/enrol", &Who::Nobody, &request("0000-0000"))
        .await;
    assert_eq!(unknown.problem(), (404, "enrolment_unknown".into()));
    let code = code(&town).await;
    town.clock.move_by(Millis::from_days(1));
    let expired = town.post("/sync/v1/enrol", &Who::Nobody, &request(&code)).await;
    assert_eq!(expired.problem(), (410, "enrolment_expired".into()));
}

#[tokio::test]
async fn guessing_codes_is_slowed_down() {
    let town = Town::with_people().await;
    for _ in 0..10 {
        town.post("/sync/v1/enrol", &Who::Nobody, &request("0000-0000"))
            .await;
    }
    let code = code(&town).await;
    let busy = town.post("/sync/v1/enrol", &Who::Nobody, &request(&code)).await;
    assert_eq!(busy.problem(), (429, "too_many_requests".into()));
}
