//! `/api/imports`: sending a file, earlier imports, what became of each line.

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header;
use axum::response::IntoResponse;
use futures_util::StreamExt as _;
use kuitti_shared::api::imports::{ImportLine, ImportSummary, LineVerdict};
use kuitti_shared::api::problem::Problem;
use kuitti_shared::domain::Language;
use kuitti_shared::id::ImportId;
use kuitti_shared::rules::permission::Task;
use kuitti_text::Text;
use serde::Deserialize;
use tokio::fs::File;
use tokio::io::AsyncWriteExt as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::file::FileProblem;
use super::service::{Source, import, summary};
use super::{preset, report};
use crate::app::AppState;
use crate::auth::Staff;
use crate::error::{Error, Result};
use crate::http::extract::{Path, Query};
use crate::http::json::Json;
use crate::storage::ImportRun;

/// Bytes of a file.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
const RUNS: u32 = 100;
const LINES: u32 = 500;

/// The addresses.
#[must_use]
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list, send))
        .routes(routes!(show))
        .routes(routes!(lines))
        .routes(routes!(download))
        .layer(DefaultBodyLimit::disable())
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct WhichFile {
    /// How the file is written, for example `la311`.
    preset: String,
    /// What you call the file.
    #[serde(default)]
    file: String,
}

/// Takes a CSV file in. The body is the file.
#[utoipa::path(post, path = "/api/imports", tag = "imports", params(WhichFile),
    request_body(content_type = "text/csv", content = String),
    responses((status = 200, body = ImportSummary), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn send(
    State(app): State<AppState>,
    staff: Staff,
    Query(which): Query<WhichFile>,
    body: Body,
) -> Result<Json<ImportSummary>> {
    staff.require(Task::Import)?;
    let preset = preset::named(&which.preset)?;
    let path = app.files.upload_path(Uuid::now_v7());
    let source = Source {
        preset,
        path: path.clone(),
        name: which.file,
    };
    let act = staff.act(&app);
    let imported = match save(body, &path).await {
        // In a task of its own: a browser that goes away does not stop it half-way.
        Ok(()) => tokio::spawn(async move { import(&*app.storage, source, &act).await })
            .await
            .map_err(|_| Error::Internal("an import ended early".to_owned()))
            .flatten(),
        Err(error) => Err(error),
    };
    tokio::fs::remove_file(&path).await?;
    imported.map(Json)
}

async fn save(body: Body, path: &std::path::Path) -> Result<()> {
    let mut file = File::create_new(path).await?;
    let (mut pieces, mut bytes) = (body.into_data_stream(), 0);
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| {
            Error::invalid(
                "import_broken_off",
                "The file broke off on its way. Send it again.",
            )
        })?;
        bytes += piece.len() as u64;
        if bytes > MOST_BYTES {
            let problem = FileProblem::TooLarge {
                megabytes: MOST_BYTES / 1_000_000,
            };
            return Err(Error::invalid(problem.code(), problem.sentence(Language::En)));
        }
        file.write_all(&piece).await?;
    }
    file.flush().await?;
    Ok(())
}

/// Earlier imports, latest first.
#[utoipa::path(get, path = "/api/imports", tag = "imports",
    responses((status = 200, body = Vec<ImportSummary>), (status = 403, body = Problem)))]
async fn list(State(app): State<AppState>, staff: Staff) -> Result<Json<Vec<ImportSummary>>> {
    staff.require(Task::Import)?;
    let runs = app.storage.look().await?.import_runs(RUNS).await?;
    Ok(Json(runs.iter().map(summary).collect()))
}

/// One import.
#[utoipa::path(get, path = "/api/imports/{id}", tag = "imports", params(("id" = ImportId, Path)),
    responses((status = 200, body = ImportSummary), (status = 404, body = Problem)))]
async fn show(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<ImportId>,
) -> Result<Json<ImportSummary>> {
    staff.require(Task::Import)?;
    run(&app, id).await.map(|run| Json(summary(&run)))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct WhichLines {
    /// Only lines with this verdict.
    verdict: Option<LineVerdict>,
    /// Lines of the file after this one.
    #[serde(default)]
    after: u64,
}

/// What became of the lines, 500 at a time.
#[utoipa::path(get, path = "/api/imports/{id}/lines", tag = "imports", params(("id" = ImportId, Path), WhichLines),
    responses((status = 200, body = Vec<ImportLine>), (status = 404, body = Problem)))]
async fn lines(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<ImportId>,
    Query(which): Query<WhichLines>,
) -> Result<Json<Vec<ImportLine>>> {
    staff.require(Task::Import)?;
    run(&app, id).await?;
    let text = Text::new(staff.record.language);
    let rows = app
        .storage
        .read()
        .await?
        .import_rows(id, which.verdict, which.after, LINES)
        .await?;
    Ok(Json(rows.iter().map(|row| report::in_words(row, text)).collect()))
}

/// The whole report as CSV.
#[utoipa::path(get, path = "/api/imports/{id}/report.csv", tag = "imports", params(("id" = ImportId, Path)),
    responses((status = 200, content_type = "text/csv", body = String), (status = 404, body = Problem)))]
async fn download(
    State(app): State<AppState>,
    staff: Staff,
    Path(id): Path<ImportId>,
) -> Result<impl IntoResponse> {
    staff.require(Task::Import)?;
    run(&app, id).await?;
    let mut csv = Vec::new();
    report::write(&*app.storage, id, Text::new(staff.record.language), &mut csv).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"import-report.csv\"",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, csv))
}

async fn run(app: &AppState, id: ImportId) -> Result<ImportRun> {
    let run = app.storage.look().await?.import_run(id).await?;
    run.ok_or_else(|| Error::not_found("no_such_import", "There is no such import."))
}
