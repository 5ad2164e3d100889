//! Files to be handed on.

use kuitti_server::office::{Exported, export};
use kuitti_shared::domain::Role;
use serde_json::json;

use crate::town::{Report, Town};

#[tokio::test]
async fn everything_is_exported_and_no_cell_is_a_formula() {
    let town = Town::start().await;
    let text = "=HYPERLINK(\"http://evil.example\"),\n\"quoted\"";
    let first = town.report(Report { text, ..Report::LAMP }).await;
    for number in 2..=600 {
        town.report(Report {
            number,
            ..Report::LAMP
        })
        .await;
    }
    let wish = json!({ "requests": [first], "grouping": "one_each" });
    town.post(Role::Dispatcher, "/api/orders", wish).await.expect(201);
    let directory = town.directory.path().join("export");
    let mut tx = town.app.storage.read().await.unwrap();
    let exported = export(&mut *tx, &directory).await.unwrap();
    assert_eq!(
        exported,
        Exported {
            requests: 600,
            orders: 1
        }
    );
    let requests = read(&directory.join("requests.csv"));
    assert_eq!(requests.len(), 600);
    let row = requests.iter().find(|row| &row[1] == "R-2026-000001").unwrap();
    assert_eq!(&row[11], format!("'{text}"));
    assert_eq!(
        (&row[3], &row[6], &row[9]),
        ("planned", "2026-11-20T10:00:00Z", "60.25")
    );
    let orders = read(&directory.join("orders.csv"));
    assert_eq!((&orders[0][1], &orders[0][3]), ("W-1", "assigned"));
    let everything = std::fs::read_to_string(directory.join("requests.csv")).unwrap();
    assert!(!everything.contains("Liisa") && !everything.contains("+358"));
}

fn read(file: &std::path::Path) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.records().map(Result::unwrap).collect()
}
