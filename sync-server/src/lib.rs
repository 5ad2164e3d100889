//! The server of a town: intake, dispatch, sync, files, notices, tracking and the office's API, in one process.
//!
//! Handlers are thin: parse, authorise, call a service, answer. Services know no HTTP and no SQL; they get a
//! transaction ([`storage::WriteTx`]) and who acts when ([`act::Act`]). Rules about orders live in `kuitti_shared`.
//!
//! - [`app`]: what every request can reach, and the router put together from each area's
//! - [`act`], [`config`], [`error`], [`hash`], [`pokes`], [`ports`]: the small parts that all areas share
//! - [`http`]: problem+json, headers, static files, health and metrics
//! - [`storage`]: one trait whose unit is a transaction; SQL lives in its drivers and nowhere else
//! - [`orders`]: the only door through which an order is made or changed
//! - [`sync`]: devices push operations and pull changes; [`files`]: their photos
//! - [`auth`]: staff sessions, device tokens, permissions
//! - [`intake`], [`import`]: how requests come in; [`citizen`], [`map`]: what the public sees
//! - [`notices`]: told once, told the truth
//! - [`office`], [`dispatch`]: the API of the console, and who gets which order
//! - [`demo`]: a town to try out

pub mod act;
pub mod app;
pub mod auth;
pub mod citizen;
pub mod cli;
pub mod config;
pub mod demo;
pub mod dispatch;
pub mod error;
pub mod files;
pub mod hash;
pub mod http;
pub mod import;
pub mod intake;
mod local_hours;
pub mod map;
pub mod notices;
pub mod office;
pub mod office_hours;
pub mod orders;
pub mod pokes;
pub mod ports;
pub mod storage;
pub mod sync;

#[cfg(test)]
mod testing;
