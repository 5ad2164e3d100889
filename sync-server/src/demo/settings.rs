//! How the demo town is served: `kuitti.toml` in its data directory, which every command reads by itself.

use std::io;
use std::path::Path;

use crate::config::FILE_NAME;

const SETTINGS: &str = r#"# The demo town. kuitti.example.toml explains every setting.

# Text messages to citizens are shown at /inbox; none is sent.
demo_inbox = true

# Shorter than in earnest: whoever tries it out sees the message soon after "done".
undo_window_seconds = 20

[town]
name = "Helsinki (demo)"
time_zone = "Europe/Helsinki"
request_prefix = "HEL"
language = "en"
country = "FI"

[quiet_hours]
enabled = false

# Citizens who are told by a call stand under Calls.
[calls]
enabled = true
"#;

/// Writes the demo's settings into a data directory that has neither settings nor a town.
///
/// # Errors
/// When the directory cannot be written.
pub fn write_settings(data: &Path) -> io::Result<()> {
    let file = data.join(FILE_NAME);
    if file.exists() || data.join("kuitti.db").exists() {
        return Ok(());
    }
    std::fs::create_dir_all(data)?;
    std::fs::write(file, SETTINGS)
}
