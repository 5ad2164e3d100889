//! Crews, workers and their devices.
mod devices;
mod enrol;
mod mine;
mod reach;
mod rescue;
mod screen;

pub(crate) use screen::PeopleScreen;
