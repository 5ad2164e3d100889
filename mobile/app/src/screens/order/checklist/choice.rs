//! Lines answered by choosing: yes or no, one of several.

use dioxus::prelude::*;
use kuitti_shared::domain::{ChecklistEntry, ChoiceOption, ItemValue};
use kuitti_ui::use_text;

use super::Control;
use crate::screens::phone::use_phone;

/// Yes or no, as two large buttons.
#[component]
pub(super) fn YesNo(entry: ChecklistEntry, control: Control) -> Element {
    let text = use_text();
    let options = [(true, "form-yes"), (false, "form-no")];
    let options = options.map(|(value, key)| (ItemValue::Tick(value), text.say(key, [])));
    rsx! { Options { options: options.to_vec(), entry, control } }
}

/// One of several.
#[component]
pub(super) fn Choice(options: Vec<ChoiceOption>, entry: ChecklistEntry, control: Control) -> Element {
    let text = use_text();
    let options = options.into_iter().map(|option| {
        let label = option.label.get(text.language()).to_owned();
        (ItemValue::Text(option.code), label)
    });
    rsx! { Options { options: options.collect::<Vec<_>>(), entry, control } }
}

#[component]
fn Options(options: Vec<(ItemValue, String)>, entry: ChecklistEntry, control: Control) -> Element {
    let phone = use_phone();
    let stands = entry.answer.as_ref().map(|answer| answer.value.clone());
    rsx! {
        div { class: "cluster options",
            for (value, label) in options {
                button {
                    key: "{label}",
                    class: "button",
                    r#type: "button",
                    disabled: control.read_only,
                    aria_pressed: stands.as_ref() == Some(&value),
                    onclick: {
                        let control = control.clone();
                        move |_| {
                            let action = control.check(value.clone());
                            let order = control.order;
                            async move {
                                phone.perform(order, action).await;
                            }
                        }
                    },
                    "{label}"
                }
            }
        }
    }
}
