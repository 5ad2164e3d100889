//! The file of tiles that devices keep. Its name is its hash: a new map has a new address, and a download that was broken off goes on
//! with the very file it began with.
//!
//! ```text
//! DATA/map/pack.json          which file is the map now
//! DATA/map/{sha256}.pmtiles   the file
//! ```

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use kuitti_shared::api::map::MapPack;
use kuitti_shared::id::Sha256Hex;
use kuitti_tiles::{Archive, MakeError};
use sha2::{Digest as _, Sha256};

use super::MapError;

const DIRECTORY: &str = "map";
const ABOUT: &str = "pack.json";
const UNFINISHED: &str = "unfinished";

/// Where a file of tiles is kept.
pub(super) fn file(data: &Path, sha256: &Sha256Hex) -> PathBuf {
    data.join(DIRECTORY).join(format!("{sha256}.pmtiles"))
}

/// Which file is the map now.
pub(super) fn about(data: &Path) -> PathBuf {
    data.join(DIRECTORY).join(ABOUT)
}

/// Keeps what `fill` writes, which answers whose data it is, as the map from now on.
pub(super) fn keep(
    data: &Path,
    fill: impl FnOnce(&File) -> Result<String, MakeError>,
) -> Result<MapPack, MapError> {
    let directory = data.join(DIRECTORY);
    fs::create_dir_all(&directory)?;
    let unfinished = directory.join(UNFINISHED);
    let written = File::create(&unfinished)?;
    let attribution = fill(&written)?;
    written.sync_all()?;
    let archive = opened(&unfinished)?;
    let pack = MapPack {
        sha256: hash(&unfinished)?,
        bounds: archive.bounds,
        last_zoom: archive.zooms.1,
        size: written.metadata()?.len(),
        attribution,
    };
    fs::rename(&unfinished, file(data, &pack.sha256))?;
    let mut note = File::create(&unfinished)?;
    note.write_all(&serde_json::to_vec(&pack)?)?;
    note.sync_all()?;
    fs::rename(&unfinished, about(data))?;
    forget_others(&directory, &file(data, &pack.sha256))?;
    Ok(pack)
}

fn opened(file: &Path) -> Result<Archive, MapError> {
    let mut start = Vec::new();
    File::open(file)?.take(Archive::START).read_to_end(&mut start)?;
    Ok(Archive::open(&start)?)
}

fn hash(file: &Path) -> io::Result<Sha256Hex> {
    let (mut file, mut hash, mut part) = (File::open(file)?, Sha256::new(), vec![0; 1 << 16]);
    loop {
        let length = file.read(&mut part)?;
        match part.get(..length) {
            Some(read) if length > 0 => hash.update(read),
            _ => return Ok(<[u8; 32]>::from(hash.finalize()).into()),
        }
    }
}

/// Whoever was in the middle of an older one is told that it is gone, and asks for the new one.
fn forget_others(directory: &Path, kept: &Path) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path != kept && path.extension().is_some_and(|ending| ending == "pmtiles") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
