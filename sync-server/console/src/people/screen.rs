//! Who works, on which shift, and what their phones last said.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{devices::DeviceRow, events::Topic},
    domain::{Crew, Worker},
    rules::permission::Task,
};
use kuitti_ui::{Banner, Button, ButtonSize, Glyph, Icon, Tone, use_calendar, use_now, use_text};

use super::{devices::Devices, enrol::EnrolDialog, mine::Mine, reach::ReachButton, rescue::RescueDialog};
use crate::{api, orders, remote::use_remote, session::use_session, town::use_town};

/// Workers by crew, each with devices.
#[component]
pub(crate) fn PeopleScreen() -> Element {
    let text = use_text();
    let town = use_town();
    let session = use_session();
    let mut enrolling = use_signal(|| None::<Worker>);
    let mut rescuing = use_signal(|| false);
    let devices = use_remote(
        &[Topic::Devices],
        || (),
        |()| api::get::<Vec<DeviceRow>>("/api/devices"),
    );
    let known = devices.value().unwrap_or_default();
    let workers = town.workers();
    let crews = town.crews();
    let alone: Vec<_> = workers
        .iter()
        .filter(|worker| worker.crew.is_none())
        .cloned()
        .collect();
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-people", [])} }
            if session.may(Task::ManageDevices) {
                Button { glyph: Glyph::Upload, "data-rescue": "take-in", onclick: move |_| rescuing.set(true), {text.say("rescue-take-in", [])} }
            }
            if let Some(problem) = devices.problem() {
                Banner { tone: Tone::Bad, {problem.say(text)} }
            }
        }
        div { class: "desk-body",
            div { class: "stack",
                Mine {}
                for crew in crews {
                    CrewCard {
                        key: "{crew.id}",
                        members: workers.iter().filter(|worker| worker.crew == Some(crew.id)).cloned().collect::<Vec<_>>(),
                        crew,
                        devices: known.clone(),
                        onenrol: move |worker| enrolling.set(Some(worker)),
                    }
                }
                if !alone.is_empty() {
                    section { class: "card flush",
                        h2 { {text.say("workers-without-crew", [])} }
                        Workers { workers: alone, devices: known, onenrol: move |worker| enrolling.set(Some(worker)) }
                    }
                }
            }
        }
        if rescuing() {
            RescueDialog { workers, onclose: move |()| rescuing.set(false) }
        }
        if let Some(worker) = enrolling() {
            EnrolDialog { worker, onclose: move |()| enrolling.set(None) }
        }
    }
}

#[component]
fn CrewCard(
    crew: Crew,
    members: Vec<Worker>,
    devices: Vec<DeviceRow>,
    onenrol: EventHandler<Worker>,
) -> Element {
    let text = use_text();
    let town = use_town();
    let (calendar, now) = (use_calendar(), use_now());
    let until = orders::on_shift_until(town, &crew, now);
    let shift = match until {
        Some(until) => text.say(
            "on-shift-until",
            [("clock", text.clock(calendar.local(until)).into())],
        ),
        None => text.say("off-shift", []),
    };
    rsx! {
        section { class: "card flush",
            h2 {
                Icon { of: Glyph::Crew }
                "{crew.name}"
                span { class: "tag", "data-tone": until.map(|_| "good"), "{shift}" }
                for skill in crew.skills {
                    span { class: "tag", "{skill}" }
                }
            }
            Workers { workers: members, devices, onenrol }
        }
    }
}

#[component]
fn Workers(workers: Vec<Worker>, devices: Vec<DeviceRow>, onenrol: EventHandler<Worker>) -> Element {
    let text = use_text();
    let session = use_session();
    rsx! {
        div { class: "table-scroll",
            table { class: "table",
                thead {
                    tr {
                        for name in ["worker", "language", "devices"] {
                            th { scope: "col", {text.say(name, [])} }
                        }
                        th { span { class: "visually-hidden", {text.say("commands", [])} } }
                    }
                }
                tbody {
                    for worker in workers {
                        tr { key: "{worker.id}",
                            td { strong { "{worker.name}" } }
                            td { {worker.language.own_name()} }
                            td { Devices { devices: devices.iter().filter(|device| device.worker == worker.id).cloned().collect::<Vec<_>>() } }
                            td {
                                if session.may(Task::ManageDevices) {
                                    div { class: "cluster tight to-the-end",
                                        ReachButton { worker: worker.clone() }
                                        Button {
                                            size: ButtonSize::Small,
                                            glyph: Glyph::Qr,
                                            onclick: move |_| onenrol.call(worker.clone()),
                                            {text.say("enrol", [])}
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
