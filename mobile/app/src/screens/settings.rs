//! The phone: whose it is, how it looks, whether it keeps what it is given, and when it last heard from the office.

mod forget;
mod install;
mod language;
mod room;
mod workers;

pub(super) use language::ChooseLanguage;

use dioxus::prelude::*;
use kuitti_engine::protocol::{DeviceStatus, LargeOver, Request, Theme};
use kuitti_shared::unit::Millis;
use kuitti_ui::{Banner, Button, Chip, Glyph, Icon, Tone, use_calendar, use_now, use_text};

use self::forget::Forget;
use self::install::Install;
use self::room::Room;
use self::workers::Workers;
use super::frame::Frame;
use super::log::Log;
use super::phone::use_phone;
use super::place::WhereIAm;
use super::route::Route;
use crate::shell::page::persistence::{self, Persistence, Usage};

const THEMES: [(Theme, &str); 3] = [
    (Theme::System, "theme-system"),
    (Theme::Light, "theme-light"),
    (Theme::Dark, "theme-dark"),
];

const LARGE_OVER: [(LargeOver, &str); 2] = [
    (LargeOver::AnyNetwork, "large-over-any"),
    (LargeOver::WifiOnly, "large-over-wifi"),
];

/// See the module.
#[component]
pub(super) fn Settings() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let status = phone.status.read().clone();
    let Some(status) = status else { return rsx! {} };
    rsx! {
        Frame { title: text.say("settings-title", []), here: Route::Settings,
            if let Some(enrolment) = &status.enrolment {
                Workers { shown: enrolment.clone() }
            }
            if let Some(off) = status.clock_error {
                ClockOff { off }
            }
            ThisPhone { status: status.clone() }
            WhereIAm {}
            Install {}
            Storage {}
            Office { status }
            Log {}
            p { class: "soft small", {text.say("settings-version", [("version", env!("CARGO_PKG_VERSION").into())])} }
        }
    }
}

#[component]
fn ClockOff(off: Millis) -> Element {
    let text = use_text();
    let key = if off > Millis::default() {
        "clock-ahead-title"
    } else {
        "clock-behind-title"
    };
    let seconds = off.abs().0.unsigned_abs() / 1000;
    let title = text.say(key, [("off", text.duration(seconds).into())]);
    rsx! {
        Banner { tone: Tone::Warn, title, p { {text.say("clock-off", [])} } }
    }
}

#[component]
fn ThisPhone(status: DeviceStatus) -> Element {
    let (text, phone) = (use_text(), use_phone());
    let choose_theme = move |event: FormEvent| {
        if let Some((theme, _)) = THEMES.iter().find(|(_, key)| *key == event.value()) {
            phone.tell(Request::SetTheme { theme: *theme });
        }
    };
    let choose_over = move |event: FormEvent| {
        if let Some((over, _)) = LARGE_OVER.iter().find(|(_, key)| *key == event.value()) {
            phone.tell(Request::SetLargeOver { over: *over });
        }
    };
    let offline_key = match (phone.starts_offline)() {
        Some(true) => "settings-offline-yes",
        Some(false) => "settings-offline-no",
        None => "loading",
    };
    rsx! {
        section { class: "card", aria_labelledby: "this-phone",
            h2 { class: "card-title", id: "this-phone", {text.say("settings-phone", [])} }
            ChooseLanguage {}
            label { class: "setting",
                span { class: "grow", {text.say("settings-theme", [])} }
                select { class: "select", id: "theme", onchange: choose_theme,
                    for (theme, key) in THEMES {
                        option { key: "{key}", value: key, selected: theme == status.settings.theme, "{text.say(key, [])}" }
                    }
                }
            }
            label { class: "setting",
                span { class: "grow", {text.say("settings-large-over", [])} }
                select { class: "select", id: "large-over", onchange: choose_over,
                    for (over, key) in LARGE_OVER {
                        option { key: "{key}", value: key, selected: over == status.settings.large_over, "{text.say(key, [])}" }
                    }
                }
            }
            if status.settings.large_over == LargeOver::WifiOnly {
                p { class: "soft small", {text.say("large-over-hint", [])} }
            }
            div { class: "setting",
                span { class: "grow", {text.say("settings-offline", [])} }
                span { class: "soft small", "{text.say(offline_key, [])}" }
            }
        }
    }
}

#[component]
fn Storage() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let usage = use_resource(persistence::usage);
    let is_kept = (phone.kept)() == Some(Persistence::Kept);
    let (tone, glyph, chip, sentence) = if is_kept {
        (
            Tone::Good,
            Glyph::Check,
            "settings-storage-safe",
            "settings-storage-kept",
        )
    } else {
        (
            Tone::Warn,
            Glyph::Warning,
            "settings-storage-not-safe",
            "settings-storage-at-risk",
        )
    };
    rsx! {
        section { class: "card stack near", aria_labelledby: "storage",
            div { class: "setting",
                span { class: "grow",
                    span { id: "storage", class: "card-title", {text.say("settings-storage", [])} }
                    br {}
                    span { class: "soft small", "{text.say(sentence, [])}" }
                    if let Some(Some(Usage { used, granted })) = usage() {
                        br {}
                        span { class: "soft small",
                            {text.say("settings-storage-use", [("used", text.size(used).into()), ("granted", text.size(granted).into())])}
                        }
                    }
                }
                Chip { tone, glyph, "{text.say(chip, [])}" }
            }
            if !is_kept {
                p { class: "small", {text.say("settings-storage-way-out", [])} }
            }
            Room {}
            Forget {}
        }
    }
}

#[component]
fn Office(status: DeviceStatus) -> Element {
    let (text, calendar, now, phone) = (use_text(), use_calendar(), use_now(), use_phone());
    let heard = status.sync.last_success.map_or_else(
        || text.say("settings-never", []),
        |at| text.moment(calendar.local(at), calendar.local(now).date()),
    );
    let office_phone = status
        .enrolment
        .as_ref()
        .and_then(|enrolment| enrolment.office_phone.clone());
    let server = status
        .enrolment
        .map_or_else(String::new, |enrolment| enrolment.server);
    rsx! {
        section { class: "card stack near", aria_labelledby: "office",
            h2 { class: "card-title", id: "office", {text.say("settings-town", [])} }
            p { class: "soft small", "{server}" }
            div { class: "setting",
                span { class: "grow", {text.say("settings-last-sync", [])} }
                span { class: "numeric", "{heard}" }
            }
            Button { glyph: Glyph::Refresh, onclick: move |_| phone.tell(Request::SyncNow), {text.say("settings-sync-now", [])} }
            if let Some(number) = office_phone {
                a { class: "button", href: "tel:{number}",
                    Icon { of: Glyph::Phone }
                    {text.say("settings-call-office", [])}
                }
            }
        }
    }
}
