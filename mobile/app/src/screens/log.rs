//! The log for support: shown as it is, and saved as a text file. It names nobody.

use dioxus::prelude::*;
use kuitti_engine::protocol::{LogLine, Reply, Request};
use kuitti_text::Calendar;
use kuitti_ui::{Button, Dialog, DialogForm, Glyph, use_calendar, use_text};

use super::answer::use_answer;
use super::phone::{Said, use_phone};
use crate::shell::page::download;

const FILE: &str = "kuitti-log.txt";

/// The command that opens it.
#[component]
pub(super) fn Log() -> Element {
    let text = use_text();
    let mut open = use_signal(|| false);
    rsx! {
        section { class: "card stack near", aria_labelledby: "log",
            h2 { class: "card-title", id: "log", {text.say("log-title", [])} }
            p { class: "soft small", {text.say("log-hint", [])} }
            Button { glyph: Glyph::List, "data-log": "open", onclick: move |_| open.set(true), {text.say("log-open", [])} }
        }
        if open() {
            Sheet { onclose: move |()| open.set(false) }
        }
    }
}

#[component]
fn Sheet(onclose: EventHandler<()>) -> Element {
    let (text, calendar, mut phone) = (use_text(), use_calendar(), use_phone());
    let answer = use_answer(|| Request::Log, lines);
    let written = match answer.read().as_ref() {
        Some(Ok(lines)) => written(lines, &calendar),
        _ => String::new(),
    };
    let device = phone
        .status
        .read()
        .as_ref()
        .and_then(|status| status.enrolment.as_ref())
        .map_or_else(String::new, |enrolment| format!("device {}\n", enrolment.device));
    let file = format!("Kuitti {} {device}{written}", env!("CARGO_PKG_VERSION"));
    let save = move |_| {
        let file = file.clone();
        async move {
            if let Err(problem) = download::text(FILE, &file).await {
                phone.said.set(Some(Said::NotSaved(problem)));
            }
        }
    };
    rsx! {
        Dialog { title: text.say("log-title", []), form: DialogForm::Sheet, onclose,
            Button { glyph: Glyph::Download, "data-wide": "", "data-log": "save", onclick: save, {text.say("log-save", [])} }
            pre { class: "log", dir: "ltr", tabindex: 0, "{written}" }
        }
    }
}

fn lines(reply: Reply) -> Option<Vec<LogLine>> {
    match reply {
        Reply::Log(lines) => Some(lines),
        _ => None,
    }
}

/// One line each: when on the town's clock, what, how much.
fn written(lines: &[LogLine], calendar: &Calendar) -> String {
    let line = |line: &LogLine| format!("{} {} {}\n", calendar.plain(line.at), line.event, line.detail);
    lines.iter().map(line).collect()
}
