//! The office JSON interface.
