//! What happened, newest first: the field's operations with both their clocks, and the office's decisions, on one slip.
use dioxus::prelude::*;
use kuitti_shared::{
    api::orders::{AuditRow, DeviceKnowledge, OperationRow, OrderDetail},
    clock::Quality,
    sync::ReceiptOutcome,
    unit::{Millis, WallTime},
};
use kuitti_text::Text;
use kuitti_ui::{Glyph, Icon, Tone, use_calendar, use_now, use_text};

use super::visits::Heard;
use crate::town::use_town;

/// An operation that took longer than this to arrive was on the phone meanwhile.
const AT_ONCE: Millis = Millis::from_seconds(60);

#[derive(Debug, Clone, PartialEq)]
enum Event {
    Field(OperationRow),
    Office(AuditRow),
}

impl Event {
    const fn at(&self) -> WallTime {
        match self {
            Self::Field(operation) => operation.occurred.at,
            Self::Office(decision) => decision.at,
        }
    }
}

/// The story of an order.
#[component]
pub(super) fn Story(detail: OrderDetail) -> Element {
    let text = use_text();
    let pending: Vec<_> = detail
        .devices
        .iter()
        .filter(|device| device.pending_ops + device.pending_photos > 0)
        .cloned()
        .collect();
    // What came from a device is told by the operation itself.
    let decisions = detail
        .history
        .into_iter()
        .filter(|row| !row.actor.starts_with("device:"))
        .map(Event::Office);
    let mut events: Vec<_> = detail
        .operations
        .into_iter()
        .map(Event::Field)
        .chain(decisions)
        .collect();
    events.sort_by_key(|event| std::cmp::Reverse(event.at()));
    rsx! {
        section { class: "receipt", "data-kind": "small",
            h2 { class: "card-title cluster", Icon { of: Glyph::Receipt } {text.say("story", [])} }
            hr { class: "perforation" }
            ol { class: "timeline",
                for device in pending {
                    OnPhone { key: "{device.device}", device }
                }
                for event in events {
                    match event {
                        Event::Field(operation) => rsx! { FieldEvent { key: "{operation.op}", operation } },
                        Event::Office(decision) => rsx! { OfficeEvent { decision } },
                    }
                }
            }
        }
    }
}

/// Work that the office has heard of and not yet got.
#[component]
fn OnPhone(device: DeviceKnowledge) -> Element {
    let text = use_text();
    let town = use_town();
    rsx! {
        li { "data-pending": "",
            span { class: "timeline-dot", Icon { of: Glyph::Device } }
            div {
                p { class: "timeline-title", {text.say("story-on-phone", [("worker", town.worker(device.worker).into())])} }
                Heard { device }
            }
        }
    }
}

#[component]
fn FieldEvent(operation: OperationRow) -> Element {
    let text = use_text();
    let town = use_town();
    let (calendar, now) = (use_calendar(), use_now());
    let moment = |at: WallTime| text.moment(calendar.local(at), calendar.local(now).date());
    let occurred = moment(operation.occurred.at);
    let (occurred, clock) = match operation.occurred.quality {
        Quality::A => (occurred, "clock-exact"),
        Quality::B => (occurred, "clock-wall"),
        Quality::C => (format!("~{occurred}"), "clock-estimated"),
    };
    let late = operation.received_at - operation.occurred.at > AT_ONCE;
    let arrived = match late {
        true => text.say("arrived-late", [("moment", moment(operation.received_at).into())]),
        false => text.say("arrived-at-once", []),
    };
    let name = operation.kind.split('@').next().unwrap_or_default().to_owned();
    let tone = tone_of(operation.outcome);
    let plain = matches!(
        operation.outcome,
        ReceiptOutcome::Applied | ReceiptOutcome::Duplicate
    );
    rsx! {
        li { "data-tone": tone.code(),
            span { class: "timeline-dot", Icon { of: glyph_of(&name) } }
            div {
                p { class: "timeline-title", {text.word("operation", &name)} }
                p { class: "soft small", {town.worker(operation.worker)} }
                if !plain {
                    p { class: "small", {text.word("receipt", &operation.code)} }
                }
                p { class: "clocks",
                    span { "{occurred}" }
                    span { "{arrived}" }
                    span { title: text.say("clock-quality", []), {text.say(clock, [])} }
                }
            }
        }
    }
}

#[component]
fn OfficeEvent(decision: AuditRow) -> Element {
    let text = use_text();
    let (calendar, now) = (use_calendar(), use_now());
    let actor = if decision.actor == "system" {
        text.say("by-itself", [])
    } else {
        decision.actor.clone()
    };
    rsx! {
        li {
            span { class: "timeline-dot", Icon { of: Glyph::Order } }
            div {
                p { class: "timeline-title", {action_name(&decision.action, text)} }
                p { class: "soft small", "{actor}" }
                p { class: "clocks", span { {text.moment(calendar.local(decision.at), calendar.local(now).date())} } }
            }
        }
    }
}

/// The sentence for an action of the audit log, or its code when this console does not know it.
fn action_name(action: &str, text: Text) -> String {
    let key = format!("audit-{}", action.replace(['.', '_'], "-"));
    if text.knows(&key) {
        text.say(&key, [])
    } else {
        action.to_owned()
    }
}

const fn tone_of(outcome: ReceiptOutcome) -> Tone {
    match outcome {
        ReceiptOutcome::Applied | ReceiptOutcome::Duplicate => Tone::Good,
        ReceiptOutcome::AppliedConflict => Tone::Warn,
        ReceiptOutcome::Recorded => Tone::Still,
        ReceiptOutcome::Held => Tone::Info,
        ReceiptOutcome::Quarantined => Tone::Bad,
    }
}

fn glyph_of(kind: &str) -> Glyph {
    match kind {
        "accept" => Glyph::StatusAssigned,
        "en_route" => Glyph::Car,
        "start" | "resume" => Glyph::Play,
        "pause" => Glyph::Pause,
        "check" => Glyph::Checklist,
        "measure" => Glyph::Ruler,
        "note" => Glyph::Note,
        "photo" => Glyph::Photo,
        "material" => Glyph::Material,
        "time" => Glyph::Clock,
        "finish" | "confirm" => Glyph::StatusFinished,
        "undo" => Glyph::Undo,
        "decline" | "hand_back" => Glyph::StatusDeclined,
        "hide" => Glyph::Eye,
        _ => Glyph::Receipt,
    }
}
