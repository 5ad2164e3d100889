//! A whole town in one process: the real server on a free port, real engines in temporary directories, HTTP between them.
//!
//! - [`town`]: the server; [`office`]: its office and citizens
//! - [`phone`]: a worker's device, with a network that can be cut
//! - [`picture`]: photos made in code
//! - [`process`]: server and phone as processes of their own, which can be killed
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a harness fails as loudly as the tests that use it"
)]

pub mod office;
pub mod phone;
pub mod picture;
pub mod process;
pub mod town;
