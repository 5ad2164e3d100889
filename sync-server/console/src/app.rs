//! The root: language, clock and session; the screens behind the log-in.
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use kuitti_text::{Language, Text, preferred_language};
use kuitti_ui::{Dialog, Setting};

use crate::{
    browser,
    log_in::{LogInForm, LogInScreen},
    route::Route,
    session::{Session, Standing},
};

/// Ages are drawn anew so often.
const TICK_MILLISECONDS: u32 = 5_000;
const LANGUAGE: &str = "kuitti.language";

/// The console.
#[component]
pub(crate) fn App() -> Element {
    let setting = use_setting();
    let session = Session::use_provider();
    use_effect(move || {
        if let Some(me) = session.me()
            && browser::remembered(LANGUAGE).is_none()
        {
            speak(setting, me.language);
        }
    });
    match session.standing() {
        Standing::Asking => rsx! {},
        Standing::LoggedOut => rsx! { LogInScreen {} },
        Standing::LoggedIn(_) => rsx! { Router::<Route> {} },
        Standing::Expired(me) => rsx! {
            Router::<Route> {}
            Dialog { title: (setting.text)().say("log-in-again", []), onclose: move |()| {},
                LogInForm { name: me.name }
            }
        },
    }
}

fn use_setting() -> Setting {
    let text = || {
        let language = browser::remembered(LANGUAGE).and_then(|code| Language::from_tag(&code));
        let language = language.or_else(|| preferred_language(&browser::languages()));
        Text::new(language.unwrap_or_default())
    };
    let mut setting = kuitti_ui::use_setting(text, browser::server_clock);
    use_effect(move || {
        let language = (setting.text)().language();
        browser::set_page_attribute("lang", language.code());
        browser::set_page_attribute("dir", language.direction().code());
    });
    use_future(move || async move {
        loop {
            TimeoutFuture::new(TICK_MILLISECONDS).await;
            setting.now.set(browser::server_clock());
        }
    });
    setting
}

fn speak(mut setting: Setting, language: Language) {
    if setting.text.peek().language() != language {
        setting.text.set(Text::new(language));
    }
}

/// Speaks another language from now on, in this browser.
pub(crate) fn choose_language(setting: Setting, language: Language) {
    browser::remember(LANGUAGE, language.code());
    speak(setting, language);
}
