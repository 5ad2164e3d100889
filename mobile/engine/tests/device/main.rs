//! A device against a town that lives in the same process and misbehaves on demand.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as loudly as the tests themselves"
)]

mod device;
mod files;
mod map;
mod membership;
mod numbering;
#[path = "../../../../shared/photo/tests/photos/pictures.rs"]
mod pictures;
mod place;
mod rescue;
mod retries;
mod shared;
mod taken;
mod taps;
mod today;
mod town;
mod unopened;
mod wifi;
