//! `/healthz` says whether the database answers; `/metrics` counts, for Prometheus. Logs carry no names, numbers,
//! addresses or coordinates: a request is logged by its route, never by its path.

use std::sync::LazyLock;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::app::AppState;
use crate::error::Error;

// The recorder is one per process; several servers in one test process share it.
static RECORDER: LazyLock<Option<PrometheusHandle>> =
    LazyLock::new(|| PrometheusBuilder::new().install_recorder().ok());

pub(super) async fn healthz(State(app): State<AppState>) -> Result<impl IntoResponse, Error> {
    let mut tx = app.storage.read().await?;
    tx.edition().await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], "ok\n"))
}

pub(super) async fn metrics() -> String {
    RECORDER
        .as_ref()
        .map(PrometheusHandle::render)
        .unwrap_or_default()
}

pub(super) async fn observe(request: Request, next: Next) -> Response {
    LazyLock::force(&RECORDER);
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("other", MatchedPath::as_str)
        .to_owned();
    let method = request.method().clone();
    let began = Instant::now();
    let response = next.run(request).await;
    let (took, status) = (began.elapsed(), response.status());
    let labels = [
        ("route", route.clone()),
        ("method", method.to_string()),
        ("status", status.as_str().to_owned()),
    ];
    metrics::counter!("kuitti_http_requests_total", &labels).increment(1);
    metrics::histogram!("kuitti_http_seconds", "route" => route.clone()).record(took.as_secs_f64());
    tracing::debug!(%method, route, status = status.as_u16(), millis = took.as_millis(), "answered");
    response
}
