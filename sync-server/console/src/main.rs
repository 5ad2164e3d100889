//! The dispatcher's console: requests and orders as they are, with the age of everything shown.
//!
//! - [`app`], [`frame`], [`route`]: the frame, who is logged in, which screen
//! - [`api`], [`live`], [`remote`]: what the server says, and reading it again when it says that something changed
//! - [`keys`]: every command from the keyboard
//! - [`requests`], [`orders`], [`call`], [`import`], [`people`], [`notices`], [`texts`], [`attention`],
//!   [`categories`]: the screens
//! - [`photo_file`], [`words`]: what several screens show; the domain in sentences

#![expect(unused_qualifications, reason = "rsx! writes its event handlers with them")]

mod answers;
mod api;
mod app;
mod attention;
mod browser;
mod call;
mod calls;
mod categories;
mod flash;
mod frame;
mod import;
mod keys;
mod live;
mod log_in;
mod notices;
mod orders;
mod people;
mod photo_file;
mod remote;
mod requests;
mod route;
mod satisfaction;
mod session;
mod texts;
mod town;
mod words;

use std::rc::Rc;

use dioxus::web::{Config, WebHistory};

fn main() {
    console_error_panic_hook::set_once();
    // The server serves the console below this address.
    let history = WebHistory::new(Some("/console".to_owned()), true);
    let config = Config::new().history(Rc::new(history));
    dioxus::LaunchBuilder::new().with_cfg(config).launch(app::App);
}
