//! The domain of Kuitti and the protocol between its parts.
//!
//! Everything here is pure: no input or output, no clock, no randomness. Server, field app and console call the
//! same functions, so that there is one set of rules and a phone without network knows what the office will say.
//!
//! - [`id`], [`unit`], [`clock`], [`tracking_code`]: the small types that everything else is made of
//! - [`domain`]: what there is: requests, orders, visits, people, categories, notices
//! - [`operation`]: what a worker can do on a device, as a versioned catalogue
//! - [`rules`]: the tables that decide: order status, request stage, late completion, notice gate, routing, permission
//! - [`apply`]: one operation on one order, the same on device and server
//! - [`sync`]: the request and answer between a device and the server
//! - [`api`]: the office's JSON interface
//! - [`written`]: what people type, on keyboards of several languages

pub mod api;
pub mod apply;
pub mod clock;
pub mod domain;
pub mod id;
pub mod operation;
pub mod rules;
pub mod sync;
pub mod tracking_code;
pub mod unit;
pub mod written;
