//! Between device and server: push what was done, pull what changed, in one stateless request (docs/SYNC.md).
//!
//! - [`push`]: what goes up
//! - [`absorb`]: what comes down, one transaction an answer
//! - [`exchange`]: one after the other until nothing is left
//! - [`backoff`]: when the server does not answer
//! - [`http`]: the way over the network

pub(crate) mod absorb;
pub(crate) mod backoff;
pub(crate) mod exchange;
mod http;
pub(crate) mod push;

pub use http::{Carrier, HttpTransport};
pub use push::Push;
