//! What the engine needs from a platform. Nothing here is `Send`: an engine lives on one thread.

use std::rc::Rc;

mod blobs;
mod lab;
mod link;
mod stores;
mod time;
mod transport;

pub use blobs::{BlobError, BlobKey, Blobs, is_full};
pub use lab::PhotoLab;
pub use link::{Always, Cost, Link};
pub use stores::{OpenStore, Stores, database, store_of};
pub use time::{Clock, Random, Timer};
pub use transport::{NewUpload, Session, Transport, TransportError, UploadPlace};

/// A future of a port: boxed, because ports are chosen at run time.
pub type PortFuture<'a, T> = futures_util::future::LocalBoxFuture<'a, T>;

/// Everything that a shell lends to an engine.
#[derive(Clone)]
pub struct Ports {
    /// The device's clocks.
    pub clock: Rc<dyn Clock>,
    /// Waits.
    pub timer: Rc<dyn Timer>,
    /// Chance.
    pub random: Rc<dyn Random>,
    /// Files.
    pub blobs: Rc<dyn Blobs>,
    /// Where photos are developed.
    pub lab: Rc<dyn PhotoLab>,
    /// What the network costs.
    pub link: Rc<dyn Link>,
    /// The way to the server.
    pub transport: Rc<dyn Transport>,
}
