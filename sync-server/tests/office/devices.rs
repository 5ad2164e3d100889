//! The town, its devices, their enrolment, and how old the office's knowledge of them is.

use std::collections::BTreeMap;

use axum::http::Method;
use kuitti_server::auth::token::read_one_time_code;
use kuitti_server::sync::Seen;
use kuitti_shared::domain::Role;
use kuitti_shared::id::WorkerId;
use kuitti_shared::sync::request::{Cursor, Health, Scope};
use kuitti_shared::unit::{Millis, WallTime};
use serde_json::json;

use crate::town::{AINO, FORMER, HOUR, LAMPS_NORTH, NOW, PHONE, Report, Town, tidy};

#[tokio::test]
async fn the_town_is_told_whole() {
    let town = Town::start().await;
    town.pass(7 * HOUR);
    let answer = town.get(Role::Auditor, "/api/town").await.expect(200);
    insta::assert_snapshot!("town", tidy(&answer));
}

#[tokio::test]
async fn a_code_is_shown_once_and_kept_as_a_hash() {
    let town = Town::start().await;
    let path = format!("/api/workers/{AINO}/enrolment");
    let enrolment = town
        .ask(Some(Role::Dispatcher), Method::POST, &path, None)
        .await
        .expect(201);
    let typed = enrolment["code"].as_str().unwrap();
    assert_eq!((typed.len(), typed.chars().nth(4)), (9, Some('-')), "{typed}");
    let code = typed.replace('-', "");
    assert_eq!(
        enrolment["url"],
        format!("https://kuitti.town.example/app/#enrol={code}")
    );
    assert_eq!(enrolment["expires_at"], NOW + HOUR / 2);
    let picture = enrolment["qr_svg"].as_str().unwrap();
    assert!(picture.contains("<svg") && !picture.contains(&code), "{picture}");
    let mut tx = town.app.storage.read().await.unwrap();
    let stored = tx
        .enrolment(&read_one_time_code(&typed.to_lowercase()))
        .await
        .unwrap()
        .unwrap();
    assert_eq!((stored.worker, stored.used_at), (AINO, None));
    for nobody in [FORMER, WorkerId(uuid::Uuid::from_u128(0xff))] {
        let path = format!("/api/workers/{nobody}/enrolment");
        let answer = town.ask(Some(Role::Dispatcher), Method::POST, &path, None).await;
        assert_eq!(answer.problem(404), "worker_unknown");
    }
}

#[tokio::test]
async fn a_revoked_device_is_shown_as_such() {
    let town = Town::start().await;
    let path = format!("/api/devices/{PHONE}");
    for _ in 0..2 {
        let answer = town
            .ask(Some(Role::Dispatcher), Method::DELETE, &path, None)
            .await;
        answer.expect(204);
        town.pass(1_000);
    }
    let devices = town.get(Role::Auditor, "/api/devices").await.expect(200);
    assert_eq!(devices[0]["revoked_at"], NOW, "revoking it again changes nothing");
    let audit = town.get(Role::Auditor, "/api/audit").await.expect(200);
    assert_eq!(audit["total"], 1);
    let path = format!("/api/devices/{FORMER}");
    let unknown = town
        .ask(Some(Role::Dispatcher), Method::DELETE, &path, None)
        .await;
    assert_eq!(unknown.problem(404), "device_unknown");
}

#[tokio::test]
async fn an_order_says_how_old_the_phones_knowledge_is() {
    let town = Town::start().await;
    let request = town.report(Report::LAMP).await;
    let crew = json!({ "kind": "crew", "id": LAMPS_NORTH });
    let wish = json!({ "requests": [request], "grouping": "one_each", "assignee": crew });
    let made = town.post(Role::Dispatcher, "/api/orders", wish).await.expect(201);
    let path = format!("/api/orders/{}", made["orders"][0]["id"].as_str().unwrap());
    let before = town.get(Role::Auditor, &path).await.expect(200);
    let silent = json!([{ "worker": AINO, "device": PHONE, "pending_ops": 0, "pending_photos": 0 }]);
    assert_eq!(
        before["devices"], silent,
        "a phone that was never heard knows nothing"
    );
    let scope = Scope::Crew(LAMPS_NORTH);
    let row = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .scope(scope)
        .await
        .unwrap()
        .unwrap();
    let mut seen = Seen {
        at: WallTime(NOW + 1_000),
        app: "0.2.0".to_owned(),
        clock_error: Millis(-90_000),
        health: Health {
            pending_ops: 4,
            pending_photos: 2,
            digest_mismatches: 0,
        },
        cursors: BTreeMap::from([(
            scope,
            Cursor {
                epoch: row.epoch,
                seq: row.head - 1,
            },
        )]),
    };
    town.app.presence.saw(PHONE, seen.clone());
    let older = town.get(Role::Auditor, &path).await.expect(200);
    assert_eq!(
        older["devices"][0]["version"],
        json!(null),
        "it has not heard of the latest change"
    );
    seen.cursors.insert(
        scope,
        Cursor {
            epoch: row.epoch,
            seq: row.head,
        },
    );
    town.app.presence.saw(PHONE, seen);
    let now = town.get(Role::Auditor, &path).await.expect(200);
    let heard = json!([{
        "worker": AINO, "device": PHONE, "as_of": NOW + 1_000, "version": 1, "pending_ops": 4, "pending_photos": 2,
    }]);
    assert_eq!(now["devices"], heard);
    let devices = town.get(Role::Auditor, "/api/devices").await.expect(200);
    insta::assert_snapshot!("devices", tidy(&devices));
}
