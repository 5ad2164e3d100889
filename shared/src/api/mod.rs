//! The office's JSON interface: the very types that the server answers with and the console reads.

pub mod imports;
pub mod intake;
pub mod notices;
