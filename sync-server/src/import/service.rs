//! The import itself. A thread reads the file and hands over batches; each batch is one transaction, so that ten thousand
//! lines cost some twenty durable commits and memory never holds more than a few batches.

use std::path::PathBuf;

use csv::StringRecord;
use jiff::tz::TimeZone;
use kuitti_shared::api::imports::{ImportSummary, LineVerdict};
use kuitti_shared::domain::Language;
use kuitti_shared::id::{CategoryCode, ImportId};
use kuitti_shared::unit::WallTime;
use serde_json::json;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use super::categories::{Categories, Found};
use super::file::{self, FileProblem, Survey};
use super::finding::{Finding, verdict};
use super::line::{Draft, Line, LineReader};
use super::preset::Preset;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::intake::{self, NewRequest, Origin, TypedContact};
use crate::pokes::Poke;
use crate::storage::{AuditEntry, External, ImportRow, ImportRun, Storage, WriteTx};

/// Lines of one transaction.
const BATCH: usize = 500;

/// A file to be imported.
#[derive(Debug, Clone)]
pub struct Source {
    /// How it is written.
    pub preset: &'static Preset,
    /// Where it is.
    pub path: PathBuf,
    /// What the person calls it; for show only.
    pub name: String,
}

/// A line with its place in the file.
type Numbered = (u64, Line);

/// Takes a file in.
///
/// # Errors
/// A refusal `import_...` when the file cannot be taken at all: nothing was changed then.
pub async fn import(storage: &dyn Storage, source: Source, act: &Act) -> Result<ImportSummary> {
    let (preset, path) = (source.preset, source.path.clone());
    let surveyed = spawn_blocking(move || file::survey(&path, preset)).await;
    let survey = surveyed.map_err(|_| reading_ended())?.map_err(refused)?;
    let mut run = begin(storage, &source, &survey, act).await?;
    let mut categories = Categories::load(&mut *storage.read().await?).await?;
    let mut batches = read_in_background(source, survey, act.now);
    while let Some(batch) = batches.recv().await {
        take_batch(
            storage,
            &mut run,
            &mut categories,
            preset,
            batch.map_err(refused)?,
            act,
        )
        .await?;
    }
    run.categories_made = categories.made;
    finish(storage, &mut run, act).await?;
    Ok(summary(&run))
}

/// A run as the office sees it.
#[must_use]
pub fn summary(run: &ImportRun) -> ImportSummary {
    ImportSummary {
        id: run.id,
        preset: run.preset.clone(),
        file: run.file.clone(),
        at: run.started_at,
        rows: run.rows,
        taken: run.taken,
        taken_with_warning: run.taken_with_warning,
        refused: run.refused,
        known: run.known,
        categories_made: run.categories_made.clone(),
    }
}

/// The refusal of a file, with its sentence.
fn refused(problem: FileProblem) -> Error {
    Error::invalid(problem.code(), problem.sentence(Language::En))
}

fn reading_ended() -> Error {
    Error::Internal("reading the file ended early".to_owned())
}

async fn begin(storage: &dyn Storage, source: &Source, survey: &Survey, act: &Act) -> Result<ImportRun> {
    let run = ImportRun {
        id: ImportId(act.new_id()),
        preset: source.preset.name.to_owned(),
        file: intake::limits::cut(&source.name, intake::limits::ADDRESS).into_owned(),
        started_at: act.now,
        finished_at: None,
        rows: survey.rows,
        taken: 0,
        taken_with_warning: 0,
        refused: 0,
        known: 0,
        categories_made: Vec::new(),
    };
    let mut tx = storage.write().await?;
    tx.put_import_run(&run).await?;
    tx.audit(&entry(&run, "import.begun", act)).await?;
    tx.commit().await?;
    Ok(run)
}

async fn finish(storage: &dyn Storage, run: &mut ImportRun, act: &Act) -> Result<()> {
    run.finished_at = Some(act.now);
    let mut tx = storage.write().await?;
    tx.put_import_run(run).await?;
    tx.audit(&entry(run, "import.finished", act)).await?;
    tx.poke(Poke::Town);
    tx.commit().await?;
    Ok(())
}

fn entry(run: &ImportRun, action: &str, act: &Act) -> AuditEntry {
    AuditEntry {
        at: act.now,
        actor: act.actor,
        action: action.to_owned(),
        subject: "import".to_owned(),
        subject_id: Some(run.id.0),
        detail: json!({
            "preset": run.preset,
            "rows": run.rows,
            "taken": run.taken,
            "taken_with_warning": run.taken_with_warning,
            "refused": run.refused,
            "known": run.known,
        }),
    }
}

fn read_in_background(
    source: Source,
    survey: Survey,
    now: WallTime,
) -> mpsc::Receiver<Result<Vec<Numbered>, FileProblem>> {
    let (sender, receiver) = mpsc::channel(2);
    spawn_blocking(move || {
        if let Err(problem) = read(&source, &survey, now, &sender) {
            // Nobody listening means that the import ended already.
            let _ = sender.blocking_send(Err(problem));
        }
    });
    receiver
}

fn read(
    source: &Source,
    survey: &Survey,
    now: WallTime,
    sender: &mpsc::Sender<Result<Vec<Numbered>, FileProblem>>,
) -> Result<(), FileProblem> {
    let lines = LineReader {
        preset: source.preset,
        survey,
        zone: TimeZone::get(source.preset.time_zone).unwrap_or(TimeZone::UTC),
        now,
    };
    let mut reader = file::open(&source.path)?;
    let (mut record, mut batch) = (StringRecord::new(), Vec::with_capacity(BATCH));
    while reader.read_record(&mut record).map_err(file::read_error)? {
        let place = record.position().map_or(0, csv::Position::line);
        batch.push((place, lines.read(&record)));
        if batch.len() == BATCH && sender.blocking_send(Ok(std::mem::take(&mut batch))).is_err() {
            return Ok(());
        }
    }
    let _ = sender.blocking_send(Ok(batch));
    Ok(())
}

async fn take_batch(
    storage: &dyn Storage,
    run: &mut ImportRun,
    categories: &mut Categories,
    preset: &Preset,
    batch: Vec<Numbered>,
    act: &Act,
) -> Result<()> {
    let mut tx = storage.write().await?;
    let mut rows = Vec::with_capacity(batch.len());
    for (place, line) in batch {
        let row = take_line(&mut *tx, categories, preset, place, line, act).await?;
        count(run, row.verdict);
        rows.push(row);
    }
    tx.add_import_rows(run.id, &rows).await?;
    tx.commit().await?;
    Ok(())
}

fn count(run: &mut ImportRun, verdict: LineVerdict) {
    match verdict {
        LineVerdict::Taken => run.taken += 1,
        LineVerdict::TakenWithWarning => run.taken_with_warning += 1,
        LineVerdict::Refused => run.refused += 1,
        LineVerdict::Known => run.known += 1,
    }
}

async fn take_line(
    tx: &mut dyn WriteTx,
    categories: &mut Categories,
    preset: &Preset,
    place: u64,
    line: Line,
    act: &Act,
) -> Result<ImportRow> {
    let mut row = ImportRow {
        line: place,
        external: Some(line.external.clone()).filter(|number| !number.is_empty()),
        verdict: LineVerdict::Refused,
        codes: codes(&line.findings),
        number: None,
    };
    let Some(draft) = line.draft else {
        return Ok(row);
    };
    let external = External {
        source: preset.name.to_owned(),
        id: line.external,
    };
    if let Some(known) = tx.request_by_external(&external).await? {
        row.verdict = LineVerdict::Known;
        row.codes.clear();
        row.number = Some(known.number);
        return Ok(row);
    }
    let mut findings = line.findings;
    let category = match categories.find(tx, preset, &draft.category, act).await? {
        Found::Known(category) => category,
        Found::Made(category) => {
            findings.push(Finding::CategoryMade);
            category
        }
    };
    let received = intake::take(
        tx,
        request(draft, external, &category.code, act),
        Some(&category),
        act,
    )
    .await?;
    row.verdict = verdict(&findings);
    row.codes = codes(&findings);
    row.number = Some(received.request.number);
    Ok(row)
}

fn codes(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| finding.code().to_owned()).collect()
}

fn request(draft: Draft, external: External, category: &CategoryCode, act: &Act) -> NewRequest {
    NewRequest {
        origin: Origin::Import {
            external,
            reported_at: draft.created,
            ended: draft.ended,
        },
        category: category.clone(),
        // The other system's word is all that is known of what was wrong.
        description: draft.category,
        place: draft.place,
        contact: TypedContact::default(),
        language: act.config.town.language,
        photos: Vec::new(),
    }
}
