//! The protocol between a device and the server, one file a step. `docs/SYNC.md` is the specification in prose.
//!
//! One stateless request pushes operations and pulls changes: [`request::SyncRequest`] to [`response::SyncResponse`].
//! [`SyncApi`] is implemented by the HTTP client and by the server itself, so tests can join the two without a socket.

pub mod digest;
pub mod enrol;
pub mod limits;
pub mod receipt;
pub mod request;
pub mod rescue;
pub mod response;
pub mod town;
pub mod upload;

pub use receipt::{Receipt, ReceiptOutcome, code};

use std::future::Future;

/// A device's way to the server.
pub trait SyncApi {
    /// What goes wrong on the way.
    type Error;

    /// Pushes operations and pulls changes (`POST /sync/v1`).
    fn sync(
        &self,
        request: &request::SyncRequest,
    ) -> impl Future<Output = Result<response::SyncResponse, Self::Error>>;
}
