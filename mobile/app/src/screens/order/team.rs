//! Who is at this order and how far each has come, with the time at work as it runs.

use dioxus::prelude::*;
use kuitti_engine::protocol::{OrderView, Request};
use kuitti_shared::domain::{Visit, VisitState};
use kuitti_shared::sync::town::TownCard;
use kuitti_text::Text;
use kuitti_ui::{Glyph, Icon, use_text};

use super::attention::town;
use crate::screens::answer::{Shown, use_answer};
use crate::screens::phone::use_phone;
use crate::shell::page::{device, sleep};

const EVERY_SECOND: u32 = 1_000;

/// The own timer, and the others.
#[component]
pub(super) fn Team(view: Shown<OrderView>) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let town = use_answer(|| Request::Town, town);
    let town = town.read();
    let town = town.as_ref().and_then(|town| town.as_ref().ok());
    let (own, others): (Vec<&Visit>, Vec<&Visit>) = view
        .aggregate
        .current_visits()
        .partition(|visit| Some(visit.worker) == phone.worker());
    let own = own.last().filter(|visit| visit.on_site_at.is_some()).copied();
    rsx! {
        if let Some(visit) = own {
            Timer { key: "{visit.last_move}", visit: visit.clone(), view: view.clone() }
        }
        if !others.is_empty() {
            section { class: "card stack near", aria_labelledby: "team",
                h3 { class: "card-title", id: "team", {text.say("order-team", [])} }
                ul { class: "brought",
                    for visit in others {
                        li { key: "{visit.id}",
                            Icon { of: Glyph::Person }
                            span { class: "grow", {name(text, town, visit)} }
                            span { class: "soft", {text.word("visit-state", state(&visit.state))} }
                        }
                    }
                }
            }
        }
    }
}

fn name(text: Text, town: Option<&TownCard>, visit: &Visit) -> String {
    let known = town.and_then(|town| town.colleagues.iter().find(|one| one.id == visit.worker));
    known.map_or_else(|| text.say("order-colleague", []), |one| one.name.clone())
}

/// Part of the key of the state's word.
const fn state(state: &VisitState) -> &'static str {
    match state {
        VisitState::Accepted => "accepted",
        VisitState::EnRoute => "en-route",
        VisitState::OnSite => "on-site",
        VisitState::Paused { .. } => "paused",
        VisitState::Finished { .. } => "finished",
        VisitState::Declined { .. } => "declined",
        VisitState::HandedBack { .. } => "handed-back",
    }
}

/// Time at work; it stands while there is a pause.
#[component]
fn Timer(visit: Visit, view: Shown<OrderView>) -> Element {
    let text = use_text();
    let mut now = use_signal(device::now);
    let runs = view.aggregate.runs(&visit);
    // Anew after each pause: a clock that stands needs no seconds.
    let _ticking = use_resource(use_reactive((&runs,), move |(runs,)| async move {
        if runs {
            loop {
                sleep(EVERY_SECOND).await;
                now.set(device::now());
            }
        }
    }));
    let worked = view.aggregate.time_at_work(&visit, now());
    let seconds = u64::try_from(worked.0 / 1000).unwrap_or(0);
    let (glyph, key) = match visit.state {
        VisitState::Paused { .. } => (Glyph::Pause, "timer-paused"),
        _ if runs => (Glyph::Play, "timer-runs"),
        _ => (Glyph::Clock, "timer-ended"),
    };
    rsx! {
        p { class: "timer", id: "timer", "data-runs": runs.then_some(""),
            Icon { of: glyph }
            span { class: "grow", {text.say(key, [])} }
            strong { class: "numeric", role: "timer", {text.stop_watch(seconds)} }
        }
    }
}
