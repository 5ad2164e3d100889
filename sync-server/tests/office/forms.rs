//! The form of a category: changed as a whole, refused when a phone could not show it, and part of the next order.

use axum::http::Method;
use kuitti_shared::domain::Role;
use serde_json::{Value, json};

use crate::town::{Report, Town};

const PATH: &str = "/api/categories/lamp";

async fn change(town: &Town, change: Value) -> crate::town::Answer {
    town.ask(Some(Role::Administrator), Method::PATCH, PATH, Some(change))
        .await
}

fn choice(options: Value) -> Value {
    json!({ "item": "kind", "label": { "en": "Kind of lamp" }, "required": true,
        "kind": { "type": "text", "as": "choice", "options": options } })
}

#[tokio::test]
async fn a_new_order_has_the_form_that_the_office_wrote() {
    let town = Town::start().await;
    let led =
        json!([{ "code": "led", "label": { "en": "LED" } }, { "code": "old", "label": { "en": "Other" } }]);
    let volts = json!({ "item": "volts", "label": { "en": "Voltage" }, "required": false,
        "kind": { "type": "number", "unit": "V", "lowest": 210.0, "highest": 245.0 } });
    let wanted = json!({ "checklist": [choice(led.clone()), volts], "evidence": ["photo_before"], "workers_take": true });
    let changed = change(&town, wanted).await.expect(200);
    assert_eq!(changed["checklist"][0]["kind"]["as"], "choice");
    let request = town.report(Report::LAMP).await;
    let wish = json!({ "requests": [request], "grouping": "one_each" });
    let made = town.post(Role::Dispatcher, "/api/orders", wish).await.expect(201);
    let id = made["orders"][0]["id"].as_str().unwrap().to_owned();
    let order = town
        .get(Role::Dispatcher, &format!("/api/orders/{id}"))
        .await
        .expect(200);
    let aggregate = &order["aggregate"];
    assert_eq!(aggregate["checklist"][0]["kind"]["options"], led);
    assert_eq!(aggregate["checklist"][1]["kind"]["highest"], 245.0);
    assert_eq!(aggregate["order"]["evidence"], json!(["photo_before"]));
    assert_eq!(aggregate["order"]["workers_take"], true);
}

#[tokio::test]
async fn a_form_that_no_phone_could_show_is_refused_and_changes_nothing() {
    let town = Town::start().await;
    let tick = json!({ "item": "a", "label": { "en": "A" }, "kind": { "type": "tick" }, "required": false });
    let nameless = json!({ "item": "b", "label": {}, "kind": { "type": "tick" }, "required": false });
    let only_one = choice(json!([{ "code": "led", "label": { "en": "LED" } }]));
    for lines in [json!([tick, tick]), json!([nameless]), json!([only_one])] {
        change(&town, json!({ "checklist": lines })).await.problem(422);
    }
    let dispatcher = town.ask(
        Some(Role::Dispatcher),
        Method::PATCH,
        PATH,
        Some(json!({ "checklist": [tick] })),
    );
    dispatcher.await.problem(403);
}
