//! Handing a file to the worker: it is written where the system keeps downloads, or handed
//! to another app.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use kuitti_engine::protocol::Problem;

use super::directory;

/// So many files of one name lie beside each other.
const NAMES: u32 = 1_000;

/// Saves a text file.
///
/// # Errors
/// When it cannot be written.
pub async fn text(name: &str, content: &str) -> Result<(), Problem> {
    bytes(name, "text/plain", content.as_bytes()).await
}

/// Saves a file of bytes.
///
/// # Errors
/// When it cannot be written.
pub async fn bytes(name: &str, kind: &str, content: &[u8]) -> Result<(), Problem> {
    let directory = directory::of_downloads().await.ok_or(Problem::NotPossible)?;
    let written = write_beside(&directory, name, content).map_err(|_refused| Problem::NotPossible)?;
    hand_over(written, kind);
    Ok(())
}

/// An Android app's files are seen by nobody: the person says where it goes.
#[cfg(target_os = "android")]
fn hand_over(file: PathBuf, kind: &str) {
    super::android::share(file, kind.to_owned());
}

/// People find it where it lies.
#[cfg(not(target_os = "android"))]
fn hand_over(_file: PathBuf, _kind: &str) {}

/// Writes to a file that was not there before: nothing that somebody saved is written over.
fn write_beside(directory: &Path, name: &str, content: &[u8]) -> io::Result<PathBuf> {
    std::fs::create_dir_all(directory)?;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "txt"));
    let others = (2..NAMES).map(|number| format!("{stem} ({number}).{extension}"));
    for name in std::iter::once(name.to_owned()).chain(others) {
        let path = directory.join(name);
        match File::create_new(&path) {
            Ok(mut file) => {
                file.write_all(content)?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_file_of_a_name_lies_beside_the_first() {
        let directory = tempfile::tempdir().unwrap();
        for content in ["first", "second"] {
            write_beside(directory.path(), "log.txt", content.as_bytes()).unwrap();
        }
        let read = |name: &str| std::fs::read_to_string(directory.path().join(name)).unwrap();
        assert_eq!(read("log.txt"), "first");
        assert_eq!(read("log (2).txt"), "second");
    }
}
