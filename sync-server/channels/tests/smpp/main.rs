//! A session with a message centre of others, npm's smpp, in a process of its own: texts byte for byte, faults, receipts.
#![cfg(test)]

mod centre;
mod faults;
mod incoming;
mod texts;
