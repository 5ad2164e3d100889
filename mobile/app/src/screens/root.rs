//! The root: starts the phone, follows what the platform tells, and decides which screen is shown.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Reply, Request, Theme};
use kuitti_text::{Calendar, Text, preferred_language};
use kuitti_ui::Setting;

use super::compass::Compass;
use super::enrol::Enrol;
use super::map::TownMap;
use super::order::Order;
use super::phone::{Phone, Store};
use super::receipts::Receipts;
use super::report::Report;
use super::route::{Route, use_route};
use super::settings::Settings;
use super::starting::{Elsewhere, Opening, Stopped};
use super::today::Today;
use crate::shell::page::{breadth, device, install, returning, sleep, update};
use crate::shell::whereabouts::{Following, follow};

/// "12 min ago" need not be more exact.
const NOW_EVERY: u32 = 10_000;

/// See the module.
#[component]
pub(super) fn Root() -> Element {
    let phone = use_context_provider(Phone::start);
    let route = use_route();
    use_platform(phone, route);
    use_setting(phone);
    match (phone.store)() {
        Store::Opening => rsx! { Opening {} },
        Store::Elsewhere => rsx! { Elsewhere {} },
        Store::Stopped { why } => rsx! { Stopped { why } },
        Store::Open => rsx! { Screen { route: route() } },
    }
}

#[component]
fn Screen(route: Route) -> Element {
    let phone = super::phone::use_phone();
    use_first_status(phone);
    let enrolled = use_memo(move || {
        let status = phone.status.read();
        status.as_ref().map(|status| status.enrolment.is_some())
    });
    // A key counts only in a list: without it, the next order would be shown in what the last one has left.
    match (enrolled(), route) {
        (None, _) => rsx! { Opening {} },
        (Some(_), Route::Enrol(code)) => rsx! { for code in [code] { Enrol { key: "{code}", code } } },
        (Some(false), _) => rsx! { Enrol { code: String::new() } },
        (Some(true), Route::Order(id)) => rsx! { for id in [id] { Order { key: "{id}", id } } },
        (Some(true), Route::Compass(id)) => rsx! { for id in [id] { Compass { key: "{id}", id } } },
        (Some(true), Route::Map) => rsx! { TownMap {} },
        (Some(true), Route::Report) => rsx! { Report {} },
        (Some(true), Route::Receipts) => rsx! { Receipts {} },
        (Some(true), Route::Settings) => rsx! { Settings {} },
        (Some(true), Route::Today) => rsx! { Today {} },
    }
}

/// Events tell of changes; the first state has to be asked for.
fn use_first_status(mut phone: Phone) {
    use_future(move || async move {
        if let Reply::Status(status) = phone.ask(Request::Status).await {
            phone.status.set(Some(*status));
        }
    });
}

/// Follows network, visibility, position and new versions of the app.
fn use_platform(mut phone: Phone, route: Signal<Route>) {
    use_hook(|| returning::watch(move |what| phone.returned(what)));
    use_hook(|| {
        let mut wide = phone.wide;
        breadth::watch(move |is_wide| wide.set(is_wide));
    });
    use_hook(|| install::watch(move || phone.installable.set(true)));
    use_future(move || async move {
        let ready = move || {
            let mut update_ready = phone.update_ready;
            update_ready.set(true);
        };
        phone.starts_offline.set(Some(update::install(ready).await));
    });
    // The browser asks for permission; it makes sense to the worker only once there are orders.
    let enrolled = use_memo(move || {
        phone
            .status
            .read()
            .as_ref()
            .is_some_and(|status| status.enrolment.is_some())
    });
    let is_needed = use_memo(move || enrolled() && (phone.in_front)() && route.read().shows_ways());
    let mut following = use_signal(|| None::<Following>);
    use_effect(move || {
        let source = phone.source.read().clone();
        following.set(is_needed().then(|| follow(&source, move |news| phone.moved(news))));
    });
}

/// Gives every screen its language, the town's calendar and the present moment.
fn use_setting(phone: Phone) {
    let mut setting = use_context_provider(|| Setting {
        text: Signal::new(Text::new(
            preferred_language(&device::languages()).unwrap_or_default(),
        )),
        calendar: Signal::new(Calendar::default()),
        now: Signal::new(device::now()),
    });
    use_future(move || async move {
        loop {
            sleep(NOW_EVERY).await;
            setting.now.set(device::now());
        }
    });
    use_effect(move || {
        let status = phone.status.read();
        let Some(status) = status.as_ref() else { return };
        let enrolment = status.enrolment.as_ref();
        let chosen = status
            .settings
            .language
            .or(enrolment.map(|enrolment| enrolment.worker.language));
        let text = chosen.map_or(*setting.text.peek(), Text::new);
        // Whatever is said anew is drawn anew: every sentence on the screen.
        if *setting.text.peek() != text {
            setting.text.set(text);
        }
        if let Some(calendar) = enrolment.map(|enrolment| Calendar::of_zone(&enrolment.time_zone))
            && *setting.calendar.peek() != calendar
        {
            setting.calendar.set(calendar);
        }
        device::dress(text.language(), theme_code(status.settings.theme));
    });
}

const fn theme_code(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}
