//! The verdict on every line of a file.
use dioxus::prelude::*;
use kuitti_shared::{
    api::imports::{ImportLine, ImportSummary, LineVerdict},
    id::ImportId,
};
use kuitti_ui::{Banner, Button, ButtonSize, Chip, Glyph, Icon, Tone, use_text};

use crate::{
    api::{self, ApiError},
    remote::use_remote,
};

/// The server gives so many lines at a time.
const PAGE: usize = 500;

/// Counts, and the lines with their reasons.
#[component]
pub(super) fn Report(summary: ImportSummary) -> Element {
    let text = use_text();
    let figures = [
        (None, summary.rows),
        (Some(LineVerdict::Taken), summary.taken),
        (Some(LineVerdict::TakenWithWarning), summary.taken_with_warning),
        (Some(LineVerdict::Refused), summary.refused),
        (Some(LineVerdict::Known), summary.known),
    ];
    rsx! {
        div { class: "between",
            h2 { class: "truncate", "{summary.file}" }
            a { class: "button", href: "/api/imports/{summary.id}/report.csv", download: "",
                Icon { of: Glyph::Download }
                {text.say("import-report", [])}
            }
        }
        div { class: "figures",
            for (verdict, count) in figures {
                div { class: "figure", "data-tone": verdict.map(|verdict| look(verdict).0.code()),
                    strong { {text.say("number", [("value", count.into())])} }
                    {verdict.map_or_else(|| text.say("import-rows", []), |verdict| text.word("import-verdict", verdict.code()))}
                }
            }
        }
        if !summary.categories_made.is_empty() {
            Banner { tone: Tone::Info,
                {text.say("import-categories", [("count", summary.categories_made.len().into())])}
            }
        }
        Lines { id: summary.id }
    }
}

const fn look(verdict: LineVerdict) -> (Tone, Glyph) {
    match verdict {
        LineVerdict::Taken => (Tone::Good, Glyph::Check),
        LineVerdict::TakenWithWarning => (Tone::Warn, Glyph::Warning),
        LineVerdict::Refused => (Tone::Bad, Glyph::Close),
        LineVerdict::Known => (Tone::Still, Glyph::Receipt),
    }
}

#[component]
fn Lines(id: ImportId) -> Element {
    let text = use_text();
    let mut verdict = use_signal(|| Some(LineVerdict::Refused));
    let mut pages = use_signal(|| 1_usize);
    let remote = use_remote(
        &[],
        move || (id, verdict(), pages()),
        |(id, verdict, pages)| read_lines(id, verdict, pages),
    );
    let page = remote.value();
    rsx! {
        section { class: "card flush",
            div { class: "list-filters",
                div { class: "segments", role: "group", aria_label: text.say("import-verdict-name", []),
                    for value in [Some(LineVerdict::Refused), Some(LineVerdict::TakenWithWarning), Some(LineVerdict::Taken), Some(LineVerdict::Known), None] {
                        button {
                            r#type: "button",
                            aria_pressed: "{verdict() == value}",
                            onclick: move |_| {
                                pages.set(1);
                                verdict.set(value);
                            },
                            {value.map_or_else(|| text.say("stages-all", []), |value| text.word("import-verdict", value.code()))}
                        }
                    }
                }
            }
            if let Some(problem) = remote.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
            if let Some((lines, more)) = page {
                Table { lines }
                if more {
                    div { class: "list-foot",
                        Button {
                            size: ButtonSize::Small,
                            onclick: move |_| *pages.write() += 1,
                            {text.say("rows-more", [])}
                        }
                    }
                }
            }
        }
    }
}

/// As many pages as are wanted, and whether there are more.
async fn read_lines(
    id: ImportId,
    verdict: Option<LineVerdict>,
    pages: usize,
) -> Result<(Vec<ImportLine>, bool), ApiError> {
    let filter = verdict
        .map(|verdict| format!("&verdict={}", verdict.code()))
        .unwrap_or_default();
    let mut lines: Vec<ImportLine> = Vec::new();
    for _ in 0..pages {
        let after = lines.last().map_or(0, |line| line.line);
        let next: Vec<ImportLine> =
            api::get(&format!("/api/imports/{id}/lines?after={after}{filter}")).await?;
        let full = next.len() == PAGE;
        lines.extend(next);
        if !full {
            return Ok((lines, false));
        }
    }
    Ok((lines, true))
}

#[component]
fn Table(lines: Vec<ImportLine>) -> Element {
    let text = use_text();
    rsx! {
        div { class: "table-scroll",
            table { class: "table",
                thead {
                    tr {
                        th { scope: "col", class: "number", {text.say("import-line", [])} }
                        th { scope: "col", {text.say("import-verdict-name", [])} }
                        th { scope: "col", {text.say("external-number", [])} }
                        th { scope: "col", {text.say("import-reasons", [])} }
                    }
                }
                tbody {
                    for line in lines {
                        tr { key: "{line.line}",
                            td { class: "number", "{line.line}" }
                            td { Chip { tone: look(line.verdict).0, glyph: look(line.verdict).1, {text.word("import-verdict", line.verdict.code())} } }
                            td { class: "code", "{line.external}" }
                            td { {line.reasons.join(" ")} }
                        }
                    }
                }
            }
        }
    }
}
