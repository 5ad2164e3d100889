//! What stands around every screen: title, what the office has, and the way to the other screens.

use dioxus::prelude::*;
use kuitti_engine::protocol::{DeviceStatus, Problem, Request, Standing, SyncPhase};
use kuitti_shared::unit::Millis;
use kuitti_text::{Calendar, Text};
use kuitti_ui::{Banner, Button, Glyph, Icon, IconButton, Tone, use_calendar, use_now, use_text};

use super::phone::{Phone, Said, use_phone};
use super::place::PlaceMark;
use super::reading::{Place, use_reading};
use super::route::{Route, return_to};
use super::words;
use crate::shell::page::persistence::Persistence;
use crate::shell::page::{run, update};

/// The frame around a screen. What is `beside` it is there on a tablet only: a phone does not even ask for it. A screen that is a
/// list has a `place` in it.
#[component]
pub(super) fn Frame(
    title: String,
    back: Option<Route>,
    here: Route,
    beside: Option<Element>,
    place: Option<Place>,
    children: Element,
) -> Element {
    let phone = use_phone();
    let aside = use_reading().beside;
    let screen = rsx! {
        div { class: "stack",
            if (phone.update_ready)() {
                UpdateBanner {}
            }
            StandingBanner {}
            ProblemBanner {}
            AwayBanner {}
            PlaceMark {}
            {children}
        }
    };
    rsx! {
        div { class: "app",
            AppBar { title, back }
            SyncStrip {}
            match beside.filter(|_| (phone.wide)()) {
                None => rsx! {
                    main {
                        class: "app-main",
                        onmounted: move |event| if let Some(place) = place { place.mounted(&event) },
                        onscroll: move |event| if let Some(place) = place { place.scrolled(&event) },
                        {screen}
                    }
                },
                Some(beside) => rsx! {
                    main { class: "app-main app-split", "data-open": "",
                        aside { onmounted: move |event| aside.mounted(&event), onscroll: move |event| aside.scrolled(&event), {beside} }
                        div { {screen} }
                    }
                },
            }
            Announcement {}
            TabBar { here }
        }
    }
}

#[component]
fn AppBar(title: String, back: Option<Route>) -> Element {
    let text = use_text();
    rsx! {
        header { class: "app-bar",
            if let Some(back) = back {
                IconButton { glyph: Glyph::ChevronLeft, label: text.say("back", []), onclick: move |_| return_to(&back) }
            } else {
                span { class: "logo", Icon { of: Glyph::Kuitti } }
            }
            h1 { "{title}" }
            WorkerMark {}
        }
    }
}

/// Under whose name work is done, where several people share the phone.
#[component]
fn WorkerMark() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let workers = phone.workers.read();
    let shown = workers.iter().find(|worker| worker.shown);
    let Some(enrolment) = shown.and_then(|worker| worker.enrolment.as_ref()) else {
        return rsx! {};
    };
    if workers.len() < 2 {
        return rsx! {};
    }
    let name = &enrolment.worker.name;
    let label = text.say("workers-mark", [("worker", name.as_str().into())]);
    rsx! {
        a { class: "worker-mark", href: Route::Settings.href(), aria_label: label,
            Icon { of: Glyph::Person }
            span { "{name}" }
        }
    }
}

/// What the office has, and what only this phone has: always in sight.
#[component]
fn SyncStrip() -> Element {
    let (text, calendar, phone) = (use_text(), use_calendar(), use_phone());
    let status = phone.status.read();
    let ((tone, glyph, sentence), age) = match status.as_ref() {
        Some(status) => (
            strip(text, status),
            strip_age(text, &calendar, status, (phone.online)()),
        ),
        None => (
            (Tone::Info, Glyph::Device, text.say("loading", [])),
            String::new(),
        ),
    };
    rsx! {
        a { class: "sync-strip", id: "sync-strip", "data-tone": tone.code(), href: Route::Receipts.href(), aria_live: "polite",
            Icon { of: glyph }
            span { "{sentence}" }
            span { class: "push numeric", "{age}" }
        }
    }
}

fn strip(text: Text, status: &DeviceStatus) -> (Tone, Glyph, String) {
    let waiting = status.pending.unsent();
    let count = || [("count", waiting.into())];
    if let Some(held) = status.pending.held
        && waiting == status.pending.photos
    {
        let sentence = text.say(
            words::held(held, ["strip-held-for-wifi", "strip-held-for-word"]),
            count(),
        );
        return (Tone::Info, Glyph::Device, sentence);
    }
    match (waiting, status.sync.phase) {
        (0, SyncPhase::Syncing) => (Tone::Info, Glyph::Refresh, text.say("strip-asking", [])),
        (0, _) if status.sync.last_success.is_none() => {
            (Tone::Warn, Glyph::Offline, text.say("strip-never", []))
        }
        (0, _) => (Tone::Good, Glyph::Online, text.say("strip-all-sent", [])),
        (_, SyncPhase::Syncing | SyncPhase::Uploading) => {
            (Tone::Info, Glyph::Upload, text.say("strip-sending", count()))
        }
        _ => (Tone::Warn, Glyph::Device, text.say("strip-on-phone", count())),
    }
}

fn strip_age(text: Text, calendar: &Calendar, status: &DeviceStatus, online: bool) -> String {
    let silent = matches!(status.problem, Some(Problem::Unreachable { .. }));
    let (never, since) = match (online, silent) {
        (false, _) => (Some("strip-offline"), "strip-offline-as-of"),
        (true, true) => (Some("strip-no-answer"), "strip-no-answer-as-of"),
        (true, false) => (None, "strip-as-of"),
    };
    match status.sync.last_success {
        None => never.map_or_else(String::new, |key| text.say(key, [])),
        Some(at) => text.say(since, [("clock", text.clock(calendar.local(at)).into())]),
    }
}

/// A new version waits for a person, and says so when it had better wait for unsent work too.
#[component]
fn UpdateBanner() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let unsent = phone.unsent();
    let (sentence, button) = if unsent > 0 {
        ("app-update-unsent", "app-update-anyway")
    } else {
        ("app-update-way-out", "app-update-now")
    };
    rsx! {
        Banner { tone: Tone::Info, title: text.say("app-update-title", []),
            p { {text.say(sentence, [("count", unsent.into())])} }
            Button { glyph: Glyph::Refresh, "data-update": button, onclick: move |_| run(update::apply()), {text.say(button, [])} }
        }
    }
}

/// After this long without an answer the worker should think of another way to hand in.
const AWAY: Millis = Millis::from_days(1);

/// The office has not answered for long: work goes on, and there is a way out.
#[component]
fn AwayBanner() -> Element {
    let (text, now, phone) = (use_text(), use_now(), use_phone());
    let status = phone.status.read();
    let heard = status.as_ref().and_then(|status| status.sync.last_success);
    let has_work = phone.unsent() > 0;
    let Some(silent) = heard.map(|heard| now - heard).filter(|silent| *silent > AWAY) else {
        return rsx! {};
    };
    let span = text.duration(silent.0.unsigned_abs() / 1_000);
    rsx! {
        Banner { tone: Tone::Warn, title: text.say("away-title", [("span", span.into())]),
            p { {text.say("away-way-out", [])} }
            if has_work && (phone.kept)() == Some(Persistence::AtRisk) {
                p { "data-storage": "at-risk", {text.say("settings-storage-at-risk", [])} }
            }
        }
    }
}

/// What is wrong that neither the network nor the office's word about this phone explains. Work goes on.
#[component]
fn ProblemBanner() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let status = phone.status.read();
    let problem = status.as_ref().and_then(|status| status.problem.as_ref());
    let Some(problem) = problem.filter(|problem| !is_said_elsewhere(problem)) else {
        return rsx! {};
    };
    let again = matches!(problem, Problem::ServerBusy { .. } | Problem::ServerFailed { .. });
    rsx! {
        Banner { tone: Tone::Warn,
            p { "data-problem": problem.code(), {words::problem(text, problem)} }
            if again {
                Button { glyph: Glyph::Refresh, onclick: move |_| phone.tell(Request::SyncNow), {text.say("settings-sync-now", [])} }
            }
        }
    }
}

/// The strip says that nobody answers, and a banner of its own that the office no longer accepts this phone.
const fn is_said_elsewhere(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::Unreachable { .. } | Problem::Revoked | Problem::NotEnrolled
    )
}

/// How the office treats the phone, when that is not as usual.
#[component]
fn StandingBanner() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let standing = phone.status.read().as_ref().map(|status| status.standing);
    let key = match standing {
        Some(Standing::DrainOnly) => "standing-drain-only",
        Some(Standing::Revoked) => "standing-revoked",
        Some(Standing::Active) | None => return rsx! {},
    };
    rsx! {
        Banner { tone: Tone::Warn,
            p { "{text.say(key, [])}" }
            if standing == Some(Standing::Revoked) {
                a { class: "button", href: Route::Enrol(String::new()).href(), {text.say("enrol-anew", [])} }
            }
        }
    }
}

/// Whether the last tap is on disk.
#[component]
fn Announcement() -> Element {
    let (text, phone) = (use_text(), use_phone());
    rsx! {
        div { class: "announcement", role: "status", aria_live: "polite",
            match (phone.said)() {
                None => rsx! {},
                Some(Said::Saved) => rsx! {
                    p { class: "said", "data-tone": Tone::Good.code(),
                        Icon { of: Glyph::Check }
                        {text.say("saved-on-phone", [])}
                    }
                },
                Some(Said::SavedUnopened) => rsx! {
                    Lasting { tone: Tone::Warn, title: text.say("saved-on-phone", []), said: text.say("photo-unopened", []) }
                },
                Some(Said::NotSaved(problem)) => rsx! {
                    Lasting { tone: Tone::Bad, title: text.say("not-saved", []), said: words::problem(text, &problem) }
                },
            }
        }
    }
}

/// What stays until it is read.
#[component]
fn Lasting(tone: Tone, title: String, said: String) -> Element {
    let (text, mut phone) = (use_text(), use_phone());
    rsx! {
        div { class: "said", "data-tone": tone.code(),
            Icon { of: Glyph::Warning }
            p { class: "grow",
                b { "{title}" }
                br {}
                "{said}"
            }
            IconButton { glyph: Glyph::Close, label: text.say("close", []), onclick: move |_| phone.said.set(None) }
        }
    }
}

#[component]
fn TabBar(here: Route) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let waiting = waiting(phone);
    let tab = |route: Route, glyph: Glyph, key: &str, badge: u64| {
        let current = (route == here).then_some("page");
        rsx! {
            a { class: "tab", href: route.href(), aria_current: current,
                Icon { of: glyph }
                "{text.say(key, [])}"
                if badge > 0 {
                    span { class: "count-badge", {text.say("number", [("value", badge.into())])} }
                }
            }
        }
    };
    rsx! {
        nav { class: "tab-bar", aria_label: text.say("tabs", []),
            {tab(Route::Today, Glyph::Today, "tab-today", 0)}
            {tab(Route::Map, Glyph::Map, "tab-map", 0)}
            {tab(Route::Receipts, Glyph::Receipt, "tab-receipts", waiting)}
            {tab(Route::Settings, Glyph::Settings, "tab-settings", 0)}
        }
    }
}

fn waiting(phone: Phone) -> u64 {
    phone
        .status
        .read()
        .as_ref()
        .map_or(0, |status| status.pending.unsent())
}
