//! The frame around every screen: who, how live, where to, and which keys.
use dioxus::prelude::*;
use kuitti_shared::{
    api::{
        Page,
        attention::Attention,
        call_list::CallRow,
        events::Topic,
        notices::NoticeList,
        requests::{RequestFilter, RequestRow},
    },
    domain::NoticeChannel,
};
use kuitti_text::Language;
use kuitti_ui::{Button, ButtonSize, Dialog, Glyph, Icon, IconButton, Setting, use_text};

use crate::{
    api, app, attention,
    call::CallDraft,
    calls,
    flash::{Flash, FlashMessages, use_flash},
    keys::{Keys, use_key},
    live::{Connection, use_live, use_live_provider},
    remote::use_remote,
    requests::{RequestsView, Stages},
    route::Route,
    session::use_session,
    town::{use_town, use_town_provider},
};

const MARK: &str = include_str!("../../../assets/icons/kuitti.svg");

/// Name and mark.
#[component]
pub(crate) fn Logo() -> Element {
    let text = use_text();
    rsx! {
        span { class: "logo",
            span { aria_hidden: "true", dangerous_inner_html: MARK }
            {text.say("kuitti", [])}
        }
    }
}

/// The frame; what the screens share lives as long as it.
#[component]
pub(crate) fn Frame() -> Element {
    use_live_provider();
    use_town_provider();
    Flash::use_provider();
    Keys::use_provider();
    RequestsView::use_provider();
    CallDraft::use_provider();
    let text = use_text();
    rsx! {
        a { class: "skip-link", href: "#screen", {text.say("skip-to-content", [])} }
        div { class: "desk",
            Bar {}
            Navigation {}
            main { class: "desk-main", id: "screen", tabindex: "-1", Screen {} }
        }
        FlashMessages {}
    }
}

/// The screen at this address. Who was sent the address of somebody else's is told so, instead of a form that will be refused.
#[component]
fn Screen() -> Element {
    let (text, session) = (use_text(), use_session());
    if use_route::<Route>().is_for(session) {
        return rsx! { Outlet::<Route> {} };
    }
    rsx! {
        div { class: "empty",
            Icon { of: Glyph::Lock }
            h1 { class: "empty-title", {text.say("problem-forbidden", [])} }
            Link { class: "button", to: Route::Requests {}, {text.say("nav-requests", [])} }
        }
    }
}

#[component]
fn Bar() -> Element {
    let text = use_text();
    let session = use_session();
    let flash = use_flash();
    let mut help = use_signal(|| false);
    use_key("?", "key-help", move |()| help.set(true));
    let me = session.me();
    let log_out = move |_| async move {
        if let Err(problem) = session.log_out().await {
            flash.bad(problem.say(text));
        }
    };
    rsx! {
        header { class: "desk-bar",
            Link { class: "logo-link", to: Route::Requests {}, Logo {} }
            LiveSign {}
            span { class: "push" }
            Button { size: ButtonSize::Small, glyph: Glyph::Keyboard, onclick: move |_| help.set(true),
                span { class: "wide-only", {text.say("shortcuts", [])} }
                span { class: "key", "?" }
            }
            LanguageChoice {}
            if let Some(me) = me {
                span { class: "cluster",
                    Icon { of: Glyph::Person }
                    span { class: "wide-only", "{me.name}, {text.word(\"role\", me.role.code())}" }
                }
            }
            IconButton { glyph: Glyph::LogOut, label: text.say("log-out", []), onclick: log_out }
        }
        if help() {
            Shortcuts { onclose: move |()| help.set(false) }
        }
    }
}

/// Whether the screen follows the server, in a word.
#[component]
fn LiveSign() -> Element {
    let text = use_text();
    let connection = (use_live().connection)();
    let (glyph, tone, key) = match connection {
        Connection::Connecting => (Glyph::Refresh, None, "live-connecting"),
        Connection::Up => (Glyph::Online, None, "live-up"),
        Connection::Lost => (Glyph::Offline, Some("warn"), "live-lost"),
    };
    rsx! {
        span { class: "as-of", role: "status", "data-tone": tone,
            Icon { of: glyph }
            {text.say(key, [])}
        }
    }
}

/// The languages by their own names.
#[component]
pub(crate) fn LanguageChoice() -> Element {
    let setting = use_context::<Setting>();
    let text = use_text();
    rsx! {
        select {
            class: "bar-select",
            aria_label: text.say("language", []),
            onchange: move |event| if let Some(language) = Language::from_tag(&event.value()) { app::choose_language(setting, language) },
            for language in Language::ALL {
                option { value: language.code(), lang: language.code(), selected: language == text.language(), {language.own_name()} }
            }
        }
    }
}

#[component]
fn Shortcuts(onclose: EventHandler<()>) -> Element {
    let text = use_text();
    let bindings = use_context::<Keys>().list();
    rsx! {
        Dialog { title: text.say("shortcuts", []), onclose,
            dl { class: "shortcuts",
                for binding in bindings {
                    dt { span { class: "key", {key_name(binding.key)} } }
                    dd { {text.say(binding.does, [])} }
                }
            }
        }
    }
}

fn key_name(key: &'static str) -> &'static str {
    match key {
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        " " => "␣",
        "Escape" => "Esc",
        "Enter" => "↵",
        other => other,
    }
}

#[component]
fn Navigation() -> Element {
    let text = use_text();
    let session = use_session();
    let waiting = use_remote(&[Topic::Requests], || (), |()| waiting_requests());
    let attention = use_remote(
        attention::TOPICS,
        || (),
        |()| api::get::<Attention>("/api/attention"),
    );
    let person = use_remote(
        &[Topic::Notices],
        || (),
        |()| api::get::<NoticeList>("/api/notices?group=needs_person"),
    );
    let navigate = navigator();
    use_key("1", "nav-requests", move |()| {
        navigate.push(Route::Requests {});
    });
    use_key("2", "nav-orders", move |()| {
        navigate.push(Route::Orders {});
    });
    use_key("3", "nav-attention", move |()| {
        navigate.push(Route::Attention {});
    });
    use_key("4", "nav-notices", move |()| {
        navigate.push(Route::Notices {});
    });
    use_key("n", "nav-call", move |()| {
        if (Route::Call {}).is_for(session) {
            navigate.push(Route::Call {});
        }
    });
    let count = waiting.value().map_or(0, |page| page.total);
    let open = attention.value().map_or(0, |waiting| {
        waiting.conflicts.len() + waiting.tasks.len() + waiting.operations.len() + waiting.answers.len()
    });
    let calls_are_made = use_town().channels().contains(&NoticeChannel::Call);
    let undecided = person.value().map_or(0, |list| list.needs_person);
    rsx! {
        nav { class: "desk-nav", aria_label: text.say("nav", []),
            Entry { to: Route::Requests {}, glyph: Glyph::Request, name: "nav-requests", count }
            Entry { to: Route::Orders {}, glyph: Glyph::Order, name: "nav-orders" }
            Entry { to: Route::Attention {}, glyph: Glyph::Conflict, name: "nav-attention", count: open as u64 }
            Entry { to: Route::Call {}, glyph: Glyph::Phone, name: "nav-call" }
            if (Route::Calls {}).is_for(session) && calls_are_made {
                CallsEntry {}
            }
            Entry { to: Route::Notices {}, glyph: Glyph::Notice, name: "nav-notices", count: undecided }
            Entry { to: Route::Texts {}, glyph: Glyph::Note, name: "nav-texts" }
            Entry { to: Route::People {}, glyph: Glyph::Crew, name: "nav-people" }
            Entry { to: Route::Import {}, glyph: Glyph::Import, name: "nav-import" }
            Entry { to: Route::Satisfaction {}, glyph: Glyph::Star, name: "nav-satisfaction" }
            Entry { to: Route::Categories {}, glyph: Glyph::Category, name: "nav-categories" }
        }
    }
}

/// The calls that somebody has to make.
#[component]
fn CallsEntry() -> Element {
    let calls = use_remote(calls::TOPICS, || (), |()| api::get::<Vec<CallRow>>("/api/calls"));
    let open = calls.value().map_or(0, |calls| {
        calls.iter().filter(|call| call.taken.is_none()).count()
    });
    rsx! {
        Entry { to: Route::Calls {}, glyph: Glyph::Phone, name: "nav-calls", count: open as u64 }
    }
}

async fn waiting_requests() -> Result<Page<RequestRow>, api::ApiError> {
    let filter = RequestFilter {
        stage: Stages::Waiting.filter(),
        limit: Some(1),
        ..RequestFilter::default()
    };
    api::find("/api/requests", &filter).await
}

/// A screen in the navigation, for whom it is, with the number of things that wait there.
#[component]
fn Entry(to: Route, glyph: Glyph, name: &'static str, #[props(default)] count: u64) -> Element {
    let text = use_text();
    let here = use_route::<Route>();
    let current = std::mem::discriminant(&section(&here)) == std::mem::discriminant(&to);
    if !to.is_for(use_session()) {
        return rsx! {};
    }
    rsx! {
        Link { to, "data-here": current.then_some(""),
            Icon { of: glyph }
            {text.say(name, [])}
            if count > 0 {
                span { class: "count-badge", {text.say("number", [("value", count.into())])} }
            }
        }
    }
}

/// The screen of the navigation to which a screen belongs.
fn section(route: &Route) -> Route {
    match route {
        Route::Request { .. } => Route::Requests {},
        Route::Order { .. } => Route::Orders {},
        other => other.clone(),
    }
}
