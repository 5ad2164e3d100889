//! Who is at an order, since when, and how fresh that is.
use dioxus::prelude::*;
use kuitti_shared::{
    api::orders::{DeviceKnowledge, OrderDetail},
    clock::{Occurred, Quality},
    domain::{Visit, VisitState},
};
use kuitti_text::Text;
use kuitti_ui::{Chip, Empty, Glyph, Icon, Tone, use_calendar, use_now, use_text};

use crate::{town::use_town, words};

/// The visits of an order.
#[component]
pub(super) fn Visits(detail: OrderDetail) -> Element {
    let text = use_text();
    let visits = detail.aggregate.visits;
    let silent: Vec<_> = detail
        .devices
        .iter()
        .filter(|device| visits.iter().all(|visit| visit.device != device.device) && has_pending(device))
        .cloned()
        .collect();
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Crew } {text.say("visits", [])} }
            if visits.is_empty() && silent.is_empty() {
                Empty { glyph: Glyph::Person, title: text.say("visits-none", []) }
            } else {
                div { class: "table-scroll",
                    table { class: "table",
                        thead {
                            tr {
                                for name in ["worker", "visit-state", "visit-since", "device-heard"] {
                                    th { scope: "col", {text.say(name, [])} }
                                }
                            }
                        }
                        tbody {
                            for visit in visits.into_iter().rev() {
                                VisitLine {
                                    key: "{visit.id}",
                                    device: detail.devices.iter().find(|device| device.device == visit.device).cloned(),
                                    visit,
                                }
                            }
                            for device in silent {
                                tr { key: "{device.device}",
                                    td { WorkerName { worker: device.worker } }
                                    td { colspan: "2", class: "soft", {text.say("visit-not-heard", [])} }
                                    td { Heard { device } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn has_pending(device: &DeviceKnowledge) -> bool {
    device.pending_ops + device.pending_photos > 0
}

#[component]
fn WorkerName(worker: kuitti_shared::id::WorkerId) -> Element {
    let town = use_town();
    rsx! { "{town.worker(worker)}" }
}

#[component]
fn VisitLine(visit: Visit, device: Option<DeviceKnowledge>) -> Element {
    let text = use_text();
    let (calendar, now) = (use_calendar(), use_now());
    let (tone, glyph) = look(&visit.state);
    let since = latest(&visit).map(|occurred| {
        let moment = text.moment(calendar.local(occurred.at), calendar.local(now).date());
        if occurred.quality == Quality::C {
            format!("~{moment}")
        } else {
            moment
        }
    });
    rsx! {
        tr {
            td { WorkerName { worker: visit.worker } }
            td {
                Chip { tone, glyph, {text.say(state_name(&visit.state), [])} }
                if let Some(remark) = remark(&visit, text) {
                    p { class: "faint", "{remark}" }
                }
            }
            td { class: "numeric", {since.unwrap_or_default()} }
            td {
                if let Some(device) = device {
                    Heard { device }
                }
            }
        }
    }
}

/// How old the office's knowledge of a phone is, and what the phone said it still has.
#[component]
pub(super) fn Heard(device: DeviceKnowledge) -> Element {
    let text = use_text();
    let (calendar, now) = (use_calendar(), use_now());
    let Some(as_of) = device.as_of else {
        return rsx! { span { class: "as-of", {text.say("device-never", [])} } };
    };
    let clock = text.moment(calendar.local(as_of), calendar.local(now).date());
    let pending = words::pending(device.pending_ops, device.pending_photos, text);
    let (tone, glyph, said) = match pending {
        Some(pending) => (
            Some(Tone::Warn),
            Glyph::Device,
            text.say(
                "device-pending",
                [("pending", pending.into()), ("clock", clock.into())],
            ),
        ),
        None => (
            None,
            Glyph::Check,
            text.say("device-sent-all", [("clock", clock.into())]),
        ),
    };
    rsx! {
        span { class: "as-of", "data-tone": tone.map(Tone::code),
            Icon { of: glyph }
            "{said}"
        }
    }
}

fn latest(visit: &Visit) -> Option<Occurred> {
    visit
        .ended_at
        .or(visit.on_site_at)
        .or(visit.en_route_at)
        .or(visit.accepted_at)
}

const fn look(state: &VisitState) -> (Tone, Glyph) {
    match state {
        VisitState::Accepted => (Tone::Info, Glyph::StatusAssigned),
        VisitState::EnRoute => (Tone::Info, Glyph::Car),
        VisitState::OnSite => (Tone::Warn, Glyph::StatusInWork),
        VisitState::Paused { .. } => (Tone::Warn, Glyph::Pause),
        VisitState::Finished { .. } => (Tone::Good, Glyph::StatusFinished),
        VisitState::Declined { .. } | VisitState::HandedBack { .. } => (Tone::Bad, Glyph::StatusDeclined),
    }
}

const fn state_name(state: &VisitState) -> &'static str {
    match state {
        VisitState::Accepted => "visit-state-accepted",
        VisitState::EnRoute => "visit-state-en-route",
        VisitState::OnSite => "visit-state-on-site",
        VisitState::Paused { .. } => "visit-state-paused",
        VisitState::Finished { .. } => "visit-state-finished",
        VisitState::Declined { .. } => "visit-state-declined",
        VisitState::HandedBack { .. } => "visit-state-handed-back",
    }
}

/// The worker's reason, or what came of it.
fn remark(visit: &Visit, text: Text) -> Option<String> {
    match &visit.state {
        VisitState::Paused { reason }
        | VisitState::Declined { reason }
        | VisitState::HandedBack { reason } => Some(reason.clone()),
        VisitState::Finished {
            outcome,
            extent,
            standing,
        } => Some(words::finish(outcome, *extent, *standing, text)),
        VisitState::Accepted | VisitState::EnRoute | VisitState::OnSite => None,
    }
}
