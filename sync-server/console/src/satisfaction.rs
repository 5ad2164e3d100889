//! What citizens thought of the ends of their cases: by category, district and month, never by person.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        events::Topic,
        satisfaction::{Satisfaction, SatisfactionRow},
    },
    id::{CategoryCode, ZoneCode},
};
use kuitti_ui::{Banner, Tone, use_text};

use crate::{api, remote::use_remote, town::use_town};

#[component]
pub(crate) fn SatisfactionScreen() -> Element {
    let text = use_text();
    let town = use_town();
    let remote = use_remote(
        &[Topic::Requests],
        || (),
        |()| api::get::<Satisfaction>("/api/satisfaction"),
    );
    let category = move |key: &str| town.category(&CategoryCode(key.to_owned()), text);
    let zone = move |key: &str| {
        if key.is_empty() {
            text.say("satisfaction-no-zone", [])
        } else {
            town.zone(&ZoneCode(key.to_owned()), text)
        }
    };
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-satisfaction", [])} }
            if let Some(problem) = remote.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
        }
        div { class: "desk-body",
            p { class: "soft", {text.say("satisfaction-lead", [])} }
            match remote.value() {
                None => rsx! { p { class: "empty", aria_busy: "true", {text.say("loading", [])} } },
                Some(all) => rsx! {
                    Table { name: "satisfaction-category", rows: named(all.categories, category) }
                    Table { name: "satisfaction-zone", rows: named(all.zones, zone) }
                    Table { name: "satisfaction-month", rows: all.months }
                },
            }
        }
    }
}

fn named(rows: Vec<SatisfactionRow>, name: impl Fn(&str) -> String) -> Vec<SatisfactionRow> {
    let named = rows.into_iter().map(|row| SatisfactionRow {
        key: name(&row.key),
        ..row
    });
    named.collect()
}

#[component]
fn Table(name: &'static str, rows: Vec<SatisfactionRow>) -> Element {
    let text = use_text();
    let shown = |value: Option<f64>| {
        value.map_or_else(
            || text.say("satisfaction-too-few", []),
            |value| text.number(value, 1),
        )
    };
    rsx! {
        section { class: "card flush",
            div { class: "table-scroll",
                table { class: "table",
                    thead {
                        tr {
                            for column in [name, "satisfaction-average", "satisfaction-ratings", "satisfaction-reopened", "satisfaction-ends"] {
                                th { scope: "col", {text.say(column, [])} }
                            }
                        }
                    }
                    tbody {
                        for row in rows {
                            tr { key: "{row.key}",
                                td { "{row.key}" }
                                td { class: "numeric", {shown(row.average)} }
                                td { class: "numeric", {text.number(f64::from(row.ratings), 0)} }
                                td { class: "numeric", {shown(row.reopened_percent)} }
                                td { class: "numeric", {text.number(f64::from(row.ends), 0)} }
                            }
                        }
                    }
                }
            }
        }
    }
}
