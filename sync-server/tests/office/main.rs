//! The office's API, asked through the real router over a real database in a temporary directory.

#![cfg(test)]

mod access;
mod attention;
mod calls;
mod decisions;
mod devices;
mod events;
mod export;
mod forms;
mod lists;
mod making;
mod routing;
mod satisfaction;
mod town;
