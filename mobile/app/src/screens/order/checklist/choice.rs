//! Lines answered by choosing: yes or no, one of several.

use dioxus::prelude::*;
use kuitti_shared::domain::{ChecklistEntry, ChoiceOption, ItemValue};
use kuitti_text::Text;

use super::Control;
use crate::screens::phone::use_phone;

/// What can be answered, and how it is said.
pub(super) type Answers = Vec<(ItemValue, String)>;

/// Yes or no.
pub(super) fn yes_no(text: Text) -> Answers {
    [(true, "form-yes"), (false, "form-no")]
        .map(|(value, key)| (ItemValue::Tick(value), text.say(key, [])))
        .into()
}

/// One of several.
pub(super) fn one_of(options: &[ChoiceOption], text: Text) -> Answers {
    let answer = |option: &ChoiceOption| {
        let label = option.label.get(text.language()).to_owned();
        (ItemValue::Text(option.code.clone()), label)
    };
    options.iter().map(answer).collect()
}

/// Large buttons.
#[component]
pub(super) fn Choice(answers: Answers, entry: ChecklistEntry, control: Control) -> Element {
    let phone = use_phone();
    let stands = entry.answer.as_ref().map(|answer| answer.value.clone());
    rsx! {
        div { class: "cluster options",
            for (value, label) in answers {
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
