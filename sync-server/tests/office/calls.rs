//! The contact centre takes a call.

use kuitti_shared::domain::Role;
use kuitti_shared::tracking_code::TrackingCode;
use serde_json::{Value, json};

use crate::town::{HOUR, Report, Town, tidy};

fn call(change: Value) -> Value {
    let mut call = json!({
        "category": "pothole",
        "description": "A hole as deep as a bucket",
        "place": { "address": "Mannerheimintie 5", "position": { "latitude": 60.15, "longitude": 24.95 } },
        "contact": { "name": "Matti", "phone": "050 987 6543", "notify": ["sms"] },
        "language": "fi",
    });
    call.as_object_mut()
        .unwrap()
        .extend(change.as_object().unwrap().clone());
    call
}

#[tokio::test]
async fn a_caller_is_found_however_the_number_is_said() {
    let town = Town::start().await;
    town.report(Report::LAMP).await;
    town.pass(HOUR);
    let later = Report {
        number: 2,
        category: "pothole",
        text: "A hole",
        ..Report::LAMP
    };
    town.report(later).await;
    town.report(Report {
        number: 3,
        phone: Some("+358500000000"),
        ..Report::LAMP
    })
    .await;
    let mut answers = Vec::new();
    for typed in [
        "0401234412",
        "040+123+4412",
        "%2B358401234412",
        "00358+40+1234412",
        "(040)+123-4412",
    ] {
        let answer = town
            .get(Role::Intake, &format!("/api/callers?phone={typed}"))
            .await;
        answers.push(answer.expect(200));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
    insta::assert_snapshot!("caller", tidy(&answers[0]));
    let stranger = town
        .get(Role::Intake, "/api/callers?phone=0445556667")
        .await
        .expect(200);
    assert_eq!(stranger, json!({ "phone": "+358445556667", "requests": [] }));
    for typed in ["", "12", "call+me", "0401234412+ext.+9"] {
        let answer = town
            .get(Role::Intake, &format!("/api/callers?phone={typed}"))
            .await;
        assert_eq!(answer.problem(422), "phone_unreadable", "{typed}");
    }
}

#[tokio::test]
async fn a_call_becomes_a_request_with_a_code_to_read_aloud() {
    let town = Town::start().await;
    let receipt = town
        .post(Role::Intake, "/api/requests", call(json!({})))
        .await
        .expect(201);
    let code: TrackingCode = receipt["tracking_code"].as_str().unwrap().parse().unwrap();
    assert_eq!(receipt["tracking_code"], code.to_string());
    let url = format!("https://kuitti.town.example/t/{}", code.compact());
    assert_eq!(receipt["tracking_url"], url);
    let path = format!("/api/requests/{}", receipt["id"].as_str().unwrap());
    let detail = town.get(Role::Intake, &path).await.expect(200);
    assert_eq!(detail["row"]["number"], receipt["number"]);
    assert_eq!(detail["row"]["channel"], "phone");
    assert_eq!(detail["contact"]["phone"], "+358509876543");
    assert!(
        !detail.to_string().contains(&code.compact()),
        "the code is shown once"
    );
    let caller = town
        .get(Role::Intake, "/api/callers?phone=0509876543")
        .await
        .expect(200);
    assert_eq!(caller["requests"][0]["number"], receipt["number"]);
    assert_eq!(caller["contact"]["name"], "Matti");
}

#[tokio::test]
async fn a_call_about_something_that_assigns_itself_is_planned_at_once() {
    let town = Town::start().await;
    let lamp = call(json!({ "category": "lamp" }));
    let receipt = town.post(Role::Intake, "/api/requests", lamp).await.expect(201);
    let path = format!("/api/requests/{}", receipt["id"].as_str().unwrap());
    let detail = town.get(Role::Dispatcher, &path).await.expect(200);
    assert_eq!(detail["row"]["stage"], "planned");
    let path = format!("/api/orders/{}", detail["orders"][0]["id"].as_str().unwrap());
    let order = town.get(Role::Dispatcher, &path).await.expect(200);
    assert_eq!(order["routing"]["crew"], "Lamps");
    assert_eq!(order["history"][0]["actor"], "intake");
}

#[tokio::test]
async fn every_mistake_is_named_with_its_field_and_nothing_is_stored() {
    let town = Town::start().await;
    let wrong = call(json!({
        "category": "ufo", "description": " ", "place": { "address": "" },
        "contact": { "phone": "12", "email": "x", "notify": ["sms"] },
    }));
    let answer = town.post(Role::Intake, "/api/requests", wrong).await;
    insta::assert_snapshot!("mistakes", tidy(&answer.body));
    assert_eq!(answer.problem(422), "fields_invalid");
    let off_the_earth = call(json!({ "place": { "position": { "latitude": 91, "longitude": 0 } } }));
    let answer = town.post(Role::Intake, "/api/requests", off_the_earth).await;
    assert_eq!(answer.problem(422), "malformed");
    let requests = town.get(Role::Intake, "/api/requests").await.expect(200);
    assert_eq!(requests["total"], 0);
}
