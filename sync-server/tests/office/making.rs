//! Requests become orders.

use kuitti_shared::domain::Role;
use serde_json::{Value, json};

use crate::town::{AINO, FORMER, HOUR, NOW, Report, Town, tidy};

async fn make(town: &Town, body: Value) -> Value {
    town.post(Role::Dispatcher, "/api/orders", body).await.expect(201)
}

fn first(made: &Value) -> String {
    made["orders"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_order_takes_over_what_its_request_and_its_category_say() {
    let town = Town::start().await;
    let request = town.report(Report::LAMP).await;
    town.pass(HOUR / 2);
    let made = make(&town, json!({ "requests": [request], "grouping": "one_each" })).await;
    insta::assert_snapshot!("made_orders", tidy(&made));
    let order = town
        .get(Role::Dispatcher, &format!("/api/orders/{}", first(&made)))
        .await;
    let order = order.expect(200);
    insta::assert_snapshot!("order_detail", tidy(&order));
    assert_eq!(
        order["aggregate"]["order"]["due_at"],
        NOW + 2 * HOUR,
        "a citizen waits since the report"
    );
    let list = town.get(Role::Dispatcher, "/api/orders").await.expect(200);
    insta::assert_snapshot!("order_list", tidy(&list));
}

#[tokio::test]
async fn duplicates_become_one_order_and_every_request_moves_on() {
    let town = Town::start().await;
    let mut requests = Vec::new();
    for (number, text, position) in [
        (1, "The lamp is dark", None),
        (2, "Dark since Monday", Some((60.25, 24.95))),
        (3, "The lamp is dark", Some((60.15, 24.95))),
    ] {
        let address = ["Kulma 1", "Kulma 2", "Kulma 3"][number as usize - 1];
        let report = Report {
            number,
            text,
            address,
            position,
            ..Report::LAMP
        };
        requests.push(town.report(report).await);
        town.pass(1_000);
    }
    let doubled: Vec<_> = requests.iter().rev().chain(&requests).collect();
    let wish = json!({
        "requests": doubled, "grouping": "one_for_all", "title": "  Lamp at the corner ", "priority": "urgent",
    });
    let made = make(&town, wish).await;
    assert_eq!(made["orders"].as_array().unwrap().len(), 1);
    let order = town
        .get(Role::Dispatcher, &format!("/api/orders/{}", first(&made)))
        .await
        .expect(200);
    assert_eq!(order["requests"].as_array().unwrap().len(), 3);
    let order = &order["aggregate"]["order"];
    assert_eq!(order["title"], "Lamp at the corner");
    assert_eq!(order["priority"], "urgent");
    assert_eq!(
        order["place"]["address"], "Kulma 2",
        "the earliest that is on the map"
    );
    let each_text_once = "R-2026-000001: The lamp is dark\n\nR-2026-000002: Dark since Monday";
    assert_eq!(order["description"], each_text_once);
    for request in requests {
        let request = town
            .get(Role::Dispatcher, &format!("/api/requests/{request}"))
            .await
            .expect(200);
        assert_eq!(request["row"]["stage"], "planned");
        assert_eq!(request["orders"][0]["number"], "W-1");
    }
}

#[tokio::test]
async fn many_requests_become_an_order_each() {
    let town = Town::start().await;
    let mut requests = Vec::new();
    for number in 1..=3 {
        requests.push(
            town.report(Report {
                number,
                ..Report::LAMP
            })
            .await,
        );
    }
    let made = make(&town, json!({ "requests": requests, "grouping": "one_each" })).await;
    let numbers: Vec<_> = made["orders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|order| &order["number"])
        .collect();
    assert_eq!(numbers, ["W-1", "W-2", "W-3"]);
}

#[tokio::test]
async fn what_cannot_become_an_order_leaves_everything_as_it_was() {
    let town = Town::start().await;
    let planned = town.report(Report::LAMP).await;
    let free = town
        .report(Report {
            number: 2,
            ..Report::LAMP
        })
        .await;
    let strange = town
        .report(Report {
            number: 3,
            category: "ufo",
            ..Report::LAMP
        })
        .await;
    make(&town, json!({ "requests": [planned], "grouping": "one_each" })).await;
    let nobody = "00000000-0000-0000-0000-0000000000ff";
    let with = |extra: Value| {
        let mut wish = json!({ "requests": [free], "grouping": "one_each" });
        wish.as_object_mut()
            .unwrap()
            .extend(extra.as_object().unwrap().clone());
        wish
    };
    for (wish, status, code) in [
        (with(json!({ "requests": [] })), 422, "nothing_selected"),
        (
            with(json!({ "requests": vec![free; 1] , "title": "  " })),
            422,
            "title_length",
        ),
        (with(json!({ "title": "x".repeat(121) })), 422, "title_length"),
        (
            with(json!({ "requests": [free, nobody] })),
            404,
            "request_unknown",
        ),
        (
            with(json!({ "requests": [free, planned] })),
            409,
            "already_planned",
        ),
        (
            with(json!({ "requests": [free, strange] })),
            422,
            "category_unknown",
        ),
        (
            with(json!({ "assignee": { "kind": "crew", "id": nobody } })),
            422,
            "assignee_unknown",
        ),
        (
            with(json!({ "assignee": { "kind": "worker", "id": FORMER } })),
            422,
            "assignee_unknown",
        ),
    ] {
        let answer = town.post(Role::Dispatcher, "/api/orders", wish.clone()).await;
        assert_eq!(answer.problem(status), code, "{wish}");
    }
    let orders = town.get(Role::Dispatcher, "/api/orders").await.expect(200);
    assert_eq!(orders["total"], 1);
    let given = with(json!({ "assignee": { "kind": "worker", "id": AINO } }));
    let made = make(&town, given).await;
    assert_eq!(made["orders"][0]["routing"]["code"], "by_hand");
}

#[tokio::test]
async fn a_request_whose_order_is_over_can_be_planned_again() {
    let town = Town::start().await;
    let request = town.report(Report::LAMP).await;
    let wish = json!({ "requests": [request], "grouping": "one_each" });
    let order = first(&make(&town, wish.clone()).await);
    let path = format!("/api/orders/{order}/decisions");
    town.post(Role::Dispatcher, &path, json!({ "decision": "cancel" }))
        .await
        .expect(200);
    make(&town, wish).await;
}
