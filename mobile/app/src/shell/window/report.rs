//! Telling a test what is drawn: what stands on the page, read back from the page itself.

use std::io::Write as _;

use super::arguments;
use super::bridge::{self, FromPage};

/// Writes every screen that is drawn to standard output, if somebody asked for it.
pub(super) fn start() {
    if !arguments::given().report {
        return;
    }
    let listener = bridge::listen(|message| {
        if let FromPage::Drawn { title, words } = message {
            let line = serde_json::json!({ "title": title, "words": words });
            // Whoever asked may be gone by now.
            let _unread = writeln!(std::io::stdout(), "{line}");
        }
    });
    listener.for_ever();
    bridge::tell("report", &[(); 0]);
}
