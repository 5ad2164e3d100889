//! Logging in, and who may do what.

use axum::body::Body;
use axum::http::{Method, Request, header};
use kuitti_shared::domain::Role;
use kuitti_shared::unit::Millis;
use serde_json::json;

use crate::testing::{PASSWORD, Town, Who};

#[tokio::test]
async fn nobody_is_somebody_before_logging_in() {
    let town = Town::start().await;
    assert_eq!(
        town.get("/api/session", &Who::Nobody).await.problem(),
        (401, "not_logged_in".into())
    );
    let forged = Who::Cookie("kuitti_session=0000".into());
    assert_eq!(
        town.get("/api/session", &forged).await.problem(),
        (401, "not_logged_in".into())
    );
}

#[tokio::test]
async fn a_session_lasts_a_working_day_and_ends_when_it_is_ended() {
    let town = Town::start().await;
    let dispatcher = town.log_in(Role::Dispatcher).await;
    let me = town.get("/api/session", &dispatcher).await;
    assert_eq!(me.json()["role"], "dispatcher");
    assert!(
        me.json()["tasks"]
            .as_array()
            .unwrap()
            .contains(&json!("dispatch"))
    );
    let again = town.log_in(Role::Dispatcher).await;
    town.call(Method::DELETE, "/api/session", &again).await;
    assert_eq!(town.get("/api/session", &again).await.status, 401);
    let third = town.log_in(Role::Supervisor).await;
    town.clock.move_by(Millis::from_seconds(12 * 3_600));
    assert_eq!(town.get("/api/session", &third).await.status, 401);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    let town = Town::start().await;
    town.log_in(Role::Dispatcher).await;
    let wrong = json!({ "name": "dispatcher", "password": "not-the-password" });
    let unknown = json!({ "name": "stranger", "password": PASSWORD });
    let first = town.post("/api/session", &Who::Nobody, &wrong).await;
    let second = town.post("/api/session", &Who::Nobody, &unknown).await;
    assert_eq!(first.problem(), (401, "wrong_login".into()));
    assert_eq!(first.body, second.body);
}

#[tokio::test]
async fn after_ten_wrong_passwords_even_the_right_one_waits() {
    let town = Town::start().await;
    town.log_in(Role::Dispatcher).await;
    let wrong = json!({ "name": "Dispatcher", "password": "not-the-password" });
    for _ in 0..10 {
        assert_eq!(town.post("/api/session", &Who::Nobody, &wrong).await.status, 401);
    }
    let right = json!({ "name": "dispatcher", "password": PASSWORD });
    let busy = town.post("/api/session", &Who::Nobody, &right).await;
    assert_eq!(busy.problem(), (429, "too_many_requests".into()));
    assert_eq!(busy.headers[header::RETRY_AFTER], "60");
    town.clock.move_by(Millis::from_seconds(60));
    assert_eq!(town.post("/api/session", &Who::Nobody, &right).await.status, 200);
}

#[tokio::test]
async fn a_write_from_another_site_is_refused() {
    let town = Town::start().await;
    let request = Request::builder()
        .method(Method::POST)
        .uri("/api/session")
        .header(header::ORIGIN, "https://evil.example")
        .header(header::HOST, "localhost:8080")
        .body(Body::from("{}"));
    assert_eq!(
        town.send(request.unwrap()).await.problem(),
        (403, "foreign_origin".into())
    );
}

#[tokio::test]
async fn a_body_that_is_no_json_says_where_it_stops() {
    let town = Town::start().await;
    let request = Request::builder()
        .method(Method::POST)
        .uri("/api/session")
        .body(Body::from("{\"name\":"));
    let answer = town.send(request.unwrap()).await;
    assert_eq!(answer.problem(), (400, "malformed".into()));
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
    let shapeless = town
        .post("/api/session", &Who::Nobody, &json!({ "name": 7 }))
        .await;
    assert_eq!(shapeless.problem(), (422, "malformed".into()));
}
