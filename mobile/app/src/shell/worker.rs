//! The workers' side of the platform.

pub mod locks;
pub mod store;
