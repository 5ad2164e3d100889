//! An archive from an MBTiles file, as tilemaker and others write it.
//!
//! Source: MBTiles specification 1.3; its rows count from the south.

use std::io::{Seek, Write};
use std::path::Path;

use pmtiles::{Compression, PmTilesWriter, TileCoord, TileType};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use crate::MakeError;

/// The only kind that can be drawn.
const VECTOR: &str = "pbf";

/// Writes the tiles of an MBTiles file as an archive, and says whose data they are, when the file does.
///
/// # Errors
/// When the file cannot be read, has other tiles than vector tiles, or the archive cannot be written.
pub fn import(from: &Path, out: impl Write + Seek) -> Result<Option<String>, MakeError> {
    let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let about = |name: &str| {
        let mut statement = source.prepare("SELECT value FROM metadata WHERE name = ?1")?;
        statement
            .query_row([name], |row| row.get::<_, String>(0))
            .optional()
    };
    let kind = about("format")?.unwrap_or_default();
    if kind != VECTOR {
        return Err(MakeError::Kind(kind));
    }
    let zooms = "SELECT min(zoom_level), max(zoom_level) FROM tiles HAVING count(*) > 0";
    let zooms = source
        .query_row(zooms, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (first, last) = zooms.ok_or(MakeError::Empty)?;
    let mut writer = PmTilesWriter::new(TileType::Mvt)
        .precompressed(Compression::Gzip)
        .min_zoom(first)
        .max_zoom(last)
        .metadata(r#"{"vector_layers":[]}"#);
    if let Some([west, south, east, north]) = about("bounds")?.as_deref().and_then(bounds) {
        writer = writer
            .bounds(west, south, east, north)
            .center(f64::midpoint(west, east), f64::midpoint(south, north));
    }
    let mut archive = writer.create(out)?;
    let mut tiles = source
        .prepare("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles ORDER BY zoom_level")?;
    let mut rows = tiles.query([])?;
    while let Some(row) = rows.next()? {
        let (zoom, column, from_south): (u8, u32, u32) = (row.get(0)?, row.get(1)?, row.get(2)?);
        // A zoom or row out of range becomes one that the next line refuses.
        let side = 1_u32.checked_shl(zoom.into()).unwrap_or_default();
        let tile = TileCoord::new(zoom, column, side.wrapping_sub(1).wrapping_sub(from_south))?;
        archive.add_tile(tile, row.get_ref(3)?.as_blob().map_err(rusqlite::Error::from)?)?;
    }
    archive.finalize()?;
    Ok(about("attribution")?)
}

/// West, south, east, north.
fn bounds(text: &str) -> Option<[f64; 4]> {
    let numbers: Result<Vec<f64>, _> = text.split(',').map(|number| number.trim().parse()).collect();
    numbers.ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::{Archive, Found, TileAddress};

    fn source(directory: &Path, format: &str) -> std::path::PathBuf {
        let file = directory.join("town.mbtiles");
        let made = Connection::open(&file).unwrap();
        made.execute_batch("CREATE TABLE metadata (name TEXT, value TEXT); CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")
            .unwrap();
        made.execute("INSERT INTO metadata VALUES ('format', ?1), ('bounds', '1.4,42.4,1.8,42.7'), ('attribution', 'someone')", [format])
            .unwrap();
        // Two rows from the north in zoom 3 are 5 from the south.
        made.execute("INSERT INTO tiles VALUES (3, 4, 5, x'1f8b0800')", [])
            .unwrap();
        file
    }

    #[test]
    fn tiles_of_others_are_found_where_they_belong() {
        let directory = tempfile::tempdir().unwrap();
        let mut file = Cursor::new(Vec::new());
        let attribution = import(&source(directory.path(), "pbf"), &mut file).unwrap();
        assert_eq!(attribution.as_deref(), Some("someone"));
        let archive = Archive::open(&file.into_inner()).unwrap();
        assert_eq!((archive.zooms, archive.bounds), ((3, 3), [42.4, 1.4, 42.7, 1.8]));
        assert!(
            matches!(archive.find(TileAddress { z: 3, x: 4, y: 2 }), Found::Tile(span) if span.length == 4)
        );
        assert_eq!(archive.find(TileAddress { z: 3, x: 4, y: 5 }), Found::Nothing);
    }

    #[test]
    fn pictures_are_refused_by_name() {
        let directory = tempfile::tempdir().unwrap();
        let refused = import(&source(directory.path(), "png"), Cursor::new(Vec::new()));
        assert!(matches!(refused, Err(MakeError::Kind(kind)) if kind == "png"));
    }

    #[test]
    fn what_is_no_database_is_said_to_be_none() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("town.mbtiles");
        std::fs::write(&file, "<html>").unwrap();
        assert!(matches!(
            import(&file, Cursor::new(Vec::new())),
            Err(MakeError::Source(_))
        ));
    }
}
