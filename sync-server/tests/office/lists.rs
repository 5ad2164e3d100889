//! Lists: filters, words, pages that stay put, and one query for a whole town.

use std::collections::BTreeSet;

use axum::http::Method;
use kuitti_server::storage::BlobRecord;
use kuitti_shared::domain::Role;
use kuitti_shared::unit::WallTime;
use serde_json::{Value, json};

use crate::town::{NOW, Report, Town, tidy};

fn numbers(page: &Value) -> Vec<&str> {
    let rows = page["rows"].as_array().unwrap();
    rows.iter().map(|row| row["number"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn requests_are_listed_and_shown_with_everything() {
    let town = Town::start().await;
    let request = town.report(Report::LAMP).await;
    let list = town.get(Role::Dispatcher, "/api/requests").await.expect(200);
    insta::assert_snapshot!("request_list", tidy(&list));
    let made = json!({ "requests": [request], "grouping": "one_each" });
    town.post(Role::Dispatcher, "/api/orders", made).await.expect(201);
    let detail = town
        .get(Role::Dispatcher, &format!("/api/requests/{request}"))
        .await;
    insta::assert_snapshot!("request_detail", tidy(&detail.expect(200)));
}

#[tokio::test]
async fn what_a_citizen_wrote_comes_back_as_it_was_written() {
    let town = Town::start().await;
    let text = "<script>alert(1)</script> & \"lamp\"\n<b>dark</b>";
    let request = town.report(Report { text, ..Report::LAMP }).await;
    let detail = town.get(Role::Auditor, &format!("/api/requests/{request}")).await;
    assert_eq!(detail.kind, "application/json");
    assert_eq!(detail.expect(200)["description"], text);
    let list = town.get(Role::Auditor, "/api/requests").await.expect(200);
    let line = "<script>alert(1)</script> & \"lamp\" <b>dark</b>";
    assert_eq!(list["rows"][0]["summary"], line);
}

#[tokio::test]
async fn a_citizens_photo_is_shown_through_its_request_alone() {
    let town = Town::start().await;
    let other = town
        .report(Report {
            number: 2,
            ..Report::LAMP
        })
        .await;
    let stored = town.app.files.put(b"a photo".to_vec()).await.unwrap();
    let mut record = Report::LAMP.record(WallTime(NOW));
    record.photos = vec![stored.sha256.clone()];
    town.write(async |tx| tx.put_request(&record).await.unwrap())
        .await;
    let path = format!("/api/requests/{}/photos/{}", record.id, stored.sha256);
    assert_eq!(
        town.ask(None, Method::GET, &path, None).await.problem(401),
        "not_logged_in"
    );
    assert_eq!(town.get(Role::Worker, &path).await.problem(403), "not_allowed");
    assert_eq!(
        town.get(Role::Auditor, &path).await.problem(404),
        "photo_not_here"
    );
    let blob = BlobRecord {
        sha256: stored.sha256.clone(),
        size: stored.size,
        media_type: "image/jpeg".to_owned(),
        touched_at: WallTime(NOW),
    };
    town.write(async |tx| tx.put_blob(&blob).await.unwrap()).await;
    let answer = town.send(Some(Role::Auditor), Method::GET, &path, None).await;
    assert_eq!(answer.headers()["content-type"], "image/jpeg");
    let bytes = axum::body::to_bytes(answer.into_body(), 1_000).await.unwrap();
    assert_eq!(bytes.as_ref(), b"a photo");
    let elsewhere = format!("/api/requests/{other}/photos/{}", stored.sha256);
    assert_eq!(
        town.get(Role::Auditor, &elsewhere).await.problem(404),
        "photo_unknown"
    );
    let no_hash = format!("/api/requests/{}/photos/..%2F..%2Fkuitti.db", record.id);
    assert_eq!(
        town.get(Role::Auditor, &no_hash).await.problem(404),
        "no_such_address"
    );
}

#[tokio::test]
async fn words_are_found_in_any_case_and_any_order() {
    let town = Town::start().await;
    for (number, text, address) in [
        (1, "Lamppu pimeänä", "Hämeentie 1"),
        (2, "Kuoppa 100 % varma", "Töölönkatu 2"),
        (3, "Kuoppa_tiessä", "Hämeentie 3"),
    ] {
        town.report(Report {
            number,
            text,
            address,
            ..Report::LAMP
        })
        .await;
    }
    for (typed, expected) in [
        ("H%C3%84MEENTIE", vec!["R-2026-000003", "R-2026-000001"]),
        ("h%C3%A4meen+kuoppa", vec!["R-2026-000003"]),
        ("100+%25", vec!["R-2026-000002"]),
        ("000001", vec!["R-2026-000001"]),
        ("%25", vec!["R-2026-000002"]),
        ("_", vec!["R-2026-000003"]),
        ("nothing+like+it", vec![]),
    ] {
        let page = town
            .get(Role::Auditor, &format!("/api/requests?text={typed}"))
            .await
            .expect(200);
        assert_eq!(numbers(&page), expected, "{typed}");
        assert_eq!(page["total"], expected.len());
    }
}

#[tokio::test]
async fn filters_narrow_a_list_and_count_what_is_left() {
    let town = Town::start().await;
    let lamp = town.report(Report::LAMP).await;
    town.report(Report {
        number: 2,
        category: "pothole",
        ..Report::LAMP
    })
    .await;
    let made = json!({ "requests": [lamp], "grouping": "one_each" });
    town.post(Role::Dispatcher, "/api/orders", made).await.expect(201);
    for (query, expected) in [
        ("category=pothole", vec!["R-2026-000002"]),
        ("stage=planned", vec!["R-2026-000001"]),
        ("stage=planned,received&category=lamp", vec!["R-2026-000001"]),
        ("without_order=true", vec!["R-2026-000002"]),
        ("stage=done", vec![]),
    ] {
        let page = town
            .get(Role::Auditor, &format!("/api/requests?{query}"))
            .await
            .expect(200);
        assert_eq!(numbers(&page), expected, "{query}");
    }
    for (query, expected) in [
        ("status=assigned", 1),
        ("status=new", 0),
        ("assignee=crew:00000000-0000-0000-0000-000000000012", 1),
        ("assignee=crew:00000000-0000-0000-0000-000000000011", 0),
        ("assignee=worker:00000000-0000-0000-0000-000000000021", 0),
        ("review=true", 0),
        ("text=w-1+pohjoinen", 1),
    ] {
        let page = town
            .get(Role::Auditor, &format!("/api/orders?{query}"))
            .await
            .expect(200);
        assert_eq!(page["total"], expected, "{query}");
    }
}

#[tokio::test]
async fn a_page_stays_where_it_is_while_rows_arrive() {
    let town = Town::start().await;
    for number in 1..=7 {
        // Two at each moment: the time alone says not which comes first.
        if number % 2 == 1 {
            town.pass(1_000);
        }
        town.report(Report {
            number,
            ..Report::LAMP
        })
        .await;
    }
    let mut seen = Vec::new();
    let mut after = String::new();
    for arriving in 8..=12 {
        let page = town
            .get(Role::Auditor, &format!("/api/requests?limit=3{after}"))
            .await
            .expect(200);
        seen.extend(numbers(&page).into_iter().map(str::to_owned));
        town.pass(1_000);
        town.report(Report {
            number: arriving,
            ..Report::LAMP
        })
        .await;
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen.len(), 7, "{seen:?}");
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 7, "{seen:?}");
    let moment = |number: &String| {
        number
            .rsplit('-')
            .next()
            .unwrap()
            .parse::<u32>()
            .unwrap()
            .div_ceil(2)
    };
    assert!(
        seen.is_sorted_by_key(|number| std::cmp::Reverse(moment(number))),
        "{seen:?}"
    );
}

#[tokio::test]
async fn ten_thousand_requests_are_listed_page_by_page() {
    let town = Town::start().await;
    town.write(async |tx| {
        for number in 0..10_000 {
            let report = Report {
                number,
                ..Report::LAMP
            };
            let now = WallTime(NOW + i64::from(number % 100));
            tx.put_request(&report.record(now)).await.unwrap();
        }
    })
    .await;
    let mut seen = BTreeSet::new();
    let mut after = String::new();
    loop {
        let page = town
            .get(Role::Auditor, &format!("/api/requests?limit=500{after}"))
            .await
            .expect(200);
        assert_eq!(page["total"], 10_000);
        let rows = page["rows"].as_array().unwrap();
        seen.extend(rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(seen.len(), 10_000);
}
