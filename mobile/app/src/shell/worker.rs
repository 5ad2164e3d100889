//! The workers' side of the platform: the engine on OPFS, and the lab for its photos.

mod locks;
mod ports;
mod serve;
mod stores;

pub use serve::run;
