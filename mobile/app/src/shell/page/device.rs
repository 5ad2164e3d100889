//! What the browser says about itself and the person in front of it, and how it should look.

use kuitti_shared::domain::{Language, Position};
use kuitti_shared::unit::WallTime;

use crate::shell::platform::Navigation;

/// The wall clock.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 fit an i64 for ever"
)]
pub fn now() -> WallTime {
    WallTime(js_sys::Date::now() as i64)
}

/// A link that hands a place over to the device's own navigation.
#[must_use]
pub fn navigation_link(target: Position) -> String {
    let navigation = if is_ios() {
        Navigation::Apple
    } else if name().starts_with("Android") {
        Navigation::Chosen
    } else {
        Navigation::Page
    };
    navigation.link(target)
}

/// What the office shall call this device, for example `Android, Chrome`.
#[must_use]
pub fn name() -> String {
    let navigator = web_sys::window().map(|window| window.navigator());
    let touches = navigator.as_ref().map_or(0, web_sys::Navigator::max_touch_points);
    let agent = navigator.and_then(|navigator| navigator.user_agent().ok());
    let agent = agent.unwrap_or_default();
    let first = |names: &[&'static str]| names.iter().find(|name| agent.contains(**name)).copied();
    let system = match first(&["iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux"]) {
        // An iPad says that it is a Macintosh, none of which has a screen for fingers.
        Some("Macintosh") if touches > 1 => Some("iPad"),
        system => system,
    };
    // The order matters: Edge and Chrome also call themselves Safari.
    let browser = first(&["Firefox", "Edg", "Chrome", "Safari"]);
    [system, browser]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// Whether this is a device on which an installed app keeps data apart from the browser.
#[must_use]
pub fn is_ios() -> bool {
    let name = name();
    name.starts_with("iPhone") || name.starts_with("iPad")
}

/// Whether the app runs from the home screen.
#[must_use]
pub fn is_installed() -> bool {
    let standalone =
        web_sys::window().and_then(|window| window.match_media("(display-mode: standalone)").ok().flatten());
    standalone.is_some_and(|query| query.matches())
}

/// Sets attributes of the page as a whole: its language and direction, and `data-theme` unless the system decides, which has no code.
pub fn dress(language: Language, theme: &str) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|page| page.document_element());
    let Some(root) = root else { return };
    let _only_looks = root.set_attribute("lang", language.code());
    let _only_looks = root.set_attribute("dir", language.direction().code());
    let _only_looks = match theme {
        "" => root.remove_attribute("data-theme"),
        theme => root.set_attribute("data-theme", theme),
    };
}
