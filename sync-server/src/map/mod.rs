//! The base map: streets and areas from an OpenStreetMap extract, made once, drawn by the console and the field app.
//!
//! ```text
//! town.osm.pbf --extract--> lines and outlines --line--> fewer corners, coded --> DATA/map.json --serve--> browsers
//!                                                                       \-tiles--> DATA/map/  --serve--> devices
//! ```
//! - [`extract`]: reads an extract; ways that leave it are cut where their nodes are missing
//! - [`kinds`]: which tags are drawn as what
//! - [`coast`]: the sea has no outline of its own, only a shore
//! - [`line`]: simplification and coding
//! - [`pack`]: the file of tiles that devices keep; it may also come from other programs
//! - [`picture`], [`view`]: a piece of it drawn by the server, for pages without a script; [`streets`]: finding one by its name
//! - [`serve`]: `GET /api/map/streets`, `/api/map/pack` and `/api/map/tiles/{sha256}`

mod coast;
mod extract;
mod kinds;
mod line;
mod pack;
mod picture;
mod serve;
pub(crate) mod streets;
pub(crate) mod view;

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use axum::Router;
use axum::routing::get;
use kuitti_shared::api::map::{BaseMap, MapPack};
use kuitti_tiles::{ArchiveError, MakeError};

use crate::app::AppState;

/// What goes wrong while a map is made.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// The extract cannot be read.
    #[error("the extract cannot be read as OpenStreetMap PBF: {0}")]
    Extract(#[from] osmpbf::Error),
    /// There is nothing to draw.
    #[error("the extract has no streets")]
    Empty,
    /// The map cannot be written.
    #[error("the map cannot be written")]
    File(#[from] std::io::Error),
    /// The map cannot be put into JSON.
    #[error("the map cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// The tiles cannot be read again.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The tiles cannot be made.
    #[error("no tiles were made: {0}")]
    Tiles(#[from] MakeError),
}

/// The addresses of the base map.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/api/map/streets", get(serve::streets))
        .route("/api/map/pack", get(serve::pack))
        .route("/api/map/tiles/{sha256}", get(serve::tiles))
}

pub(crate) use picture::{attribution, middle, position, show as picture};

/// What was made of a file.
#[derive(Debug)]
pub struct Made {
    /// Lines and outlines; none when the file had tiles already.
    pub shapes: Option<usize>,
    /// The file of tiles.
    pub pack: MapPack,
}

/// Makes the map of the town in `data` from an OpenStreetMap extract, or from a file of vector tiles (PMTiles, MBTiles). A
/// server that runs serves it from then on.
///
/// # Errors
/// When the file cannot be read or the map cannot be written; an older map then stays.
pub fn make(from: &Path, data: &Path) -> Result<Made, MapError> {
    std::fs::create_dir_all(data)?;
    match Kind::of(from)? {
        Kind::Extract => of_extract(from, data),
        Kind::PmTiles => of_tiles(data, |mut file| {
            std::io::copy(&mut File::open(from)?, &mut file)?;
            Ok(extract::ATTRIBUTION.to_owned())
        }),
        Kind::MbTiles => of_tiles(data, |file| {
            let theirs = kuitti_tiles::import(from, file)?;
            Ok(theirs.unwrap_or_else(|| extract::ATTRIBUTION.to_owned()))
        }),
    }
}

/// What a file begins with says what it is, whatever it is called.
enum Kind {
    Extract,
    PmTiles,
    MbTiles,
}

impl Kind {
    fn of(file: &Path) -> Result<Self, MapError> {
        let mut start = Vec::new();
        File::open(file)?.take(16).read_to_end(&mut start)?;
        Ok(if start.starts_with(b"PMTiles") {
            Self::PmTiles
        } else if start.starts_with(b"SQLite format 3") {
            Self::MbTiles
        } else {
            Self::Extract
        })
    }
}

fn of_tiles(data: &Path, fill: impl FnOnce(&File) -> Result<String, MakeError>) -> Result<Made, MapError> {
    let pack = pack::keep(data, fill)?;
    Ok(Made { shapes: None, pack })
}

fn of_extract(extract: &Path, data: &Path) -> Result<Made, MapError> {
    let map = extract::base_map(extract)?;
    let pack = pack::keep(data, |file| {
        kuitti_tiles::draw(&map, file)?;
        Ok(map.attribution.clone())
    })?;
    write(&map, data)?;
    Ok(Made {
        shapes: Some(map.shapes.len()),
        pack,
    })
}

fn write(map: &BaseMap, data: &Path) -> Result<(), MapError> {
    let part = data.join("map.json.part");
    let mut file = File::create(&part)?;
    file.write_all(&serde_json::to_vec(map)?)?;
    file.sync_all()?;
    Ok(std::fs::rename(part, data.join(serve::FILE))?)
}

/// Maps for tests of pages.
#[cfg(test)]
pub(crate) mod testing {
    use std::path::Path;

    use kuitti_shared::api::map::BaseMap;

    /// Gives the town in `data` a map.
    pub(crate) fn give(data: &Path, map: &BaseMap) {
        super::pack::keep(data, |file| {
            kuitti_tiles::draw(map, file)?;
            Ok(map.attribution.clone())
        })
        .unwrap();
        super::write(map, data).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use kuitti_tiles::{Archive, Found, TileAddress};

    use super::*;

    /// Debian's own description of the OpenMapTiles schema.
    const EXAMPLES: &str = "/usr/share/doc/tilemaker/examples";

    #[test]
    fn what_tilemaker_made_of_a_larger_extract_is_taken_over() {
        let extract = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/maps/andorra.osm.pbf");
        let schema = Path::new(EXAMPLES).join("config-openmaptiles.json");
        if !extract.is_file() || !schema.is_file() {
            eprintln!(
                "not run: {} or {} is missing",
                extract.display(),
                schema.display()
            );
            return;
        }
        let directory = tempfile::tempdir().unwrap();
        let tiles = directory.path().join("town.mbtiles");
        let mut tilemaker = Command::new("tilemaker");
        tilemaker.arg("--input").arg(&extract).arg("--output").arg(&tiles);
        tilemaker.arg("--config").arg(&schema);
        tilemaker
            .arg("--process")
            .arg(Path::new(EXAMPLES).join("process-openmaptiles.lua"));
        let done = tilemaker.output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let made = make(&tiles, directory.path()).unwrap();
        assert_eq!((made.shapes, made.pack.last_zoom), (None, 14));
        let file = std::fs::read(pack::file(directory.path(), &made.pack.sha256)).unwrap();
        assert_eq!(made.pack.size, file.len() as u64);
        // 42.507 N, 1.521 E: the old town of Andorra la Vella.
        let old_town = TileAddress {
            z: 14,
            x: 8_261,
            y: 6_050,
        };
        assert!(matches!(
            Archive::open(&file).unwrap().find(old_town),
            Found::Tile(_)
        ));
    }

    #[test]
    fn an_older_map_stays_when_a_newer_one_cannot_be_made() {
        let directory = tempfile::tempdir().unwrap();
        let nonsense = directory.path().join("town.mbtiles");
        std::fs::write(&nonsense, b"SQLite format 3\0 and no more").unwrap();
        std::fs::create_dir_all(directory.path().join("map")).unwrap();
        std::fs::write(pack::about(directory.path()), b"older").unwrap();
        assert!(matches!(
            make(&nonsense, directory.path()),
            Err(MapError::Tiles(MakeError::Source(_)))
        ));
        assert_eq!(std::fs::read(pack::about(directory.path())).unwrap(), b"older");
    }
}
