//! Thin: parse, authorise, call a service, answer.

pub(super) mod attention;
pub(super) mod calls;
pub(super) mod orders;
pub(super) mod people;
pub(super) mod requests;
pub(super) mod town;
