//! One's own number and address, and what one watches.
use dioxus::prelude::*;
use kuitti_shared::api::{
    colleagues::{Reach, Watch, WatchRow, Watched},
    events::Topic,
};
use kuitti_text::Text;
use kuitti_ui::{Button, ButtonSize, Field, Glyph, Icon, use_text};

use super::reach::ReachForm;
use crate::{
    api,
    flash::use_flash,
    remote::use_remote,
    route::Route,
    town::{TownContext, use_town},
};

const NO_TOPICS: &[Topic] = &[];
const MORE: &str = "watch-more";

/// Where Kuitti reaches the person in front of the screen, and about what.
#[component]
pub(super) fn Mine() -> Element {
    let text = use_text();
    let reach = use_remote(NO_TOPICS, || (), |()| api::get::<Reach>("/api/reach"));
    rsx! {
        section { class: "card",
            h2 { Icon { of: Glyph::Phone } {text.say("reach", [])} }
            div { class: "columns",
                div {
                    p { class: "soft", {text.say("reach-about", [])} }
                    if let Some(known) = reach.value() {
                        ReachForm { name: "own", path: "/api/reach", reach: known, onsaved: move |()| {} }
                    }
                }
                Watches {}
            }
        }
    }
}

#[component]
fn Watches() -> Element {
    let text = use_text();
    let (town, flash) = (use_town(), use_flash());
    let own = use_remote(NO_TOPICS, || (), |()| api::get::<Vec<WatchRow>>("/api/watches"));
    let change = use_callback(move |wanted: Watch| {
        spawn(async move {
            if let Err(problem) = api::put::<_, Vec<WatchRow>>("/api/watches", &wanted).await {
                flash.bad(problem.say(text));
            }
            own.refresh();
        });
    });
    let rows = own.value().unwrap_or_default();
    rsx! {
        div { class: "stack near",
            h3 { {text.say("watches", [])} }
            if rows.is_empty() {
                p { class: "soft", {text.say("watches-none", [])} }
            }
            ul { class: "lines",
                for row in rows {
                    li { class: "line", key: "{row.watched:?}",
                        span { class: "grow", Name { row: row.clone() } }
                        Button {
                            size: ButtonSize::Small,
                            onclick: move |_| change.call(Watch { watched: row.watched.clone(), on: false }),
                            {text.say("watch-end", [])}
                        }
                    }
                }
            }
            Field { id: MORE, label: text.say("watch-more", []),
                select {
                    class: "select",
                    id: MORE,
                    value: "",
                    onchange: move |event| {
                        let chosen = choices(town, text).into_iter().find(|(code, ..)| *code == event.value());
                        if let Some((_, _, watched)) = chosen {
                            change.call(Watch { watched, on: true });
                        }
                    },
                    option { value: "", "–" }
                    for (code, name, _) in choices(town, text) {
                        option { key: "{code}", value: "{code}", "{name}" }
                    }
                }
            }
        }
    }
}

/// Everything that can be watched besides orders: value, name, what it is.
fn choices(town: TownContext, text: Text) -> Vec<(String, String, Watched)> {
    let categories = town.categories().into_iter().map(|category| {
        let name = category.name.get(text.language()).to_owned();
        (
            format!("c-{}", category.code),
            name,
            Watched::Category(category.code),
        )
    });
    let zones = town.get().map(|town| town.zones.clone()).unwrap_or_default();
    let zones = zones.into_iter().map(|zone| {
        let name = zone.name.get(text.language()).to_owned();
        (format!("z-{}", zone.code), name, Watched::Zone(zone.code))
    });
    categories.chain(zones).collect()
}

#[component]
fn Name(row: WatchRow) -> Element {
    let text = use_text();
    let town = use_town();
    let title = row.title.unwrap_or_default();
    match row.watched {
        Watched::Order(id) => rsx! { Link { to: Route::Order { id: id.to_string() }, "{title}" } },
        Watched::Category(code) => rsx! { {town.category(&code, text)} },
        Watched::Zone(code) => rsx! { {town.zone(&code, text)} },
    }
}
