//! Lists of a whole town are read in the sequence of an index: no sorting, and no further than the page.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Row as _};

use crate::storage::sql::PAGES;

#[tokio::test]
async fn pages_of_lists_are_searched_in_an_index() {
    let mut connection = SqliteConnectOptions::new().connect().await.unwrap();
    sqlx::migrate!("src/storage/sqlite/migrations")
        .run(&mut connection)
        .await
        .unwrap();
    for (sql, index) in PAGES {
        let sql = sql.sqlite;
        let search = match index {
            "audit_pkey" => "USING INTEGER PRIMARY KEY".to_owned(),
            index => format!("USING INDEX {index}"),
        };
        let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let rows = sqlx::query(explain).fetch_all(&mut connection).await.unwrap();
        let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
        let plan = plan.join("\n");
        assert!(
            plan.contains("SEARCH") && plan.contains(&search) && !plan.contains("TEMP B-TREE"),
            "{sql}\n{plan}"
        );
    }
}
