//! The contact centre: a call becomes a request in under a minute, by keyboard alone.
//!
//! The fields stand in the order in which a caller speaks: number, problem, place, words, how to tell. What was typed stays when the
//! operator looks at another screen.
mod caller;
mod combobox;
mod draft;
mod form;
mod place;
mod receipt;
mod screen;

pub(crate) use draft::CallDraft;
pub(crate) use screen::CallScreen;
