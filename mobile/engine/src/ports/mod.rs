//! What the engine needs from a platform. Nothing here is `Send`: an engine lives on one thread.

mod blobs;
mod lab;
mod time;

pub use blobs::{BlobError, BlobKey, Blobs};
pub use lab::PhotoLab;
pub use time::{Clock, Random, Timer};

/// A future of a port: boxed, because ports are chosen at run time.
pub type PortFuture<'a, T> = futures_util::future::LocalBoxFuture<'a, T>;
