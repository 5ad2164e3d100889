//! What a worker sees.
//!
//! No screen decides anything about orders: what can be done next, what is missing and what can be taken back comes
//! from the engine, which asks the rules in `kuitti_shared`. Nothing is shown as saved before the engine has said so.

mod answer;
mod compass;
mod enrol;
mod frame;
mod glyphs;
mod log;
mod map;
mod number;
mod order;
mod phone;
mod place;
mod reading;
mod receipts;
mod report;
mod revisions;
mod root;
mod route;
mod settings;
mod starting;
mod today;
mod undo;
mod words;

/// Shows the app on the page.
pub fn launch() {
    crate::shell::page::launch(root::Root);
}
