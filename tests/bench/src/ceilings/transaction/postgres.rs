//! On PostgreSQL: as many connections as there are clients, one statement a table, one commit a push.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use kuitti_test_support::postgres::Cluster;
use sqlx::postgres::{PgArguments, PgConnection};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Postgres};

use super::{BODY, DOCUMENT, OPERATIONS, ORDER, ORDERS, id, text, whole};
use crate::clients::{CLIENTS, Run, run};
use crate::samples::Samples;

const SCHEMA: &str = "
    CREATE TABLE operation (op BYTEA PRIMARY KEY, device BYTEA, order_id BYTEA, received BIGINT, body TEXT);
    CREATE TABLE numbering (incarnation BYTEA, seq BIGINT, op BYTEA, PRIMARY KEY (incarnation, seq));
    CREATE TABLE work_order (id BYTEA PRIMARY KEY, version BIGINT, doc TEXT);
    CREATE TABLE feed (scope BYTEA, order_id BYTEA, seq BIGINT, PRIMARY KEY (scope, order_id));
    CREATE TABLE request (id BYTEA PRIMARY KEY, doc TEXT);
    CREATE TABLE notice (id BYTEA PRIMARY KEY, request BYTEA, doc TEXT);
    CREATE TABLE counter (id BYTEA PRIMARY KEY, value BIGINT);
";

/// Pushes in a second by as many connections as there are clients.
pub(crate) async fn per_second_of(pushes: usize) -> Result<f64> {
    Ok(pushed_by(CLIENTS, pushes).await?.per_second())
}

/// One push by one connection: the median, in milliseconds.
pub(crate) async fn alone_ms(pushes: usize) -> Result<f64> {
    Ok(pushed_by(1, pushes).await?.samples.median_ms())
}

async fn pushed_by(clients: usize, pushes: usize) -> Result<Run> {
    let cluster = Cluster::as_installed().context("PostgreSQL is not installed")?;
    let mut first = PgConnection::connect(cluster.address()).await?;
    first.execute(SCHEMA).await?;
    let mut connections = Vec::new();
    for client in 0..clients {
        connections.push((client, PgConnection::connect(cluster.address()).await?));
    }
    let each = pushes / clients;
    run(connections, move |(client, connection)| {
        push_all(connection, client * each..(client + 1) * each, client)
    })
    .await
}

async fn push_all(
    mut connection: PgConnection,
    pushes: std::ops::Range<usize>,
    client: usize,
) -> Result<Samples> {
    let mut samples = Samples::default();
    for push in pushes {
        let began = std::time::Instant::now();
        one(&mut connection, push, client).await?;
        samples.add(began.elapsed());
    }
    Ok(samples)
}

async fn one(connection: &mut PgConnection, push: usize, client: usize) -> Result<()> {
    let (device, scope) = (id("device", client), id("scope", client));
    let mut transaction = connection.begin().await?;
    let operations = push * OPERATIONS..(push + 1) * OPERATIONS;
    let mut insert = Insert::into("operation", 5);
    for number in operations.clone() {
        insert = insert.row({
            let device = device.clone();
            move |query| {
                query
                    .bind(id("operation", number))
                    .bind(device)
                    .bind(id("order", number / 3))
                    .bind(0_i64)
                    .bind(text(BODY))
            }
        });
    }
    insert.run(&mut transaction).await?;
    let mut insert = Insert::into("numbering", 3);
    for number in operations {
        let seq = whole(number)?;
        let device = device.clone();
        insert = insert.row(move |query| query.bind(device).bind(seq).bind(id("operation", number)));
    }
    insert.run(&mut transaction).await?;
    let mut orders = Insert::into("work_order", 3);
    let mut feed = Insert::into("feed", 3);
    let mut requests = Insert::into("request", 2);
    let mut notices = Insert::into("notice", 3);
    for number in push * ORDERS..(push + 1) * ORDERS {
        let (order, request, seq) = (id("order", number), id("request", number), whole(number)?);
        let (line, asked) = ((scope.clone(), order.clone()), request.clone());
        orders = orders.row(|query| query.bind(order).bind(2_i64).bind(text(ORDER)));
        feed = feed.row(move |query| query.bind(line.0).bind(line.1).bind(seq));
        requests = requests.row(|query| query.bind(asked).bind(text(DOCUMENT)));
        notices = notices.row(move |query| {
            query
                .bind(id("notice", number))
                .bind(request)
                .bind(text(DOCUMENT))
        });
    }
    for insert in [orders, feed, requests, notices] {
        insert.run(&mut transaction).await?;
    }
    let raised =
        "INSERT INTO counter VALUES ($1, $2), ($3, $2) ON CONFLICT (id) DO UPDATE SET value = excluded.value";
    let raise = sqlx::query(raised).bind(scope).bind(whole(push)?).bind(device);
    raise.execute(&mut *transaction).await?;
    Ok(transaction.commit().await?)
}

type Binding = Box<dyn FnOnce(Bound) -> Bound + Send>;
type Bound = Query<'static, Postgres, PgArguments>;

/// Rows of one table, as one statement.
struct Insert {
    text: String,
    columns: usize,
    rows: Vec<Binding>,
}

impl Insert {
    fn into(table: &str, columns: usize) -> Self {
        Self {
            text: format!("INSERT INTO {table} VALUES "),
            columns,
            rows: Vec::new(),
        }
    }

    fn row(mut self, bind: impl FnOnce(Bound) -> Bound + Send + 'static) -> Self {
        let first = self.rows.len() * self.columns + 1;
        let comma = if self.rows.is_empty() { "" } else { ", " };
        let places: Vec<String> = (first..first + self.columns)
            .map(|number| format!("${number}"))
            .collect();
        let _ = write!(self.text, "{comma}({})", places.join(", "));
        self.rows.push(Box::new(bind));
        self
    }

    async fn run(self, connection: &mut PgConnection) -> Result<()> {
        let query = sqlx::query(AssertSqlSafe(self.text));
        let bound = self.rows.into_iter().fold(query, |query, bind| bind(query));
        bound.execute(connection).await?;
        Ok(())
    }
}
