//! Lists of a whole town are read in the sequence of an index: no sorting, and no further than the page.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Row as _};

use super::{audit, orders, requests};

#[tokio::test]
async fn pages_of_lists_are_searched_in_an_index() {
    let mut connection = SqliteConnectOptions::new().connect().await.unwrap();
    sqlx::migrate!("src/storage/sqlite/migrations")
        .run(&mut connection)
        .await
        .unwrap();
    for (sql, index) in [
        (
            requests::PAGE,
            "SEARCH service_request USING INDEX service_request_by_arrival",
        ),
        (orders::PAGE, "SEARCH work_order USING INDEX work_order_by_age"),
        (audit::OF_SUBJECT, "SEARCH audit USING INDEX audit_by_subject"),
        (audit::LATEST, "SEARCH audit USING INTEGER PRIMARY KEY"),
    ] {
        let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let rows = sqlx::query(explain).fetch_all(&mut connection).await.unwrap();
        let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
        let plan = plan.join("\n");
        assert!(
            plan.contains(index) && !plan.contains("TEMP B-TREE"),
            "{sql}\n{plan}"
        );
    }
}
