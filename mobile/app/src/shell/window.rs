//! The app as a program: screens in a web view, the engine in this process.
//!
//! The modules are those of [`page`](super::page), so that screens need not know which of the two they are in. Dioxus draws
//! by a web view; what only a web page can do (history, dialogs, choosing files, the position) does `native/page.js`, which
//! [`bridge`] speaks with.

pub mod address;
#[cfg(target_os = "android")]
mod android;
mod arguments;
pub mod barcode;
pub mod breadth;
mod bridge;
pub mod device;
mod directory;
pub mod download;
mod elsewhere;
pub mod engine;
pub mod heading;
pub mod install;
mod launch;
pub mod memory;
mod network;
pub mod pen;
pub mod persistence;
pub mod picture;
pub mod position;
mod report;
pub mod returning;
pub mod speech;
pub mod street_map;
pub mod update;
pub mod words;

// Dioxus calls it otherwise on phones; it is the same.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
use dioxus::desktop as web_view;
#[cfg(any(target_os = "android", target_os = "ios"))]
use dioxus::mobile as web_view;

pub use launch::launch;

/// Runs something to its end, whatever screen is shown meanwhile.
pub fn run(future: impl Future<Output = ()> + 'static) {
    dioxus::core::spawn_forever(future);
}

/// Lets so many milliseconds pass.
pub async fn sleep(milliseconds: u32) {
    tokio::time::sleep(std::time::Duration::from_millis(milliseconds.into())).await;
}
