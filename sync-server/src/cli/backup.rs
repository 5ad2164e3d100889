//! `backup`: one file with the database and all files. To restore, unpack it into an empty directory and serve that; the
//! database is an SQLite one whatever the town runs on, and `copy` brings it back to PostgreSQL.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;

use super::Place;
use super::backups::{self, Backup};
use crate::intake::code::SECRET_FILE;
use crate::ports::{Clock as _, SystemClock};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
    /// The file to write (tar); it must not exist
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    if options.to.exists() {
        bail!("{} is there already; give another name", options.to.display());
    }
    let opened = options.place.address()?.open_beside().await;
    let storage = opened.context("there is no town to copy")?;
    let (copy, part) = (beside(&options.to, "db"), beside(&options.to, "part"));
    storage
        .copy_to(&copy)
        .await
        .context("the database cannot be copied")?;
    storage.close().await;
    // Files are only ever added, so that those of the copy are all there when the copy is done.
    let packed = pack(&copy, options.place.data(), &part);
    std::fs::remove_file(&copy)?;
    packed?;
    std::fs::rename(&part, &options.to)?;
    let written = Backup {
        file: std::path::absolute(&options.to)?,
        at: SystemClock.now(),
    };
    backups::note(options.place.data(), &written)?;
    println!("written to {}", options.to.display());
    Ok(())
}

fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

fn pack(database: &Path, data: &Path, to: &Path) -> anyhow::Result<()> {
    let mut archive = tar::Builder::new(File::create_new(to)?);
    archive.append_path_with_name(database, "kuitti.db")?;
    let (key, blobs) = (data.join(SECRET_FILE), data.join("blobs"));
    if key.is_file() {
        archive.append_path_with_name(key, SECRET_FILE)?;
    }
    if blobs.is_dir() {
        archive.append_dir_all("blobs", blobs)?;
    }
    archive.into_inner()?.sync_all()?;
    Ok(())
}
