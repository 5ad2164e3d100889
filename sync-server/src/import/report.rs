//! The report of an import as CSV: one line for each line of the file, with the verdict, its codes and its sentences.

use std::io::{self, Write};

use kuitti_shared::api::imports::{ImportLine, ImportSummary};
use kuitti_shared::id::ImportId;
use kuitti_text::Text;

use super::finding::Finding;
use crate::error::{Error, Result};
use crate::storage::{ImportRow, Storage};

const PAGE: u32 = 1_000;

/// Writes the report of a run.
///
/// # Errors
/// When the storage or the sink fails.
pub async fn write<W: Write>(storage: &dyn Storage, run: ImportId, text: Text, sink: W) -> Result<()> {
    let mut report = csv::Writer::from_writer(sink);
    let columns = ["line", "external", "verdict", "codes", "reasons", "number"];
    let header = columns.map(|column| text.say(&format!("import-report-{column}"), []));
    report.write_record(header).map_err(broken)?;
    let mut last = 0;
    loop {
        let rows = storage.read().await?.import_rows(run, None, last, PAGE).await?;
        let Some(end) = rows.last() else { break };
        last = end.line;
        for row in &rows {
            report.write_record(record(row, text)).map_err(broken)?;
        }
    }
    report.flush()?;
    Ok(())
}

fn record(row: &ImportRow, text: Text) -> [String; 6] {
    let line = in_words(row, text);
    [
        line.line.to_string(),
        harmless(line.external),
        text.word("import-verdict", line.verdict.code()),
        line.codes.join(" "),
        line.reasons.join("; "),
        line.number.map(|number| number.to_string()).unwrap_or_default(),
    ]
}

/// An import in one line, for a terminal.
#[must_use]
pub fn in_one_line(summary: &ImportSummary, text: Text) -> String {
    let counts = [
        ("rows", summary.rows),
        ("taken", summary.taken),
        ("warned", summary.taken_with_warning),
        ("refused", summary.refused),
        ("known", summary.known),
    ];
    text.say("import-summary", counts.map(|(name, count)| (name, count.into())))
}

/// A line of the report with its sentences.
#[must_use]
pub fn in_words(row: &ImportRow, text: Text) -> ImportLine {
    let findings = row.codes.iter().filter_map(|code| Finding::from_code(code));
    ImportLine {
        line: row.line,
        external: row.external.clone().unwrap_or_default(),
        verdict: row.verdict,
        codes: row.codes.clone(),
        reasons: findings
            .map(|finding| text.word("import-finding", finding.code()))
            .collect(),
        number: row.number.clone(),
    }
}

/// A spreadsheet must not take a number from another system for a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}

fn broken(error: csv::Error) -> Error {
    Error::File(io::Error::other(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_from_elsewhere_is_only_text() {
        assert_eq!(harmless("=HYPERLINK(1)".to_owned()), "'=HYPERLINK(1)");
        assert_eq!(harmless("1-870704831".to_owned()), "1-870704831");
    }
}
