//! The office decides: on the state that was seen, one order or many, and the log remembers.

use kuitti_server::act::Actor;
use kuitti_server::{dispatch, orders};
use kuitti_shared::domain::Role;
use kuitti_shared::id::OrderId;
use serde_json::{Value, json};

use crate::town::{AINO, FORMER, LAMPS, Report, Town, tidy};

/// An order that went to the crew by itself.
async fn order(town: &Town, number: u32) -> OrderId {
    let request = town
        .report(Report {
            number,
            ..Report::LAMP
        })
        .await;
    let wish = json!({ "requests": [request], "grouping": "one_each" });
    let made = town.post(Role::Dispatcher, "/api/orders", wish).await.expect(201);
    made["orders"][0]["id"].as_str().unwrap().parse().unwrap()
}

async fn decide(town: &Town, order: OrderId, body: Value) -> crate::town::Answer {
    town.post(Role::Dispatcher, &format!("/api/orders/{order}/decisions"), body)
        .await
}

#[tokio::test]
async fn a_decision_on_an_old_screen_is_refused() {
    let town = Town::start().await;
    let order = order(&town, 1).await;
    let to_aino = json!({ "version": 1, "decision": "assign", "assignee": { "kind": "worker", "id": AINO } });
    let decided = decide(&town, order, to_aino.clone()).await.expect(200);
    assert_eq!(decided["order"]["version"], 2);
    assert_eq!(decided["order"]["assignment_epoch"], 2);
    let late = json!({ "version": 1, "decision": "cancel" });
    assert_eq!(decide(&town, order, late).await.problem(409), "changed_meanwhile");
    let unguarded = json!({ "decision": "edit", "title": "Lamp, urgent", "priority": "urgent" });
    let edited = decide(&town, order, unguarded).await.expect(200);
    assert_eq!(edited["order"]["title"], "Lamp, urgent");
    let detail = town
        .get(Role::Dispatcher, &format!("/api/orders/{order}"))
        .await
        .expect(200);
    assert_eq!(
        detail["routing"],
        Value::Null,
        "a person has decided: the old reason is no reason any more"
    );
    insta::assert_snapshot!("history", tidy(&detail["history"]));
}

#[tokio::test]
async fn what_an_order_does_not_allow_is_refused_with_a_reason() {
    let town = Town::start().await;
    let order = order(&town, 1).await;
    let nothing = "00000000-0000-0000-0000-0000000000ff";
    for (body, status, code) in [
        (json!({ "decision": "reopen" }), 409, "nothing_to_reopen"),
        (
            json!({ "decision": "confirm", "visit": nothing }),
            409,
            "not_part_of_order",
        ),
        (
            json!({ "decision": "settle", "conflict": nothing }),
            409,
            "not_part_of_order",
        ),
        (
            json!({ "decision": "assign", "assignee": { "kind": "worker", "id": FORMER } }),
            422,
            "assignee_unknown",
        ),
        (json!({ "decision": "edit", "title": "" }), 422, "title_length"),
        (
            json!({ "decision": "edit", "place": { "address": " " } }),
            422,
            "place_missing",
        ),
        (
            json!({ "decision": "edit", "description": "x".repeat(8_001) }),
            422,
            "too_long",
        ),
        (json!({ "decision": "explode" }), 422, "malformed"),
    ] {
        assert_eq!(
            decide(&town, order, body.clone()).await.problem(status),
            code,
            "{body}"
        );
    }
    let unknown = OrderId(uuid::Uuid::from_u128(0xff));
    let cancel = json!({ "decision": "cancel" });
    assert_eq!(
        decide(&town, unknown, cancel.clone()).await.problem(404),
        "order_unknown"
    );
    decide(&town, order, cancel.clone()).await.expect(200);
    assert_eq!(decide(&town, order, cancel).await.problem(409), "order_is_over");
}

#[tokio::test]
async fn many_orders_are_assigned_and_each_refused_one_is_named() {
    let town = Town::start().await;
    let (first, over, last) = (
        order(&town, 1).await,
        order(&town, 2).await,
        order(&town, 3).await,
    );
    let unknown = OrderId(uuid::Uuid::from_u128(0xff));
    decide(&town, over, json!({ "decision": "close" }))
        .await
        .expect(200);
    let wish = json!({
        "orders": [first, over, unknown, last], "assignee": { "kind": "worker", "id": AINO },
    });
    let decisions = town
        .post(Role::Dispatcher, "/api/orders/assign", wish)
        .await
        .expect(200);
    let expected = json!({
        "changed": [first, last],
        "refused": [{ "order": over, "code": "order_is_over" }, { "order": unknown, "code": "order_unknown" }],
    });
    assert_eq!(decisions, expected);
    let path = format!("/api/orders?assignee=worker:{AINO}");
    assert_eq!(town.get(Role::Auditor, &path).await.expect(200)["total"], 2);
    let to_nobody = json!({ "orders": [first], "assignee": { "kind": "crew", "id": FORMER } });
    let refused = town.post(Role::Dispatcher, "/api/orders/assign", to_nobody).await;
    assert_eq!(refused.problem(422), "assignee_unknown");
}

#[tokio::test]
async fn what_is_left_becomes_the_next_order_once_and_goes_when_the_finish_is_taken_back() {
    let town = Town::start().await;
    let before = order(&town, 1).await;
    let act = town.app.act(Actor::Server);
    let follow_up = town.write(async |tx| {
        let aggregate = orders::load(tx, before).await.unwrap();
        let (new, routing) = dispatch::follow_up(tx, &aggregate, " Replace the\npole ", &act)
            .await
            .unwrap()
            .unwrap();
        let made = orders::create(tx, new, &act).await.unwrap();
        let again = dispatch::follow_up(tx, &aggregate, "Replace the pole", &act)
            .await
            .unwrap();
        assert_eq!(again, None, "there is an open one already");
        (made.order.id, routing)
    });
    let (follow_up, routing) = follow_up.await;
    assert_eq!(serde_json::to_value(routing).unwrap()["code"], "on_shift");
    let detail = town
        .get(Role::Dispatcher, &format!("/api/orders/{follow_up}"))
        .await
        .expect(200);
    let order = &detail["aggregate"]["order"];
    assert_eq!(order["follows"], json!(before));
    assert_eq!(order["title"], "Replace the pole");
    assert_eq!(order["description"], "Replace the\npole\n\nThe lamp is dark");
    assert_eq!(order["contact"]["phone"], "+358401234412");
    assert_eq!(detail["requests"][0]["number"], "R-2026-000001");
    town.write(async |tx| dispatch::withdraw(tx, before, &act).await.unwrap())
        .await;
    let detail = town
        .get(Role::Dispatcher, &format!("/api/orders/{follow_up}"))
        .await
        .expect(200);
    assert_eq!(detail["aggregate"]["order"]["status"], "cancelled");
}

#[tokio::test]
async fn every_change_stands_in_the_log_page_by_page() {
    let town = Town::start().await;
    let order = order(&town, 1).await;
    decide(
        &town,
        order,
        json!({ "decision": "assign", "assignee": { "kind": "crew", "id": LAMPS } }),
    )
    .await
    .expect(200);
    decide(&town, order, json!({ "decision": "assign", "assignee": null }))
        .await
        .expect(200);
    decide(&town, order, json!({ "decision": "cancel" }))
        .await
        .expect(200);
    let mut actions = Vec::new();
    let mut after = String::new();
    loop {
        let page = town
            .get(
                Role::Auditor,
                &format!("/api/audit?limit=2&subject={order}{after}"),
            )
            .await
            .expect(200);
        let rows = page["rows"].as_array().unwrap();
        actions.extend(rows.iter().map(|row| row["action"].as_str().unwrap().to_owned()));
        assert!(rows.iter().all(|row| row["actor"] == "dispatcher"));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(actions, ["order.cancelled", "order.assigned", "order.made"]);
}
