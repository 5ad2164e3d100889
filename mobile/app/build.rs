//! Is the street map's library there? A program for a window takes it along then (`src/shell/window/street_map/library.rs`), and
//! draws the plain map otherwise: nobody needs npm to build it.

use std::path::Path;

const LIBRARY: &str = "web/node_modules/maplibre-gl/dist/maplibre-gl.mjs";

fn main() {
    println!("cargo::rustc-check-cfg=cfg(map_library)");
    println!("cargo::rerun-if-changed=build.rs");
    if !has_window() {
        return;
    }
    println!("cargo::rerun-if-changed={}", watched());
    if Path::new(LIBRARY).exists() {
        println!("cargo::rustc-cfg=map_library");
    }
}

/// Pages of browsers fetch the library themselves.
fn has_window() -> bool {
    let is_browser = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|name| name == "wasm32");
    !is_browser && std::env::var_os("CARGO_FEATURE_SCREENS").is_some()
}

/// Where the library is, or will be when npm has run: a file that is not there counts as changed at every build.
fn watched() -> &'static str {
    if Path::new(LIBRARY).exists() {
        LIBRARY
    } else {
        "web"
    }
}
