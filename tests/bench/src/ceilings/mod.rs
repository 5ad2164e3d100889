//! What this machine could do at best, measured in the same run: the same rows, the same bytes, the same durability, and
//! nothing else.

pub(crate) mod file;
pub(crate) mod http;
pub(crate) mod message_centre;
pub(crate) mod transaction;
pub(crate) mod vips;
