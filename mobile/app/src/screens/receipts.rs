//! What the office has: every operation and photo with its receipt, as slips by order.

mod rescue;
mod shift;

use dioxus::prelude::*;
use kuitti_engine::protocol::{
    ReceiptLine, ReceiptState, ReceiptSubject, Receipts as All, Reply, Request, TakenNumber, Tally,
};
use kuitti_shared::id::{OpId, OrderId, PhotoId};
use kuitti_text::Text;
use kuitti_ui::{Banner, Button, Empty, Glyph, Icon, Tone, use_calendar, use_now, use_text};

use self::rescue::RescueFile;
use self::shift::ShiftEnd;
use super::answer::use_answer;
use super::frame::Frame;
use super::order::role_code;
use super::phone::use_phone;
use super::route::Route;
use super::today::{FIRST, ListEnd};
use super::{glyphs, words};

/// See the module.
#[component]
pub(super) fn Receipts() -> Element {
    let text = use_text();
    let answer = use_answer(|| Request::Receipts, receipts);
    rsx! {
        Frame { title: text.say("receipts-title", []), here: Route::Receipts,
            match &*answer.read() {
                None => rsx! { p { class: "soft", {text.say("loading", [])} } },
                Some(Err(problem)) => rsx! { Banner { tone: Tone::Bad, p { "{words::problem(text, problem)}" } } },
                Some(Ok(all)) if all.lines.is_empty() => rsx! {
                    Empty { glyph: Glyph::Receipt, title: text.say("receipts-empty-title", []),
                        p { {text.say("receipts-empty-way-out", [])} }
                    }
                },
                Some(Ok(all)) => rsx! {
                    Sum { tally: all.tally }
                    SendNow { tally: all.tally }
                    ShiftEnd {}
                    RescueFile {}
                    Slips { slips: slips(&all.lines) }
                },
            }
        }
    }
}

fn receipts(reply: Reply) -> Option<All> {
    match reply {
        Reply::Receipts(all) => Some(*all),
        _ => None,
    }
}

/// The lines of one order, the latest first.
#[derive(Clone, PartialEq)]
struct OrderSlip {
    key: String,
    order: Option<OrderId>,
    number: String,
    title: String,
    lines: Vec<ReceiptLine>,
}

/// Gathers the lines by order; orders stand where their latest line stood.
fn slips(lines: &[ReceiptLine]) -> Vec<OrderSlip> {
    let mut slips: Vec<OrderSlip> = Vec::new();
    for line in lines {
        match slips.iter_mut().find(|slip| slip.order == line.order) {
            Some(slip) => slip.lines.push(line.clone()),
            None => slips.push(OrderSlip {
                key: line.order.map_or_else(String::new, |order| order.to_string()),
                order: line.order,
                number: line.number.as_ref().map_or_else(String::new, ToString::to_string),
                title: line.title.clone(),
                lines: vec![line.clone()],
            }),
        }
    }
    slips
}

#[component]
fn Sum(tally: Tally) -> Element {
    let text = use_text();
    let figures = [
        (Tone::Warn, tally.on_this_phone, "tally-on-phone"),
        (Tone::Info, tally.arrived, "tally-arrived"),
        (Tone::Good, tally.applied, "tally-applied"),
        (Tone::Bad, tally.needs_attention, "tally-attention"),
    ];
    rsx! {
        div { class: "tally", role: "list",
            for (tone, count, key) in figures {
                div { key: "{key}", role: "listitem", "data-tone": tone.code(), "data-tally": key,
                    strong { {text.say("number", [("value", count.into())])} }
                    "{text.say(key, [])}"
                }
            }
        }
    }
}

#[component]
fn SendNow(tally: Tally) -> Element {
    let (text, phone) = (use_text(), use_phone());
    if tally.on_this_phone == 0 {
        return rsx! {};
    }
    let pending = phone.status.read().as_ref().map(|status| status.pending);
    let Some(pending) = pending else {
        return rsx! {};
    };
    let held = pending.held.map(|held| {
        let why = words::held(held, ["receipts-held-for-wifi", "receipts-held-for-word"]);
        let way_out = words::held(
            held,
            ["receipts-send-held-for-wifi", "receipts-send-held-for-word"],
        );
        (why, way_out)
    });
    let waits_alone = held.is_some() && pending.unsent() == pending.photos;
    rsx! {
        if let Some((why, way_out)) = held {
            p { "data-held": why, {text.say(why, [])} }
            Button { glyph: Glyph::Upload, onclick: move |_| phone.tell(Request::SendPhotos), {text.say(way_out, [])} }
        }
        if !waits_alone {
            Button { glyph: Glyph::Upload, onclick: move |_| phone.tell(Request::SyncNow), {text.say("receipts-send-now", [])} }
        }
    }
}

/// A month's slips: no more of them are drawn than are looked at.
#[component]
fn Slips(slips: Vec<OrderSlip>) -> Element {
    let shown = use_signal(|| FIRST);
    let total = slips.len();
    rsx! {
        div { class: "growing stack",
            for slip in slips.into_iter().take(shown()) {
                Slip { key: "{slip.key}", slip }
            }
            ListEnd { shown, total }
        }
    }
}

#[component]
fn Slip(slip: OrderSlip) -> Element {
    let text = use_text();
    let title = if slip.order.is_some() {
        slip.title.clone()
    } else {
        text.say("receipts-reports", [])
    };
    let heading = match slip.order {
        Some(order) => rsx! { a { href: Route::Order(order).href(), "{title}" } },
        None => rsx! { "{title}" },
    };
    let tone = worst(&slip.lines).code();
    rsx! {
        section { class: "receipt", "data-kind": "small", "data-tone": tone,
            h2 { class: "receipt-title", {heading} }
            if !slip.number.is_empty() {
                p { class: "soft small", {text.say("order-number-is", [("number", slip.number.as_str().into())])} }
            }
            hr { class: "perforation" }
            ul { class: "stack slips",
                for line in slip.lines {
                    Line { key: "{subject_key(&line.subject)}", line }
                }
            }
        }
    }
}

/// The colour of the line that most needs to be seen.
fn worst(lines: &[ReceiptLine]) -> Tone {
    let any = |wanted: fn(&ReceiptState) -> bool| lines.iter().any(|line| wanted(&line.state));
    if any(|state| matches!(state, ReceiptState::NeedsAttention { .. })) {
        Tone::Bad
    } else if any(|state| *state == ReceiptState::OnThisPhone) {
        Tone::Warn
    } else if any(|state| *state == ReceiptState::Arrived) {
        Tone::Info
    } else {
        Tone::Good
    }
}

fn subject_key(subject: &ReceiptSubject) -> String {
    match subject {
        ReceiptSubject::Operation { op: OpId(id), .. } => id.to_string(),
        ReceiptSubject::Photo {
            photo: PhotoId(id), ..
        } => format!("{id}-bytes"),
        ReceiptSubject::Taken(number) => number.0.to_string(),
    }
}

#[component]
fn Line(line: ReceiptLine) -> Element {
    let (text, calendar, now, phone) = (use_text(), use_calendar(), use_now(), use_phone());
    let made_at = text.moment(calendar.local(line.made_at), calendar.local(now).date());
    rsx! {
        li { class: "slip", "data-state": words::slip_state(&line.state),
            span { class: "slip-state", Icon { of: glyphs::of_receipt(&line.state) } }
            span {
                b { {subject(text, &line.subject)} }
                br {}
                span { class: "soft small", {state(text, &line)} }
                if let Some(number) = given_up(&line) {
                    Button { glyph: Glyph::Bin, onclick: move |_| phone.tell(Request::DropTaken(number)), {text.say("remove", [])} }
                }
            }
            time { class: "numeric soft small", "{made_at}" }
        }
    }
}

/// A photo that can never be sent, which a worker who has read that may drop.
const fn given_up(line: &ReceiptLine) -> Option<TakenNumber> {
    match (&line.subject, &line.state) {
        (ReceiptSubject::Taken(number), ReceiptState::NeedsAttention { .. }) => Some(*number),
        _ => None,
    }
}

fn subject(text: Text, subject: &ReceiptSubject) -> String {
    match subject {
        ReceiptSubject::Operation { kind, .. } => words::operation(text, *kind),
        ReceiptSubject::Photo { role, .. } => text.say(&format!("photo-role-{}-bytes", role_code(*role)), []),
        ReceiptSubject::Taken(_) => text.say("photo-role-other-bytes", []),
    }
}

/// Where it is; for a picture on its way, how far.
fn state(text: Text, line: &ReceiptLine) -> String {
    match (&line.subject, &line.state) {
        (ReceiptSubject::Photo { sent: 0, size, .. }, ReceiptState::OnThisPhone) => {
            text.say("receipt-photo-waiting", [("size", text.size(*size).into())])
        }
        (ReceiptSubject::Photo { sent, size, .. }, ReceiptState::OnThisPhone) => text.say(
            "receipt-photo-sending",
            [
                ("sent", text.size(*sent).into()),
                ("size", text.size(*size).into()),
            ],
        ),
        (_, state) => words::receipt(text, state),
    }
}
