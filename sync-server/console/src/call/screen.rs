//! The screen of a call: the form, and beside it what is known of caller and place.
use dioxus::prelude::*;
use kuitti_ui::{Map, MapPoint, use_now, use_text};

use super::{
    caller::{Alike, CallerSign, Earlier, use_caller},
    draft::use_draft,
    form::CallForm,
    place::nearest_street,
    receipt::RecordedReceipt,
};
use crate::{browser, keys::use_key, town::use_town};

pub(super) const PHONE: &str = "call-phone";

/// Takes a call.
#[component]
pub(crate) fn CallScreen() -> Element {
    let text = use_text();
    let mut draft = use_draft();
    let caller = use_caller();
    let town = use_town();
    use_key("n", "call-next", move |()| {
        draft.receipt.set(None);
        browser::focus(PHONE);
    });
    let recorded = draft.receipt.read().clone();
    let no_points = use_memo(Vec::<MapPoint>::new);
    rsx! {
        div { class: "desk-head",
            h1 { {text.say("nav-call", [])} }
            Elapsed {}
            span { class: "push" }
            p { class: "faint",
                {text.say("call-keys-next", [])}
                " "
                span { class: "key", "↵" }
                " · "
                {text.say("call-keys-save", [])}
                " "
                span { class: "key", "Ctrl" }
                span { class: "key", "↵" }
            }
        }
        div { class: "desk-body",
            if let Some(recorded) = recorded {
                RecordedReceipt { recorded }
            } else {
                div { class: "call",
                    CallForm {
                        CallerSign { caller }
                    }
                    div { class: "stack call-side",
                        Map {
                            label: text.say("call-map", []),
                            ground: town.ground(),
                            points: no_points,
                            picked: draft.position,
                            onpick: move |position| {
                                draft.begin();
                                draft.position.set(Some(position));
                                if draft.address.peek().trim().is_empty()
                                    && let Some(street) = nearest_street(&town.base_map(), position)
                                {
                                    draft.address.set(street);
                                }
                            },
                        }
                        Earlier { caller }
                        Alike {}
                    }
                }
            }
        }
    }
}

/// How long the call has taken so far.
#[component]
fn Elapsed() -> Element {
    let text = use_text();
    let draft = use_draft();
    let now = use_now();
    let Some(begun_at) = (draft.begun_at)() else {
        return rsx! {};
    };
    let seconds = u64::try_from((now - begun_at).0 / 1000).unwrap_or(0);
    rsx! {
        span { class: "as-of",
            kuitti_ui::Icon { of: kuitti_ui::Glyph::Clock }
            {text.duration(seconds)}
        }
    }
}
