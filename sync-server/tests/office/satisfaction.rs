//! What citizens thought of the ends of their cases: counted by category, district and month, never of fewer than five.

use kuitti_server::storage::StageMark;
use kuitti_shared::domain::{Feedback, Rated, Rating, Reopening, RequestStage, Role};
use kuitti_shared::unit::WallTime;
use serde_json::{Value, json};

use crate::town::{HOUR, NOW, Report, Town};

const DAY: i64 = 24 * HOUR;

/// One end: where, of what kind, how many days ago, and what its citizen said.
struct End {
    category: &'static str,
    position: Option<(f64, f64)>,
    days_ago: i64,
    rating: Option<u8>,
    reopened: bool,
}

const NORTH: Option<(f64, f64)> = Some((60.25, 24.95));

async fn ended(town: &Town, number: u32, end: &End) {
    let at = WallTime(NOW - end.days_ago * DAY);
    let report = Report {
        number,
        category: end.category,
        position: end.position,
        ..Report::LAMP
    };
    let mut record = report.record(at);
    record.stage = RequestStage::Done;
    record.history.push(StageMark {
        stage: RequestStage::Done,
        at,
    });
    let rating = end.rating.map(|rating| Rated {
        rating: Rating::try_from(rating).unwrap(),
        words: String::new(),
        at,
    });
    let reopening = end.reopened.then(|| Reopening {
        reason: "still dark".to_owned(),
        photos: Vec::new(),
        at,
        occurrence: 0,
        doubted: Vec::new(),
        upheld_at: None,
    });
    if rating.is_some() || reopening.is_some() {
        record.feedback.push(Feedback {
            about: at,
            rating,
            reopening,
        });
    }
    town.write(async |tx| tx.put_request(&record).await.unwrap())
        .await;
}

fn row<'a>(answer: &'a Value, by: &str, key: &str) -> &'a Value {
    let rows = answer[by].as_array().unwrap();
    rows.iter().find(|row| row["key"] == key).unwrap_or(&Value::Null)
}

#[tokio::test]
async fn ends_are_counted_by_category_district_and_month_with_how_many_they_are() {
    let town = Town::start().await;
    let lamp = |rating, reopened| End {
        category: "lamp",
        position: NORTH,
        days_ago: 1,
        rating,
        reopened,
    };
    let ends = [
        lamp(Some(5), false),
        lamp(Some(4), false),
        lamp(Some(4), false),
        lamp(Some(5), false),
        lamp(Some(2), true),
        lamp(None, false),
        // Another kind, nowhere in particular, last month: four ends are too few.
        End {
            category: "pothole",
            position: None,
            days_ago: 30,
            rating: Some(1),
            reopened: true,
        },
        End {
            category: "pothole",
            position: None,
            days_ago: 30,
            rating: Some(1),
            reopened: false,
        },
        End {
            category: "pothole",
            position: None,
            days_ago: 30,
            rating: Some(1),
            reopened: false,
        },
        End {
            category: "pothole",
            position: None,
            days_ago: 30,
            rating: Some(1),
            reopened: false,
        },
        // Longer ago than is counted.
        End {
            category: "lamp",
            position: NORTH,
            days_ago: 366,
            rating: Some(1),
            reopened: true,
        },
    ];
    for (number, end) in (1..).zip(&ends) {
        ended(&town, number, end).await;
    }
    // One that has not ended counts nowhere.
    town.report(Report {
        number: 99,
        ..Report::LAMP
    })
    .await;
    let answer = town.get(Role::Supervisor, "/api/satisfaction").await.expect(200);
    let lamps = json!({ "ends": 6, "reopened_percent": 16.7, "ratings": 5, "average": 4.0 });
    let few = json!({ "ends": 4, "ratings": 4 });
    for (by, key, counted) in [
        ("categories", "lamp", &lamps),
        ("categories", "pothole", &few),
        ("zones", "north", &lamps),
        ("zones", "", &few),
        ("months", "2026-11", &lamps),
        ("months", "2026-10", &few),
    ] {
        let mut expected = counted.clone();
        expected["key"] = json!(key);
        assert_eq!(row(&answer, by, key), &expected, "{by} {key}: {answer:#}");
    }
    for by in ["categories", "zones", "months"] {
        assert_eq!(answer[by].as_array().unwrap().len(), 2, "{answer:#}");
    }
    assert!(!answer.to_string().contains("still dark"), "counts, no words");
}

#[tokio::test]
async fn all_data_of_a_person_are_handed_out_and_that_is_written_down() {
    let town = Town::start().await;
    let id = town.report(Report::LAMP).await;
    town.report(Report {
        number: 2,
        ..Report::LAMP
    })
    .await;
    town.report(Report {
        number: 3,
        phone: Some("+358500000000"),
        ..Report::LAMP
    })
    .await;
    let path = format!("/api/requests/{id}/person");
    let data = town.get(Role::Intake, &path).await.expect(200);
    let numbers: Vec<&str> = data["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|case| case["number"].as_str().unwrap())
        .collect();
    assert_eq!(numbers, ["R-2026-000001", "R-2026-000002"], "{data:#}");
    assert_eq!(data["cases"][0]["contact"]["phone"], "+358401234412");
    let log = town
        .get(Role::Auditor, &format!("/api/audit?subject={id}"))
        .await
        .expect(200);
    assert_eq!(log["rows"][0]["action"], "request.data_handed_out", "{log:#}");
    assert!(!log.to_string().contains("358401234412"));
}
