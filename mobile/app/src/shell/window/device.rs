//! What the system says about itself and the person in front of it, and how the window should look.

use std::time::{SystemTime, UNIX_EPOCH};

use kuitti_shared::domain::{Language, Position};
use kuitti_shared::unit::WallTime;

use super::bridge;
use crate::shell::platform::Navigation;

/// The wall clock.
#[must_use]
pub fn now() -> WallTime {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    WallTime(i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX))
}

/// A link that hands a place over to the device's own navigation.
#[must_use]
pub fn navigation_link(target: Position) -> String {
    let navigation = if cfg!(any(target_os = "ios", target_os = "macos")) {
        Navigation::Apple
    } else if cfg!(target_os = "android") {
        Navigation::Chosen
    } else {
        Navigation::Page
    };
    navigation.link(target)
}

/// What the office shall call this device, for example `Linux, Kuitti`.
#[must_use]
pub fn name() -> String {
    let system = match std::env::consts::OS {
        "linux" => "Linux",
        "android" => "Android",
        "ios" => "iPhone",
        "macos" => "Macintosh",
        "windows" => "Windows",
        other => other,
    };
    format!("{system}, Kuitti")
}

/// Whether this is a browser in which an installed app keeps data apart: it is no browser.
#[must_use]
pub const fn is_ios() -> bool {
    false
}

/// Whether the app runs as one of the system's apps.
#[must_use]
pub const fn is_installed() -> bool {
    true
}

/// Sets attributes of the page as a whole: its language and direction, and `data-theme` unless the system decides, which has no code.
pub fn dress(language: Language, theme: &str) {
    let theme = Some(theme).filter(|theme| !theme.is_empty());
    bridge::tell("dress", &(language.code(), language.direction().code(), theme));
}
