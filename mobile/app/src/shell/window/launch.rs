//! Opening the window: its page, its look, its icon.

use dioxus::prelude::Element;

use super::web_view::Config;
use super::{arguments, network};

const PAGE: &str = include_str!("../../../native/index.html");
const SCRIPT: &str = include_str!("../../../native/page.js");
const STYLES: [&str; 5] = [
    include_str!("../../../../../assets/styles/tokens.css"),
    include_str!("../../../../../assets/styles/base.css"),
    include_str!("../../../../../assets/styles/parts.css"),
    include_str!("../../../../../assets/styles/map.css"),
    include_str!("../../../../../assets/styles/field.css"),
];

/// Shows the screens in a window, until it is closed.
pub fn launch(root: fn() -> Element) {
    arguments::read();
    network::prepare();
    let config = Config::new()
        .with_custom_index(page())
        .with_disable_context_menu(true);
    dioxus::LaunchBuilder::new()
        .with_cfg(dressed(config))
        .launch(root);
}

/// Everything in one file: the page can ask for no other.
fn page() -> String {
    PAGE.replace("/* styles */", &STYLES.concat())
        .replace("/* script */", SCRIPT)
}

#[cfg(any(target_os = "android", target_os = "ios"))]
fn dressed(config: Config) -> Config {
    config
}

#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn dressed(config: Config) -> Config {
    use dioxus::desktop::{LogicalSize, WindowBuilder, icon_from_memory};

    const ICON: &[u8] = include_bytes!("../../../../../assets/icons/kuitti-192.png");
    // A tablet's: the list and an order side by side.
    let size = LogicalSize::new(1024.0, 768.0);
    let window = WindowBuilder::new()
        .with_title("Kuitti")
        .with_inner_size(size)
        .with_min_inner_size(LogicalSize::new(320.0, 480.0));
    let config = config
        .with_window(window)
        .with_menu(None::<dioxus::desktop::muda::Menu>);
    match icon_from_memory(ICON) {
        Ok(icon) => config.with_icon(icon),
        // The system shows one of its own.
        Err(_unreadable) => config,
    }
}
