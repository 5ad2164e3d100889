//! Who may ask what: nobody without logging in, nobody beyond the role; and what is left out for whom.

use axum::http::Method;
use kuitti_shared::domain::Role;
use kuitti_shared::rules::permission::{Task, may};
use serde_json::{Value, json};

use crate::town::{Report, Town, tidy};

const NOTHING: &str = "00000000-0000-0000-0000-0000000000ff";

/// Every address of the office, what it needs, and a body that can be read.
fn addresses() -> Vec<(Method, String, Task, Option<Value>)> {
    let one = |path: &str| path.replace("{id}", NOTHING);
    let call = json!({ "category": "lamp", "place": { "address": "x" }, "language": "en" });
    let make = json!({ "requests": [NOTHING], "grouping": "one_each" });
    let key = json!({ "language": "en", "stage": "done", "kind": "sms" });
    let text = json!({ "key": key, "source": "Done", "version": 0 });
    vec![
        (Method::GET, "/api/requests".into(), Task::ReadWork, None),
        (Method::GET, one("/api/requests/{id}"), Task::ReadWork, None),
        (
            Method::GET,
            one("/api/requests/{id}/person"),
            Task::ReadContacts,
            None,
        ),
        (Method::POST, "/api/requests".into(), Task::TakeCalls, Some(call)),
        (Method::GET, "/api/callers?phone=1".into(), Task::TakeCalls, None),
        (Method::GET, "/api/orders".into(), Task::ReadWork, None),
        (Method::GET, one("/api/orders/{id}"), Task::ReadWork, None),
        (Method::POST, "/api/orders".into(), Task::Dispatch, Some(make)),
        (
            Method::POST,
            "/api/orders/assign".into(),
            Task::Dispatch,
            Some(json!({ "orders": [NOTHING], "assignee": null })),
        ),
        (
            Method::POST,
            one("/api/orders/{id}/decisions"),
            Task::Dispatch,
            Some(json!({ "decision": "cancel" })),
        ),
        (
            Method::POST,
            one("/api/orders/{id}/decisions"),
            Task::Decide,
            Some(json!({ "decision": "confirm", "visit": NOTHING })),
        ),
        (
            Method::POST,
            one("/api/orders/{id}/merge"),
            Task::Dispatch,
            Some(json!({ "into": NOTHING })),
        ),
        (Method::GET, "/api/town".into(), Task::ReadWork, None),
        (Method::GET, "/api/satisfaction".into(), Task::ReadWork, None),
        (Method::GET, "/api/texts".into(), Task::ReadWork, None),
        (Method::GET, "/api/texts/en/done/sms".into(), Task::ReadWork, None),
        (
            Method::POST,
            "/api/texts/preview".into(),
            Task::Configure,
            Some(text.clone()),
        ),
        (Method::PUT, "/api/texts".into(), Task::Configure, Some(text)),
        (
            Method::POST,
            one("/api/requests/{id}/answers/read"),
            Task::TakeCalls,
            Some(json!({ "until": 0 })),
        ),
        (
            Method::GET,
            "/api/workers/reach".into(),
            Task::ManageDevices,
            None,
        ),
        (
            Method::PUT,
            one("/api/workers/{id}/reach"),
            Task::ManageDevices,
            Some(json!({})),
        ),
        (Method::GET, "/api/watches".into(), Task::ReadWork, None),
        (
            Method::PATCH,
            "/api/categories/lamp".into(),
            Task::Configure,
            Some(json!({})),
        ),
        (
            Method::POST,
            one("/api/workers/{id}/enrolment"),
            Task::ManageDevices,
            None,
        ),
        (Method::GET, "/api/devices".into(), Task::ReadWork, None),
        (
            Method::DELETE,
            one("/api/devices/{id}"),
            Task::ManageDevices,
            None,
        ),
        (
            Method::POST,
            one("/api/devices/{id}/drain"),
            Task::ManageDevices,
            None,
        ),
        (Method::GET, "/api/audit".into(), Task::ReadAudit, None),
        (Method::GET, "/api/attention".into(), Task::Decide, None),
        (Method::DELETE, "/api/attention/99".into(), Task::Decide, None),
    ]
}

#[tokio::test]
async fn nobody_is_answered_without_logging_in() {
    let town = Town::start().await;
    for (method, path, _, body) in addresses() {
        let answer = town.ask(None, method.clone(), &path, body).await;
        assert_eq!(answer.problem(401), "not_logged_in", "{method} {path}");
    }
    let events = town.send(None, Method::GET, "/api/events", None).await;
    assert_eq!(events.status(), 401);
}

#[tokio::test]
async fn each_role_does_what_its_tasks_say_and_no_more() {
    let town = Town::start().await;
    for (method, path, task, body) in addresses() {
        for role in Role::ALL {
            let answer = town.ask(Some(role), method.clone(), &path, body.clone()).await;
            let refused = answer.status == 403;
            assert_eq!(
                refused,
                !may(role, task),
                "{role:?} {method} {path}: {:#}",
                answer.body
            );
            if refused {
                assert_eq!(answer.problem(403), "not_allowed");
            }
        }
    }
}

#[tokio::test]
async fn every_address_of_the_office_is_described() {
    let town = Town::start().await;
    let document = town
        .ask(None, Method::GET, "/api/openapi.json", None)
        .await
        .expect(200);
    for (method, path, ..) in addresses() {
        let path = path
            .replace(NOTHING, "{id}")
            .replace("categories/lamp", "categories/{code}")
            .replace("/en/done/sms", "/{language}/{stage}/{kind}")
            .replace("attention/99", "attention/{task}");
        let path = path.split('?').next().unwrap();
        let operation = &document["paths"][path][method.as_str().to_lowercase()];
        assert!(
            operation["responses"]["401"].is_object(),
            "{method} {path}: {operation:#}"
        );
    }
}

#[tokio::test]
async fn a_problem_says_what_it_is_and_no_more() {
    let town = Town::start().await;
    let answers = [
        town.ask(None, Method::GET, "/api/orders", None).await,
        town.get(Role::Auditor, "/api/orders/no-id").await,
        town.get(Role::Auditor, "/api/orders?status=lost").await,
        town.get(Role::Auditor, "/api/orders?limit=many").await,
        town.get(Role::Auditor, "/api/requests?after=1").await,
        town.get(Role::Auditor, "/api/nothing").await,
        town.post(Role::Dispatcher, "/api/orders", json!({ "requests": "all" }))
            .await,
    ];
    let problems: Vec<Value> = answers.into_iter().map(|answer| answer.body).collect();
    insta::assert_snapshot!("problems", tidy(&json!(problems)));
}

#[tokio::test]
async fn who_reported_is_left_out_for_those_who_may_not_see_it() {
    let town = Town::start().await;
    let request = town.report(Report::LAMP).await;
    let made = json!({ "requests": [request], "grouping": "one_each" });
    let made = town.post(Role::Dispatcher, "/api/orders", made).await.expect(201);
    let order = made["orders"][0]["id"].as_str().unwrap().to_owned();
    for role in Role::ALL.into_iter().filter(|role| may(*role, Task::ReadWork)) {
        let shown = may(role, Task::ReadContacts);
        let request = town
            .get(role, &format!("/api/requests/{request}"))
            .await
            .expect(200);
        let order = town.get(role, &format!("/api/orders/{order}")).await.expect(200);
        for answer in [request, order] {
            let text = answer.to_string();
            assert_eq!(text.contains("+358401234412"), shown, "{role:?}: {answer:#}");
            assert_eq!(text.contains("Liisa"), shown, "{role:?}: {answer:#}");
        }
    }
}
