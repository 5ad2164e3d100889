//! The language that the phone speaks; also asked where the phone is not connected yet.

use dioxus::prelude::*;
use kuitti_engine::protocol::Request;
use kuitti_shared::domain::Language;
use kuitti_ui::use_text;

use crate::screens::phone::use_phone;

/// Each language by its own name.
#[component]
pub(in crate::screens) fn ChooseLanguage() -> Element {
    let (text, phone) = (use_text(), use_phone());
    let choose = move |event: FormEvent| {
        if let Some(language) = Language::from_tag(&event.value()) {
            phone.tell(Request::SetLanguage { language });
        }
    };
    rsx! {
        label { class: "setting",
            span { class: "grow", {text.say("language", [])} }
            select { class: "select", id: "language", onchange: choose,
                for language in Language::ALL {
                    option {
                        key: "{language.code()}",
                        value: language.code(),
                        lang: language.code(),
                        selected: language == text.language(),
                        {language.own_name()}
                    }
                }
            }
        }
    }
}
