//! The phones and tablets of one worker: when they were heard, what they still hold, and how to lock a lost one.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{devices::DeviceRow, events::Topic},
    rules::permission::Task,
    unit::Millis,
};
use kuitti_ui::{Button, ButtonKind, ButtonSize, Dialog, Glyph, Icon, Tone, use_calendar, use_now, use_text};

use super::rescue::CodeDialog;
use crate::{api, flash::use_flash, live::use_live, session::use_session, words};

/// A clock that is this wrong is worth a word.
const CLOCK_WRONG: Millis = Millis::from_seconds(120);

/// Devices, one line each.
#[component]
pub(super) fn Devices(devices: Vec<DeviceRow>) -> Element {
    let text = use_text();
    if devices.is_empty() {
        return rsx! { span { class: "faint", {text.say("device-none", [])} } };
    }
    rsx! {
        ul { class: "lines",
            for device in devices {
                DeviceLine { key: "{device.id}", device }
            }
        }
    }
}

#[component]
fn DeviceLine(device: DeviceRow) -> Element {
    let text = use_text();
    let (calendar, now) = (use_calendar(), use_now());
    let session = use_session();
    let mut asking = use_signal(|| false);
    let mut showing = use_signal(|| false);
    let heard = device
        .last_sync_at
        .map(|at| text.moment(calendar.local(at), calendar.local(now).date()));
    let pending = words::pending(device.pending_ops, device.pending_photos, text);
    let clock = device.clock_error.filter(|error| error.abs() > CLOCK_WRONG);
    let revoked = device.revoked_at.is_some();
    rsx! {
        li { class: "line",
            span { class: "grow", Icon { of: Glyph::Device } " {device.name} " span { class: "faint", "{device.app}" } }
            match (revoked, pending, heard) {
                (true, ..) => rsx! {
                    Remark { tone: Tone::Bad, glyph: Glyph::Lock, words: text.say("device-revoked", []) }
                },
                (_, _, None) => rsx! { span { class: "as-of", {text.say("device-never", [])} } },
                (_, Some(pending), Some(heard)) => rsx! {
                    Remark { tone: Tone::Warn, glyph: Glyph::Device, words: text.say("device-pending", [("pending", pending.into()), ("clock", heard.into())]) }
                },
                (_, None, Some(heard)) => rsx! {
                    span { class: "as-of", Icon { of: Glyph::Check } {text.say("device-sent-all", [("clock", heard.into())])} }
                },
            }
            if let (false, Some(_)) = (revoked, device.drain_until) {
                Remark { tone: Tone::Warn, glyph: Glyph::Lock, words: text.say("device-draining", []) }
            }
            if let Some(error) = clock {
                Remark { tone: Tone::Warn, glyph: Glyph::Clock, words: text.say("device-clock", [("off", text.duration(error.abs().0.unsigned_abs() / 1000).into())]) }
            }
            if !revoked && session.may(Task::ManageDevices) {
                Button { kind: ButtonKind::Quiet, size: ButtonSize::Small, "data-device": "revoke", onclick: move |_| asking.set(true), {text.say("device-revoke", [])} }
            }
            if session.may(Task::ManageDevices) {
                Button { kind: ButtonKind::Quiet, size: ButtonSize::Small, "data-device": "code", onclick: move |_| showing.set(true), {text.say("rescue-code", [])} }
            }
        }
        if showing() {
            CodeDialog { device: device.clone(), onclose: move |()| showing.set(false) }
        }
        if asking() {
            RevokeDialog { device, onclose: move |()| asking.set(false) }
        }
    }
}

#[component]
fn Remark(tone: Tone, glyph: Glyph, words: String) -> Element {
    rsx! {
        span { class: "tag", "data-tone": tone.code(),
            Icon { of: glyph }
            "{words}"
        }
    }
}

#[component]
fn RevokeDialog(device: DeviceRow, onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let (flash, live) = (use_flash(), use_live());
    let id = device.id;
    let revoke = move |_| async move {
        match api::delete(&format!("/api/devices/{id}")).await {
            Ok(()) => flash.good(text.say("device-revoked", [])),
            Err(problem) => flash.bad(problem.say(text)),
        }
        live.poke(&[Topic::Devices]);
        onclose.call(());
    };
    let drain = move |_| async move {
        match api::post::<_, ()>(&format!("/api/devices/{id}/drain"), &()).await {
            Ok(()) => flash.good(text.say("device-draining", [])),
            Err(problem) => flash.bad(problem.say(text)),
        }
        live.poke(&[Topic::Devices]);
        onclose.call(());
    };
    rsx! {
        Dialog { title: text.say("device-revoke-title", [("device", device.name.clone().into())]), onclose,
            p { {text.say("device-revoke-body", [])} }
            if device.drain_until.is_none() {
                p { {text.say("device-drain-body", [])} }
            }
            div { class: "dialog-actions",
                Button { kind: ButtonKind::Quiet, autofocus: true, onclick: move |_| onclose.call(()), {text.say("cancel", [])} }
                if device.drain_until.is_none() {
                    Button { onclick: drain, {text.say("device-drain", [])} }
                }
                Button { kind: ButtonKind::Danger, onclick: revoke, {text.say("device-revoke", [])} }
            }
        }
    }
}
