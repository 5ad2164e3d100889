//! Crews, workers and their devices.
mod devices;
mod enrol;
mod rescue;
mod screen;

pub(crate) use screen::PeopleScreen;
