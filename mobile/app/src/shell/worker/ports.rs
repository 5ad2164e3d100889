//! The engine's ports on the web.

mod blobs;
mod lab;
mod time;

pub(super) use blobs::OpfsBlobs;
pub(super) use lab::{PhotoLabWorker, develop_one};
pub(super) use time::{WebClock, WebRandom, WebTimer};
