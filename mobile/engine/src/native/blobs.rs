//! Files in one directory. Write, fsync, rename, fsync the directory: measured by cutting power, nothing torn.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::ports::{BlobError, BlobKey, Blobs, PortFuture};

/// What an interrupted write leaves behind.
const UNFINISHED: &str = "unfinished";

/// Files in one directory.
#[derive(Debug, Clone)]
pub struct DirectoryBlobs {
    directory: PathBuf,
}

impl DirectoryBlobs {
    /// Uses `directory`, which is made when it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(directory: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&directory)?;
        Ok(Self { directory })
    }

    fn path(&self, key: &BlobKey) -> PathBuf {
        self.directory.join(key.file_name())
    }
}

impl Blobs for DirectoryBlobs {
    fn write<'a>(&'a self, key: &'a BlobKey, bytes: &'a [u8]) -> PortFuture<'a, Result<(), BlobError>> {
        let (path, bytes) = (self.path(key), bytes.to_vec());
        aside(move || write_durably(&path, &bytes))
    }

    fn read<'a>(&'a self, key: &'a BlobKey) -> PortFuture<'a, Result<Option<Vec<u8>>, BlobError>> {
        let path = self.path(key);
        aside(move || match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn delete<'a>(&'a self, key: &'a BlobKey) -> PortFuture<'a, Result<(), BlobError>> {
        let path = self.path(key);
        aside(move || match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
    }

    fn list(&self) -> PortFuture<'_, Result<Vec<BlobKey>, BlobError>> {
        let directory = self.directory.clone();
        aside(move || list(&directory))
    }
}

fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = path.with_extension(UNFINISHED);
    let written = File::create(&unfinished).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written {
        // Makes room again when the disk was full; what remains is swept at the next start.
        let _gone = fs::remove_file(&unfinished);
        return Err(error);
    }
    fs::rename(&unfinished, path)?;
    match path.parent() {
        Some(directory) => File::open(directory)?.sync_all(),
        None => Ok(()),
    }
}

fn list(directory: &Path) -> io::Result<Vec<BlobKey>> {
    let mut keys = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name();
        match name.to_str().and_then(BlobKey::from_file_name) {
            Some(key) => keys.push(key),
            None if Path::new(&name)
                .extension()
                .is_some_and(|ending| ending == UNFINISHED) =>
            {
                fs::remove_file(entry.path())?;
            }
            None => {}
        }
    }
    Ok(keys)
}

/// Does blocking work on a thread beside the engine's, so that taps go on.
fn aside<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> PortFuture<'static, Result<T, BlobError>> {
    Box::pin(async move {
        let done = tokio::task::spawn_blocking(work).await;
        done.map_err(io::Error::from).flatten().map_err(BlobError::from)
    })
}

impl From<io::Error> for BlobError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Failed(error.to_string()),
        }
    }
}
