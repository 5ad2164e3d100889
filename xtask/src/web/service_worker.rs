//! The service worker's list of what to keep: it has to name the very files of this build.

use anyhow::Result;

use super::bundle::Bundle;

/// Adds `sw.js`; must come last, since it lists everything before it.
pub(super) fn add_to(bundle: &mut Bundle) -> Result<()> {
    // The page itself is asked for by its folder.
    let shell: Vec<String> = bundle
        .all_addresses()
        .map(|address| address.trim_end_matches("index.html").to_owned())
        .collect();
    bundle.define("shell", shell.join("\",\n  \""));
    bundle.define("version", bundle.version());
    bundle.add_page("sw.js")
}
