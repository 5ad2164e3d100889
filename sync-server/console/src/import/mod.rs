//! Bringing in a file of requests from another system, with a verdict on every line.
mod report;
mod screen;

pub(crate) use screen::ImportScreen;
