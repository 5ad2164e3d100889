//! Photos, notes, material and time: what is there, what is missing, and adding more.

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, ReceiptState, Request};
use kuitti_shared::domain::{MaterialUse, Missing, OrderAggregate, PhotoRole};
use kuitti_shared::id::{ArticleCode, OpId};
use kuitti_shared::operation::HideTarget;
use kuitti_shared::sync::town::TownCard;
use kuitti_text::Text;
use kuitti_ui::{Banner, Glyph, Icon, Tone, use_text};

use super::attention::town;
use super::material::MaterialSheet;
use super::note::NoteSheet;
use super::photos::{PhotoSheet, Photos, role_code};
use super::take_back::{TakeBack, is_own};
use super::time::{self, TimeSheet};
use crate::screens::answer::{Shown, use_answer};
use crate::screens::{glyphs, words};

/// What is being added.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Adding {
    Photo,
    Note,
    Time,
    Material,
}

const ADDING: [(Adding, Glyph, &str); 4] = [
    (Adding::Photo, Glyph::Camera, "add-photo"),
    (Adding::Note, Glyph::Note, "add-note"),
    (Adding::Time, Glyph::Clock, "add-time"),
    (Adding::Material, Glyph::Material, "add-material"),
];

/// See the module.
#[component]
pub(super) fn Evidence(view: Shown<OrderView>) -> Element {
    let text = use_text();
    let order = view.card.id;
    let mut adding = use_signal(|| None::<Adding>);
    let close = move |()| adding.set(None);
    rsx! {
        section { class: "card stack", aria_labelledby: "evidence",
            h3 { class: "card-title", id: "evidence", {text.say("order-evidence", [])} }
            Photos { view: view.clone() }
            Lines { view: view.clone() }
            if !view.card.status.is_terminal() {
                StillMissing { missing: view.missing.clone() }
            }
            if view.card.no_longer_yours.is_none() {
                div { class: "add-row",
                    for (what, glyph, key) in ADDING {
                        button {
                            key: "{key}",
                            class: "add-button",
                            r#type: "button",
                            "data-add": key,
                            onclick: move |_| adding.set(Some(what)),
                            Icon { of: glyph }
                            "{text.say(key, [])}"
                        }
                    }
                }
            }
        }
        match adding() {
            None => rsx! {},
            Some(Adding::Photo) => rsx! { PhotoSheet { order, missing: view.missing.clone(), onclose: close } },
            Some(Adding::Note) => rsx! { NoteSheet { order, onclose: close } },
            Some(Adding::Time) => rsx! { TimeSheet { view, onclose: close } },
            Some(Adding::Material) => rsx! { MaterialSheet { order, onclose: close } },
        }
    }
}

/// What the office still wants, one sentence each.
#[component]
pub(super) fn StillMissing(missing: Vec<Missing>) -> Element {
    let text = use_text();
    let items = missing
        .iter()
        .filter(|one| matches!(one, Missing::Item(_)))
        .count();
    let needs = |role| missing.contains(&Missing::Photo(role));
    rsx! {
        if needs(PhotoRole::Before) {
            Banner { tone: Tone::Warn, p { {text.say("order-missing-photo-before", [])} } }
        }
        if needs(PhotoRole::After) {
            Banner { tone: Tone::Warn, p { {text.say("order-missing-photo-after", [])} } }
        }
        if items > 0 {
            Banner { tone: Tone::Warn, p { {text.say("order-missing-items", [("count", items.into())])} } }
        }
    }
}

/// Notes, times and material, each with where it is.
#[component]
fn Lines(view: Shown<OrderView>) -> Element {
    let text = use_text();
    let town = use_answer(|| Request::Town, town);
    let town = town.read();
    let town = town.as_ref().and_then(|town| town.as_ref().ok());
    let aggregate = &view.aggregate;
    let notes = aggregate.notes.iter().filter(|note| !note.hidden).map(|note| {
        let own = is_own(&view, note.worker).then_some(HideTarget::Note(note.op));
        (note.op, Glyph::Note, note.text.clone(), own)
    });
    let times = aggregate.times.iter().map(|entry| {
        let kind = text.word("time-kind", time::code(entry.kind));
        let said = text.say(
            "time-is",
            [("kind", kind.into()), ("minutes", entry.minutes.0.into())],
        );
        (entry.op, Glyph::Clock, said, None)
    });
    let materials = aggregate
        .materials
        .iter()
        .map(|used| (used.op, Glyph::Material, material(text, town, used), None));
    let exemptions = aggregate.exemptions.iter().map(|exempt| {
        let what = exempted(text, aggregate, &exempt.what);
        let said = text.say(
            "could-not-is",
            [("what", what.into()), ("reason", exempt.reason.as_str().into())],
        );
        (exempt.op, Glyph::Warning, said, None)
    });
    let lines: Vec<(OpId, Glyph, String, Option<HideTarget>)> =
        notes.chain(times).chain(materials).chain(exemptions).collect();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        ul { class: "brought",
            for (op, glyph, said, own) in lines {
                li { key: "{op}",
                    Icon { of: glyph }
                    span { class: "grow written", "{said}" }
                    if let Some(state) = view.receipts.get(&op) {
                        Where { state: state.clone() }
                    }
                    if let Some(target) = own {
                        TakeBack { order: view.card.id, target }
                    }
                }
            }
        }
    }
}

/// What could not be brought, by its name.
fn exempted(text: Text, aggregate: &OrderAggregate, what: &Missing) -> String {
    match what {
        Missing::Photo(role) => text.word("photo-role", role_code(*role)),
        Missing::Item(item) => {
            let line = aggregate.checklist.iter().find(|line| line.item == *item);
            line.map_or_else(
                || item.to_string(),
                |line| line.label.get(text.language()).to_owned(),
            )
        }
    }
}

fn material(text: Text, town: Option<&TownCard>, used: &MaterialUse) -> String {
    let article =
        |code: &ArticleCode| town.and_then(|town| town.articles.iter().find(|one| one.code == *code));
    let article = article(&used.article);
    let name = article.map_or(used.article.as_str(), |article| article.name.get(text.language()));
    let unit = article.map_or("", |article| article.unit.as_str());
    let decimals = if used.thousandths.is_multiple_of(1_000) {
        0
    } else {
        2
    };
    let quantity = text.number(f64::from(used.thousandths) / 1_000.0, decimals);
    let said = text.say(
        "material-is",
        [
            ("quantity", quantity.into()),
            ("unit", unit.into()),
            ("article", name.into()),
        ],
    );
    match used.cost {
        Some(cost) => format!("{said}, {}", text.money(cost)),
        None => said,
    }
}

/// A small sign for where something is.
#[component]
pub(super) fn Where(state: ReceiptState) -> Element {
    let said = words::receipt(use_text(), &state);
    rsx! {
        span { class: "where", "data-state": words::slip_state(&state), title: "{said}",
            Icon { of: glyphs::of_receipt(&state) }
            span { class: "visually-hidden", "{said}" }
        }
    }
}
