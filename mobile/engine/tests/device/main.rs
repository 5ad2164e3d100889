//! A device against a town that lives in the same process and misbehaves on demand.

mod device;
mod files;
mod membership;
mod numbering;
mod photos;
mod pictures;
mod retries;
mod taps;
mod town;
