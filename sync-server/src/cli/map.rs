//! `map`: an OpenStreetMap extract, or a file of tiles that others made, becomes the map of the town.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;

use super::Place;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// An extract (.osm.pbf) or vector tiles (.pmtiles, .mbtiles) [default: `map_extract` of the settings]
    file: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let setting = || Ok::<_, anyhow::Error>(options.place.settings()?.map_extract);
    let extract = match &options.file {
        Some(file) => Some(file.clone()),
        None => setting()?,
    };
    let extract = extract.context("name an extract, or set map_extract in the settings")?;
    let made = crate::map::make(&extract, options.place.data())
        .with_context(|| format!("no map was made from {}", extract.display()))?;
    if let Some(shapes) = made.shapes {
        println!("{shapes} lines and outlines");
    }
    println!(
        "{} bytes of tiles for devices; {}",
        made.pack.size, made.pack.attribution
    );
    Ok(())
}
