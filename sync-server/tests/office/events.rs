//! Live events: after a change, once for a burst, and never what changed.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::Method;
use futures_util::StreamExt as _;
use kuitti_shared::domain::Role;
use serde_json::json;

use crate::town::{Report, Town};

/// The next event as it stands on the wire.
async fn event(stream: &mut BodyDataStream) -> String {
    let next = tokio::time::timeout(Duration::from_secs(10), stream.next()).await;
    let chunk = next.expect("an event comes").unwrap().unwrap();
    String::from_utf8(chunk.to_vec()).unwrap()
}

async fn listen(town: &Town) -> BodyDataStream {
    let response = town
        .send(Some(Role::Auditor), Method::GET, "/api/events", None)
        .await;
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    Body::into_data_stream(response.into_body())
}

#[tokio::test]
async fn a_change_is_told_after_it_is_stored() {
    let town = Town::start().await;
    let request = town.report(Report::LAMP).await;
    let mut stream = listen(&town).await;
    let wish = json!({ "requests": [request], "grouping": "one_each" });
    town.post(Role::Dispatcher, "/api/orders", wish).await.expect(201);
    assert_eq!(
        event(&mut stream).await,
        "data: {\"topics\":[\"requests\",\"orders\"]}\n\n"
    );
    let path = "/api/categories/lamp";
    let change = json!({ "publishes_after_photo": true });
    town.ask(Some(Role::Administrator), Method::PATCH, path, Some(change))
        .await
        .expect(200);
    assert_eq!(event(&mut stream).await, "data: {\"topics\":[\"town\"]}\n\n");
}

#[tokio::test]
async fn what_changes_nothing_is_not_told() {
    let town = Town::start().await;
    let mut stream = listen(&town).await;
    let path = "/api/categories/lamp";
    let as_it_is = json!({ "assigns_itself": true });
    town.ask(Some(Role::Administrator), Method::PATCH, path, Some(as_it_is))
        .await
        .expect(200);
    town.post(
        Role::Dispatcher,
        "/api/orders",
        json!({ "requests": [], "grouping": "one_each" }),
    )
    .await
    .problem(422);
    let device = format!("/api/devices/{}", crate::town::PHONE);
    town.ask(Some(Role::Dispatcher), Method::DELETE, &device, None)
        .await
        .expect(204);
    assert_eq!(event(&mut stream).await, "data: {\"topics\":[\"devices\"]}\n\n");
}

#[tokio::test]
async fn the_stream_ends_when_the_server_stops() {
    let town = Town::start().await;
    let mut stream = listen(&town).await;
    town.app.stop();
    let end = tokio::time::timeout(Duration::from_secs(10), stream.next()).await;
    assert!(end.expect("the stream ends").is_none());
}
