//! The root: starts the phone, follows what the platform tells, and decides which screen is shown.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Reply, Request, Theme};
use kuitti_text::{Calendar, Text, speaks};
use kuitti_ui::Setting;

use super::compass::Compass;
use super::enrol::Enrol;
use super::map::TownMap;
use super::order::Order;
use super::phone::{Phone, Store};
use super::reading::Reading;
use super::receipts::Receipts;
use super::report::Report;
use super::route::{Route, use_route};
use super::settings::Settings;
use super::starting::{Elsewhere, Opening, Stopped};
use super::today::Today;
use crate::shell::page::{breadth, device, install, memory, persistence, returning, sleep, update, words};
use crate::shell::whereabouts::{Following, follow};

/// "12 min ago" need not be more exact.
const NOW_EVERY: u32 = 10_000;
/// So many times that pass before lists are asked for again: an order becomes due without anybody doing anything.
const DUE_EVERY: u32 = 18;

/// See the module.
#[component]
pub(super) fn Root() -> Element {
    let phone = use_context_provider(Phone::start);
    let route = use_route();
    use_platform(phone, route);
    let setting = use_setting(phone);
    use_language(phone, setting);
    // The frame of a phone that was somebody's is there before the store is; what is asked meanwhile is answered then.
    let was_enrolled = use_hook(memory::was_enrolled);
    match (phone.store)() {
        Store::Opening if !was_enrolled => rsx! { Opening {} },
        Store::Elsewhere => rsx! { Elsewhere {} },
        Store::Full => rsx! { Stopped { about: "app-full" } },
        Store::Stopped { why } => rsx! { Stopped { about: "app-stopped", why } },
        Store::Opening | Store::Open => rsx! {
            for turn in [(phone.turns)()] {
                Screen { key: "{turn}", route: route(), was_enrolled }
            }
        },
    }
}

#[component]
fn Screen(route: Route, was_enrolled: bool) -> Element {
    let phone = super::phone::use_phone();
    use_context_provider(Reading::begin);
    use_first_status(phone);
    let enrolled = use_memo(move || {
        let status = phone.status.read();
        let now = status.as_ref().map(|status| status.enrolment.is_some());
        now.or(was_enrolled.then_some(true))
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
fn use_first_status(phone: Phone) {
    use_future(move || async move {
        if let Reply::Status(status) = phone.ask(Request::Status).await {
            phone.is_now(*status);
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
    // What is saved before the browser has promised to keep it may be gone when space is short.
    use_effect(move || {
        if enrolled() {
            spawn(async move {
                let mut kept = phone.kept;
                kept.set(Some(persistence::ask().await));
            });
        }
    });
    let is_needed = use_memo(move || enrolled() && (phone.in_front)() && route.read().shows_ways());
    let mut following = use_signal(|| None::<Following>);
    use_effect(move || {
        let source = phone.source.read().clone();
        following.set(is_needed().then(|| follow(&source, move |news| phone.moved(news))));
    });
}

/// Gives every screen its language, the town's calendar and the present moment.
fn use_setting(phone: Phone) -> Setting {
    let mut setting = kuitti_ui::use_setting(|| Text::new(words::first()), device::now);
    use_future(move || async move {
        let mut revisions = phone.revisions;
        for times in 1.. {
            sleep(NOW_EVERY).await;
            setting.now.set(device::now());
            if times % DUE_EVERY == 0 && *phone.in_front.peek() {
                revisions.write().lists_changed();
            }
        }
    });
    use_effect(move || {
        let status = phone.status.read();
        let Some(status) = status.as_ref() else { return };
        let enrolment = status.enrolment.as_ref();
        if let Some(calendar) = enrolment.map(|enrolment| Calendar::of_zone(&enrolment.time_zone))
            && *setting.calendar.peek() != calendar
        {
            setting.calendar.set(calendar);
        }
    });
    use_effect(move || {
        let language = (setting.text)().language();
        match phone.status.read().as_ref() {
            None => device::dress(language, &memory::theme()),
            Some(status) => {
                let theme = theme_code(status.settings.theme);
                device::dress(language, theme);
                memory::remember(status.enrolment.is_some(), theme);
            }
        }
    });
    setting
}

/// Speaks the language that the worker has chosen, or the office for them, as soon as its sentences are here.
fn use_language(phone: Phone, mut setting: Setting) {
    let wanted = use_memo(move || {
        let status = phone.status.read();
        let status = status.as_ref();
        let enrolment = status.and_then(|status| status.enrolment.as_ref());
        status
            .and_then(|status| status.settings.language)
            .or(enrolment.map(|enrolment| enrolment.worker.language))
            .unwrap_or_else(words::first)
    });
    use_effect(move || {
        let language = wanted();
        spawn(async move {
            let spoke = speaks(language);
            // Without a network, and before the phone keeps them, they come later.
            while !words::bring(language).await && *wanted.peek() == language {
                sleep(NOW_EVERY).await;
            }
            // Whatever is said anew is drawn anew: every sentence on the screen.
            let text = Text::new(language);
            if *wanted.peek() == language && (!spoke || *setting.text.peek() != text) {
                setting.text.set(text);
            }
        });
    });
}

const fn theme_code(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}
