//! What one request may carry. Both sides keep to the same numbers.

use crate::unit::Millis;

/// Operations in one push.
pub const OPERATIONS_UP: usize = 500;
/// Bytes of JSON in one push, before compression.
pub const BYTES_UP: usize = 256 * 1024;
/// Orders in one page of a pull.
pub const ORDERS_DOWN: usize = 200;
/// Bytes of JSON in one page of a pull, before compression. A single larger order still goes, alone.
pub const BYTES_DOWN: usize = 256 * 1024;
/// How long a waiting request is held open while the app is in front.
pub const WAIT: Millis = Millis::from_seconds(50);
/// The first pause after a failure; doubled each time, with full jitter.
pub const RETRY_FIRST: Millis = Millis::from_seconds(2);
/// The longest pause after a failure.
pub const RETRY_LONGEST: Millis = Millis::from_seconds(15 * 60);
/// How long an acknowledged operation stays in the device's `sent_log`.
pub const SENT_LOG: Millis = Millis::from_days(30);
/// How long an operation on an unknown order is held before a person is asked.
pub const HELD: Millis = Millis::from_days(5);
/// How long a worker's own finished orders stay on the device.
pub const OWN_TERMINAL: Millis = Millis::from_days(7);
/// How long the feed remembers that an order left.
pub const GONE: Millis = Millis::from_days(30);
/// How long the device of somebody who leaves may still hand in what it has.
pub const DRAIN: Millis = Millis::from_days(3);
/// The largest photo that is taken in, in bytes.
pub const PHOTO_BYTES: u64 = 25 * 1024 * 1024;
/// The longest note, reason or description, in bytes of UTF-8.
pub const TEXT_BYTES: usize = 16 * 1024;
