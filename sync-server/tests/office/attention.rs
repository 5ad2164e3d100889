//! What waits for a person is listed until somebody is done with it.

use axum::http::Method;
use kuitti_server::storage::{OfficeTask, OperationRecord, PushedAt};
use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::domain::Role;
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::sync::ReceiptOutcome;
use kuitti_shared::unit::{Millis, Seq, WallTime};
use serde_json::json;
use uuid::Uuid;

use crate::town::{AINO, HOUR, NOW, PHONE, Report, Town, tidy};

/// An operation that nobody can read, pushed an hour after noon.
fn operation(op: u128, outcome: ReceiptOutcome, code: &str) -> OperationRecord {
    let stamp = Stamp {
        wall: WallTime(NOW + HOUR),
        boot: Millis(HOUR),
        epoch: BootEpoch(1),
    };
    OperationRecord {
        op: OpId(Uuid::from_u128(op)),
        device: PHONE,
        worker: AINO,
        seq: Seq(1),
        order: Some(OrderId(Uuid::from_u128(0xff))),
        kind: "teleport@3".to_owned(),
        body: "{\"kind\":\"teleport@3\"}".to_owned(),
        pushed: PushedAt {
            clock: PushClock {
                stamp,
                runs_in_sleep: false,
            },
            received: WallTime(NOW + HOUR),
        },
        outcome,
        code: code.to_owned(),
        conflict: None,
        settled_at: None,
    }
}

#[tokio::test]
async fn tasks_and_stuck_operations_wait_until_somebody_is_done_with_them() {
    let town = Town::start().await;
    let request = town.report(Report::LAMP).await;
    let wish = json!({ "requests": [request], "grouping": "one_each" });
    let made = town.post(Role::Dispatcher, "/api/orders", wish).await.expect(201);
    let order: OrderId = made["orders"][0]["id"].as_str().unwrap().parse().unwrap();
    let task = OfficeTask {
        id: 0,
        code: "contradicts".to_owned(),
        order: Some(order),
        operation: None,
        opened_at: WallTime(NOW),
        settled_at: None,
    };
    town.write(async |tx| {
        tx.open_task(&task).await.unwrap();
        tx.put_operations(&[operation(1, ReceiptOutcome::Held, "unknown_kind")])
            .await
            .unwrap();
        tx.put_operations(&[operation(2, ReceiptOutcome::Quarantined, "malformed")])
            .await
            .unwrap();
        tx.put_operations(&[operation(3, ReceiptOutcome::Applied, "applied")])
            .await
            .unwrap();
    })
    .await;
    let waiting = town.get(Role::Dispatcher, "/api/attention").await.expect(200);
    insta::assert_snapshot!("attention", tidy(&waiting));
    let path = format!("/api/attention/{}", waiting["tasks"][0]["id"]);
    town.ask(Some(Role::Dispatcher), Method::DELETE, &path, None)
        .await
        .expect(204);
    let again = town
        .ask(Some(Role::Dispatcher), Method::DELETE, &path, None)
        .await;
    assert_eq!(again.problem(404), "task_unknown");
    let waiting = town.get(Role::Dispatcher, "/api/attention").await.expect(200);
    assert_eq!(waiting["tasks"], json!([]));
}
