//! `cargo xtask web`: the browser bundles of the field app and the console.
//!
//! ```text
//! cargo build (wasm32) -> glue.rs (wasm-bindgen) -> bundle.rs (names by content, templates, narrow.rs) -> target/web/
//! ```

mod bundle;
mod glue;
mod narrow;
mod service_worker;
mod words;

use std::path::PathBuf;

use anyhow::Result;

use self::bundle::Bundle;
use crate::process::{cargo, run};
use crate::setup;
use crate::workspace::Workspace;

/// The target of everything that runs in a browser.
pub(crate) const WASM: &str = "--target=wasm32-unknown-unknown";

/// What cargo builds at once. The features of one must not reach the others: a worker's would bring SQLite to the screens, the
/// console's the office's sentences to the phone.
pub(crate) const PROGRAMS: [&[&str]; 3] = [
    &["-p=kuitti-app"],
    &["-p=kuitti-console"],
    &["-p=kuitti-app", "--no-default-features", "--features=worker"],
];

/// The street map's own script, its worker and its looks.
const MAP_LIBRARY: [&str; 3] = ["maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css"];

/// Builds both bundles and answers their directory.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf> {
    setup::for_web(workspace)?;
    for program in PROGRAMS {
        run(cargo(workspace, &["build", WASM, "--profile=bundle"]).args(program))?;
    }
    field_app(workspace)?;
    console(workspace)?;
    Ok(workspace.web())
}

fn field_app(workspace: &Workspace) -> Result<()> {
    let mut bundle = Bundle::new(workspace, "/app/", "mobile/app/web");
    bundle.add_program("engine", &workspace.wasm("kuitti-worker"))?;
    bundle.add_script("worker.js")?;
    for part in MAP_LIBRARY {
        bundle.add_library(&format!("node_modules/maplibre-gl/dist/{part}"))?;
    }
    bundle.add_script("map.js")?;
    bundle.add_program("screens", &workspace.wasm("kuitti-app"))?;
    words::add_to(&mut bundle, workspace)?;
    bundle.add_script("boot.js")?;
    bundle.add_page("manifest.webmanifest")?;
    bundle.add_page("index.html")?;
    service_worker::add_to(&mut bundle)?;
    bundle.write(&workspace.web().join("app"))
}

fn console(workspace: &Workspace) -> Result<()> {
    let mut bundle = Bundle::new(workspace, "/console/", "sync-server/console/web");
    bundle.add_program("console", &workspace.wasm("kuitti-console"))?;
    bundle.add_script("boot.js")?;
    bundle.add_page("index.html")?;
    bundle.write(&workspace.web().join("console"))
}
