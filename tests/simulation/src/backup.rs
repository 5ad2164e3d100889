//! Backups of the server: a marked copy of the database, the files, the secret, as `kuitti-server backup` packs them.

use std::path::{Path, PathBuf};

use kuitti_server::app::App;
use kuitti_shared::unit::Millis;

use crate::disk;

/// A backup.
#[derive(Debug)]
pub struct Backup {
    directory: PathBuf,
    /// When it was made, since the first morning.
    pub made: Millis,
}

impl Backup {
    /// Makes one in `to`.
    pub(crate) async fn make(app: &App, data: &Path, to: &Path, made: Millis) -> Self {
        std::fs::create_dir_all(to).unwrap();
        app.storage.copy_to(&to.join("kuitti.db")).await.unwrap();
        for entry in std::fs::read_dir(data).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            if name == "blobs" {
                disk::copy(&entry.path(), &to.join(name));
            } else if !name.starts_with("kuitti.db") && name != "lock" && entry.path().is_file() {
                std::fs::copy(entry.path(), to.join(name)).unwrap();
            }
        }
        Self {
            directory: to.to_owned(),
            made,
        }
    }

    /// Unpacks it into an empty directory.
    pub(crate) fn unpack(&self, to: &Path) {
        disk::copy(&self.directory, to);
    }
}
