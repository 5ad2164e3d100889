//! The window's address and its history: screens are the part behind `#`, as in a browser.

use std::cell::RefCell;

use super::bridge::{self, FromPage};

thread_local! {
    static FRAGMENT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The part of the address behind `#`, with the `#`; empty when there is none.
#[must_use]
pub fn fragment() -> String {
    FRAGMENT.with_borrow(Clone::clone)
}

/// Changes the part behind `#`, as a step that "back" takes back.
pub fn set_fragment(fragment: &str) {
    bridge::tell("go", &[fragment]);
}

/// Takes the latest step back, as "back" does.
pub fn step_back() {
    bridge::tell("back", &[(); 0]);
}

/// Calls `tell` whenever the part behind `#` changes, for as long as the window lives.
pub fn watch_fragment(mut tell: impl FnMut(&str) + 'static) {
    let listener = bridge::listen(move |message| {
        if let FromPage::Fragment { fragment } = message {
            FRAGMENT.with_borrow_mut(|known| known.clone_from(fragment));
            tell(fragment);
        }
    });
    listener.for_ever();
}

/// The origin that the page comes from: a window comes from nowhere, and asks for the office's address.
#[must_use]
pub const fn origin() -> String {
    String::new()
}

/// Starts the app anew. A phone's app ends instead; its icon starts it again.
pub fn reload() {
    if !cfg!(any(target_os = "android", target_os = "ios"))
        && let Ok(program) = std::env::current_exe()
    {
        let mut again = std::process::Command::new(program);
        // The new one waits until this one has let go of the store.
        let _shown_by_its_absence = again.args(std::env::args_os().skip(1)).spawn();
    }
    std::process::exit(0);
}
