//! Where an order goes, and why.

use kuitti_server::act::Actor;
use kuitti_server::dispatch;
use kuitti_shared::domain::Role;
use kuitti_shared::id::RequestId;
use serde_json::{Value, json};

use crate::town::{HOUR, LAMPS, LAMPS_NORTH, Report, Town};

/// Makes an order of each report and returns where it went and why.
async fn route(town: &Town, reports: &[Report<'_>]) -> Vec<Value> {
    let mut requests: Vec<RequestId> = Vec::new();
    for report in reports {
        requests.push(town.report(*report).await);
    }
    let wish = json!({ "requests": requests, "grouping": "one_each" });
    let made = town.post(Role::Dispatcher, "/api/orders", wish).await.expect(201);
    made["orders"].as_array().unwrap().clone()
}

fn lamp(number: u32, position: Option<(f64, f64)>) -> Report<'static> {
    Report {
        number,
        position,
        ..Report::LAMP
    }
}

const NORTH: Option<(f64, f64)> = Some((60.25, 24.95));
const SOUTH: Option<(f64, f64)> = Some((60.15, 24.95));
const ELSEWHERE: Option<(f64, f64)> = Some((61.0, 24.95));

#[tokio::test]
async fn an_order_goes_to_the_crew_on_shift_in_the_zone_with_the_skill() {
    let town = Town::start().await;
    let routed = route(&town, &[lamp(1, SOUTH)]).await;
    assert_eq!(routed[0]["assignee"], json!({ "kind": "crew", "id": LAMPS }));
    let why = json!({ "code": "on_shift", "crew": "Lamps", "zone": "south", "candidates": 1, "load": 0 });
    assert_eq!(routed[0]["routing"], why);
    let order = routed[0]["id"].as_str().unwrap();
    let detail = town
        .get(Role::Auditor, &format!("/api/orders/{order}"))
        .await
        .expect(200);
    assert_eq!(detail["routing"], why, "the reason is kept");
}

#[tokio::test]
async fn orders_made_at_once_are_spread_over_the_crews() {
    let town = Town::start().await;
    let routed = route(&town, &[1, 2, 3, 4].map(|number| lamp(number, NORTH))).await;
    let crews: Vec<&Value> = routed.iter().map(|order| &order["routing"]["crew"]).collect();
    assert_eq!(crews, ["Lamps", "Lamps North", "Lamps", "Lamps North"]);
    let loads: Vec<&Value> = routed.iter().map(|order| &order["routing"]["load"]).collect();
    assert_eq!(
        loads,
        [0, 0, 1, 1].map(|load| json!(load)).iter().collect::<Vec<_>>()
    );
    assert_eq!(routed[1]["assignee"]["id"], json!(LAMPS_NORTH));
    assert_eq!(routed[1]["routing"]["candidates"], 2);
}

#[tokio::test]
async fn an_order_that_fits_nobody_waits_and_says_why() {
    let town = Town::start().await;
    let by_hand = Report {
        number: 1,
        category: "pothole",
        ..Report::LAMP
    };
    let routed = route(&town, &[by_hand]).await;
    assert_eq!(
        (&routed[0]["assignee"], &routed[0]["routing"]),
        (&Value::Null, &json!({ "code": "by_hand" }))
    );
    town.pass(7 * HOUR);
    let routed = route(&town, &[lamp(2, SOUTH), lamp(3, ELSEWHERE), lamp(4, None)]).await;
    assert_eq!(
        routed[0]["routing"],
        json!({ "code": "nobody_on_shift", "zone": "south" })
    );
    assert_eq!(routed[1]["routing"], json!({ "code": "outside_zones" }));
    assert_eq!(routed[2]["routing"], json!({ "code": "outside_zones" }));
    assert!(routed.iter().all(|order| order["assignee"].is_null()));
}

#[tokio::test]
async fn a_category_assigns_new_requests_by_itself_when_it_is_told_to() {
    let town = Town::start().await;
    let act = town.app.act(Actor::Citizen);
    let pothole = Report {
        number: 1,
        category: "pothole",
        ..Report::LAMP
    };
    let at_noon = town.write(async |tx| {
        let record = pothole.record(act.now);
        tx.put_request(&record).await.unwrap();
        dispatch::assign_itself(tx, &record, &act).await.unwrap()
    });
    assert_eq!(at_noon.await, None, "the category does not assign itself");
    let change = json!({ "assigns_itself": true });
    let changed = town.ask(
        Some(Role::Administrator),
        axum::http::Method::PATCH,
        "/api/categories/pothole",
        Some(change),
    );
    assert_eq!(changed.await.expect(200)["assigns_itself"], true);
    town.pass(4 * HOUR);
    let act = town.app.act(Actor::Citizen);
    let in_the_afternoon = town.write(async |tx| {
        let record = Report { number: 2, ..pothole }.record(act.now);
        tx.put_request(&record).await.unwrap();
        dispatch::assign_itself(tx, &record, &act).await.unwrap()
    });
    let made = in_the_afternoon.await.unwrap();
    let why = json!({ "code": "on_shift", "crew": "Streets", "zone": "north", "candidates": 1, "load": 0 });
    assert_eq!(serde_json::to_value(&made.routing).unwrap(), why);
    let page = town
        .get(Role::Auditor, "/api/requests?stage=planned")
        .await
        .expect(200);
    assert_eq!(page["total"], 1);
}
