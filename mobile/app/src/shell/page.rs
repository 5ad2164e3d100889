//! The page's side of the platform: what only a window has.

pub mod persistence;
pub mod position;
pub mod returning;
pub mod update;
