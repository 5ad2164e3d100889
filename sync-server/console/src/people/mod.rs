//! Crews, workers and their devices.
mod devices;
mod enrol;
mod screen;

pub(crate) use screen::PeopleScreen;
