//! Which backups there are, as far as this town wrote them: what is forgotten here is still in them.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

/// One line each, oldest first.
const FILE: &str = "backups.jsonl";
const DAY_MILLIS: i64 = 86_400_000;

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Backup {
    /// Where it was written.
    pub(super) file: PathBuf,
    /// When.
    pub(super) at: WallTime,
}

impl Backup {
    /// Whole days since it was written.
    pub(super) fn age_in_days(&self, now: WallTime) -> i64 {
        (now - self.at).0.div_euclid(DAY_MILLIS)
    }
}

/// Remembers one beside the town.
pub(super) fn note(data: &Path, backup: &Backup) -> anyhow::Result<()> {
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(data.join(FILE))?;
    writeln!(file, "{}", serde_json::to_string(backup)?)?;
    Ok(file.sync_all()?)
}

/// Those that are where they were written, oldest first. Of copies elsewhere nobody here knows.
pub(super) fn there(data: &Path) -> anyhow::Result<Vec<Backup>> {
    let file = match File::open(data.join(FILE)) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut backups = Vec::new();
    for line in BufReader::new(file).lines() {
        // A line that broke off names no backup that was finished.
        backups.extend(serde_json::from_str::<Backup>(&line?).ok());
    }
    backups.retain(|backup| backup.file.exists());
    Ok(backups)
}
