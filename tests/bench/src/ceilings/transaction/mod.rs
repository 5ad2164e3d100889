//! The rows of a push, written by a bare program: 12 operations with their numbers, 4 orders, their feed lines, 4 requests,
//! 4 messages, the scope, the device. No rules, no JSON, no HTTP; as durable as the server.

pub(crate) mod postgres;
pub(crate) mod sqlite;

use anyhow::Result;
use sha2::{Digest as _, Sha256};

const OPERATIONS: usize = 12;
const ORDERS: usize = 4;
/// Bytes of an operation's body, of an order's document, and of a request's or a message's.
const BODY: usize = 260;
const ORDER: usize = 2_200;
const DOCUMENT: usize = 700;

/// As databases count.
fn whole(number: usize) -> Result<i64> {
    Ok(i64::try_from(number)?)
}

/// Sixteen bytes like an id of version 7: sorted by time in front, random behind.
fn id(kind: &str, number: usize) -> Vec<u8> {
    let time = u64::try_from(number).unwrap_or(u64::MAX).to_be_bytes();
    let random = Sha256::digest(format!("{kind} {number}"));
    time.into_iter().chain(random).take(16).collect()
}

fn text(bytes: usize) -> String {
    "kuitti ".chars().cycle().take(bytes).collect()
}
