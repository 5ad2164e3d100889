//! The office decides: on the state that was seen, one order or many, and the log remembers.

use kuitti_server::act::Actor;
use kuitti_server::orders;
use kuitti_shared::apply::{NoticeLeft, Received, apply};
use kuitti_shared::clock::{Occurred, Quality};
use kuitti_shared::domain::{Extent, Outcome, Role};
use kuitti_shared::id::{OpId, OrderId};
use kuitti_shared::operation::{Action, Base, Operation};
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::unit::Millis;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::town::{AINO, FORMER, LAMPS, LAMPS_NORTH, PHONE, Report, Town, tidy};

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
        (
            json!({ "decision": "edit", "appointment": { "from": 2_000, "until": 1_000 } }),
            422,
            "appointment_impossible",
        ),
        (json!({ "decision": "explode" }), 422, "malformed"),
    ] {
        assert_eq!(
            decide(&town, order, body.clone()).await.problem(status),
            code,
            "{body}"
        );
    }
    let unknown = OrderId(Uuid::from_u128(0xff));
    let cancel = json!({ "decision": "cancel" });
    assert_eq!(
        decide(&town, unknown, cancel.clone()).await.problem(404),
        "order_unknown"
    );
    decide(&town, order, cancel.clone()).await.expect(200);
    assert_eq!(decide(&town, order, cancel).await.problem(409), "order_is_over");
}

#[tokio::test]
async fn an_order_is_merged_into_another_about_the_same_problem() {
    let town = Town::start().await;
    let (gone, left) = (order(&town, 1).await, order(&town, 2).await);
    let path = format!("/api/orders/{gone}/merge");
    let merge = async |body: Value| town.post(Role::Dispatcher, &path, body).await;
    let old = merge(json!({ "version": 7, "into": left })).await;
    assert_eq!(old.problem(409), "changed_meanwhile");
    let itself = merge(json!({ "into": gone })).await;
    assert_eq!(itself.problem(409), "merge_into_itself");
    let survivor = merge(json!({ "version": 1, "into": left })).await.expect(200);
    assert_eq!(survivor["order"]["id"], json!(left));
    let look = async |order: OrderId| {
        let path = format!("/api/orders/{order}");
        town.get(Role::Dispatcher, &path).await.expect(200)
    };
    let (gone, left) = (look(gone).await, look(left).await);
    assert_eq!(
        gone["merged_into"]["number"],
        left["aggregate"]["order"]["number"]
    );
    assert_eq!(gone["history"][0]["action"], "order.merged");
    assert_eq!(left["history"][0]["action"], "order.absorbed");
    assert_eq!(left["requests"].as_array().unwrap().len(), 2);
    let over = gone["aggregate"]["order"]["id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let reopen = decide(&town, over, json!({ "decision": "reopen" })).await;
    assert_eq!(reopen.problem(409), "order_merged");
}

#[tokio::test]
async fn many_orders_are_assigned_and_each_refused_one_is_named() {
    let town = Town::start().await;
    let (first, over, last) = (
        order(&town, 1).await,
        order(&town, 2).await,
        order(&town, 3).await,
    );
    let unknown = OrderId(Uuid::from_u128(0xff));
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

/// Aino does something at an order, as if her phone had just sent it.
async fn field(town: &Town, order: OrderId, op: u128, action: Action) -> OpId {
    town.pass(1_000);
    let op_id = OpId(Uuid::from_u128(op));
    let act = town.app.act(Actor::Worker {
        worker: AINO,
        device: PHONE,
    });
    town.write(async |tx| {
        let before = orders::load(tx, order).await.unwrap();
        let operation = Operation {
            op_id,
            base: Base::of(&before.order),
            position: None,
            action,
        };
        let received = Received {
            hand: Hand {
                worker: AINO,
                crew: Some(LAMPS_NORTH),
            },
            device: PHONE,
            occurred: Occurred {
                at: act.now,
                quality: Quality::A,
            },
            now: act.now,
            undo_window: Millis(60_000),
            notice_left: NoticeLeft::No,
        };
        let applied = apply(&before, &operation, &received);
        orders::store(tx, Some(&before), &applied.aggregate, &applied.effects, &act)
            .await
            .unwrap();
    })
    .await;
    op_id
}

fn finish(outcome: Outcome, left: &str) -> Action {
    Action::Finish {
        outcome,
        extent: Extent::Whole,
        follow_up: Some(left.to_owned()),
    }
}

/// The orders of the only request, by number.
async fn statuses(town: &Town) -> Vec<(String, String)> {
    let request = Report::LAMP.id();
    let request = town
        .get(Role::Auditor, &format!("/api/requests/{request}"))
        .await
        .expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let orders = request["orders"].as_array().unwrap();
    orders
        .iter()
        .map(|order| (text(&order["number"]), text(&order["status"])))
        .collect()
}

#[tokio::test]
async fn what_is_left_becomes_the_next_order_for_the_same_request() {
    let town = Town::start().await;
    let before = order(&town, 1).await;
    field(
        &town,
        before,
        1,
        finish(Outcome::DoneNeedsFollowUp, " Replace the\npole "),
    )
    .await;
    let request = town
        .get(Role::Dispatcher, &format!("/api/requests/{}", Report::LAMP.id()))
        .await
        .expect(200);
    assert_eq!(request["row"]["stage"], "needs_visit");
    let follow_up = request["orders"][1]["id"].as_str().unwrap();
    let detail = town
        .get(Role::Dispatcher, &format!("/api/orders/{follow_up}"))
        .await
        .expect(200);
    let order = &detail["aggregate"]["order"];
    assert_eq!(order["follows"], json!(before));
    assert_eq!(order["title"], "Replace the pole");
    assert_eq!(order["description"], "Replace the\npole\n\nThe lamp is dark");
    assert_eq!(order["contact"]["phone"], "+358401234412");
    assert_eq!(detail["routing"]["code"], "on_shift");
}

#[tokio::test]
async fn a_finish_that_is_taken_back_takes_its_follow_up_back() {
    let town = Town::start().await;
    let before = order(&town, 1).await;
    let finished = field(&town, before, 1, finish(Outcome::DoneNeedsFollowUp, "Pole")).await;
    field(&town, before, 2, Action::Undo { op: finished }).await;
    let pair = |number: &str, status: &str| (number.to_owned(), status.to_owned());
    assert_eq!(
        statuses(&town).await,
        [pair("W-1", "assigned"), pair("W-2", "cancelled")]
    );
    field(
        &town,
        before,
        3,
        finish(Outcome::DoneNeedsFollowUp, "Pole after all"),
    )
    .await;
    assert_eq!(statuses(&town).await[2], pair("W-3", "assigned"));
    decide(&town, before, json!({ "decision": "reopen" }))
        .await
        .expect(200);
    let finished = field(&town, before, 4, finish(Outcome::Done, "")).await;
    field(&town, before, 5, Action::Undo { op: finished }).await;
    assert_eq!(
        statuses(&town).await[2],
        pair("W-3", "assigned"),
        "this finish left nothing to do"
    );
    field(&town, before, 6, finish(Outcome::DoneNeedsFollowUp, "Pole")).await;
    assert_eq!(
        statuses(&town).await.len(),
        3,
        "an open order does the rest already"
    );
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

#[tokio::test]
async fn a_time_is_agreed_on_and_taken_back_and_ends_with_the_work() {
    let town = Town::start().await;
    let order = order(&town, 1).await;
    let agreed = json!({ "from": 1_795_170_000_000_i64, "until": 1_795_177_200_000_i64 });
    let agree = json!({ "decision": "edit", "appointment": agreed });
    let decided = decide(&town, order, agree.clone()).await.expect(200);
    assert_eq!(decided["order"]["appointment"], agreed);
    let version = decided["order"]["version"].clone();
    assert_eq!(decided["order"]["field_versions"]["appointment"], version);
    let titled = decide(&town, order, json!({ "decision": "edit", "title": "Key at 12" })).await;
    assert_eq!(
        titled.expect(200)["order"]["appointment"],
        agreed,
        "left out, it stays"
    );
    let taken_back = decide(&town, order, json!({ "decision": "edit", "appointment": null })).await;
    assert_eq!(taken_back.expect(200)["order"]["appointment"], Value::Null);
    decide(&town, order, agree).await.expect(200);
    decide(&town, order, json!({ "decision": "cancel" }))
        .await
        .expect(200);
    let reopened = decide(&town, order, json!({ "decision": "reopen" }))
        .await
        .expect(200);
    assert_eq!(reopened["order"]["appointment"], agreed, "it is still to come");
    let over = json!({ "decision": "edit", "appointment": { "from": 1_000, "until": 2_000 } });
    for decision in [over, json!({ "decision": "cancel" })] {
        decide(&town, order, decision).await.expect(200);
    }
    let reopened = decide(&town, order, json!({ "decision": "reopen" }))
        .await
        .expect(200);
    assert_eq!(reopened["order"]["appointment"], Value::Null);
}
