//! The engine's ports on the web.

mod blobs;
mod lab;
mod link;
mod time;

pub(super) use blobs::OpfsBlobs;
pub(super) use lab::{PhotoLabWorker, develop_one};
pub(super) use link::WebLink;
pub(super) use time::{WebClock, WebRandom, WebTimer};
