//! What strangers can do to the citizens' pages: guess, flood, compare.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use kuitti_shared::domain::Outcome;
use kuitti_shared::unit::Millis;

use super::tests::{ReportForm, street_lamp, town_with};
use crate::config::{Config, LimitsConfig};
use crate::notices::tests::{FIRST, Scene};
use crate::storage::statements;
use crate::sync::housekeeping;
use crate::testing::{Answer, Town, Who};

/// A code of the right form that nobody was given.
const UNKNOWN: &str = "0000000000000";

fn waits(answer: &Answer) -> u32 {
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.text());
    let page = answer.text();
    assert!(page.contains("Too much came from your connection"), "{page}");
    answer.headers[header::RETRY_AFTER]
        .to_str()
        .unwrap()
        .parse()
        .unwrap()
}

async fn asked_from(town: &Town, method: Method, path: &str, from: &str) -> Answer {
    let request = Request::builder().method(method).uri(path);
    let request = request.header("x-forwarded-for", from);
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    town.send(request.body(Body::from("code=000000&rating=5")).unwrap())
        .await
}

/// A town behind a proxy of its own.
async fn behind_a_proxy(limits: LimitsConfig) -> Town {
    let config = Config {
        limits: LimitsConfig {
            trusted_proxies: vec!["0.0.0.0".parse().unwrap()],
            ..limits
        },
        ..Config::default()
    };
    town_with(street_lamp(), Town::with_config(config).await).await
}

#[tokio::test]
async fn reports_are_counted_by_the_minute_by_the_hour_and_in_all() {
    let limits = LimitsConfig {
        reports_an_hour: 12,
        reports_an_hour_in_all: 13,
        ..LimitsConfig::default()
    };
    let town = behind_a_proxy(limits).await;
    let report = || ReportForm::complete().with("same", "new");
    for _ in 0..6 {
        for _ in 0..2 {
            report().accepted(&town).await;
        }
        assert_eq!(waits(&report().send(&town).await), 61);
        town.clock.move_by(Millis::from_seconds(60));
    }
    assert!(waits(&report().send(&town).await) > 3_000);
    // Another address: the last of all in this hour.
    let empty = |from: &'static str| asked_from(&town, Method::POST, "/report", from);
    assert_eq!(empty("198.51.100.1").await.status, StatusCode::BAD_REQUEST);
    assert!(waits(&empty("198.51.100.2").await) > 3_000);
}

#[tokio::test]
async fn everything_that_is_said_and_typed_is_counted_by_who_comes() {
    let town = behind_a_proxy(LimitsConfig::default()).await;
    let code = ReportForm::complete().accepted(&town).await;
    let all = ["rating", "wishes", "forget", "confirm", "confirm/again"];
    for (number, what) in all.into_iter().enumerate() {
        let (busy, calm) = (format!("198.51.100.{number}"), "203.0.113.1");
        let path = format!("/t/{code}/{what}");
        let mut answers = Vec::new();
        for _ in 0..21 {
            answers.push(asked_from(&town, Method::POST, &path, &busy).await);
        }
        let last = answers.pop().unwrap();
        waits(&last);
        let refused = answers
            .iter()
            .filter(|answer| answer.status == StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(refused.count(), 0, "{what}");
        let other = asked_from(&town, Method::POST, &path, calm).await;
        assert_ne!(other.status, StatusCode::TOO_MANY_REQUESTS, "{what}");
    }
}

#[tokio::test]
async fn looking_is_counted_on_every_page() {
    let town = behind_a_proxy(LimitsConfig::default()).await;
    let code = ReportForm::complete().accepted(&town).await;
    let pages = [
        "/".to_owned(),
        "/problems".to_owned(),
        format!("/t/{code}"),
        format!("/t/{code}/data"),
        format!("/t/{code}/data.json"),
    ];
    for number in 0..1_000 {
        let page = if number % 100 == 0 {
            &pages[number / 100 % 5]
        } else {
            "/report/locate.js"
        };
        let answer = asked_from(&town, Method::GET, page, "198.51.100.7").await;
        assert_eq!(answer.status, StatusCode::OK, "{number} {page}");
    }
    for page in &pages {
        waits(&asked_from(&town, Method::GET, page, "198.51.100.7").await);
    }
    let other = asked_from(&town, Method::GET, "/problems", "198.51.100.8").await;
    assert_eq!(other.status, StatusCode::OK);
}

#[tokio::test]
async fn a_header_of_a_stranger_is_not_believed() {
    let town = town_with(street_lamp(), Town::start().await).await;
    for number in 0..10 {
        let from = format!("198.51.100.{number}");
        let answer = asked_from(&town, Method::GET, &format!("/t/{UNKNOWN}"), &from).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    waits(&asked_from(&town, Method::GET, &format!("/t/{UNKNOWN}"), "203.0.113.1").await);
}

/// The body of an answer and the statements that it took.
async fn observed(town: &Town, method: Method, path: &str) -> (StatusCode, String, Vec<&'static str>) {
    // Each asks from another place, so that none waits.
    town.clock.move_by(Millis::from_seconds(61));
    statements();
    let answer = town.call(method, path, &Who::Nobody).await;
    (answer.status, answer.text(), statements())
}

#[tokio::test]
async fn an_unknown_an_expired_and_a_foreign_code_are_one_and_the_same() {
    let mut scene = Scene::start().await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    let elsewhere = Scene::start_elsewhere().await;
    assert_ne!(elsewhere.code, scene.code);
    let known = scene.town.get(&format!("/t/{}", scene.code), &Who::Nobody).await;
    assert_eq!(known.status, StatusCode::OK);
    scene.town.clock.move_by(Millis::from_days(366));
    housekeeping::look(&scene.town.app).await.unwrap();
    for (method, rest) in [
        (Method::GET, String::new()),
        (Method::GET, "/data".to_owned()),
        (Method::GET, "/data.json".to_owned()),
        (Method::GET, "/photo".to_owned()),
        (Method::GET, format!("/photos/{}", "0".repeat(64))),
        (Method::POST, "/forget".to_owned()),
        (Method::POST, "/quiet".to_owned()),
    ] {
        let unknown = observed(&scene.town, method.clone(), &format!("/t/{UNKNOWN}{rest}")).await;
        assert_eq!(unknown.0, StatusCode::NOT_FOUND);
        for (what, code) in [("expired", &scene.code), ("foreign", &elsewhere.code)] {
            let path = format!("/t/{code}{rest}");
            let mut other = observed(&scene.town, method.clone(), &path).await;
            // The page leads to itself in other languages.
            other.1 = other.1.replace(code.as_str(), UNKNOWN);
            assert_eq!(other, unknown, "{what} {rest}");
        }
        assert_eq!(unknown.2.len(), 1, "one look, whatever it finds: {:?}", unknown.2);
    }
}

#[tokio::test]
async fn a_photo_of_another_case_is_as_unknown_as_one_that_is_none() {
    let town = town_with(street_lamp(), Town::start().await).await;
    let own = ReportForm::complete().accepted(&town).await;
    let photo = super::tests::jpeg();
    let other = ReportForm::complete().with_file(photo).accepted(&town).await;
    let own_data = town.get(&format!("/t/{other}/data.json"), &Who::Nobody).await;
    let foreign = own_data.json()["photos"][0].as_str().unwrap().to_owned();
    let foreign = foreign.as_str();
    let of_other = observed(&town, Method::GET, &format!("/t/{other}/photos/{foreign}")).await;
    assert_eq!(of_other.0, StatusCode::OK);
    let path = |sha256: &str| format!("/t/{own}/photos/{sha256}");
    let unknown = observed(&town, Method::GET, &path(&"0".repeat(64))).await;
    let mut found = observed(&town, Method::GET, &path(foreign)).await;
    found.1 = found.1.replace(foreign, &"0".repeat(64));
    assert_eq!(found, unknown);
}
