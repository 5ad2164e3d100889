//! `demo-seed`: a town to try out.

use anyhow::Context as _;
use clap::Args;

use super::Place;
use crate::app::App;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    if options.place.config.is_none() {
        crate::demo::write_settings(options.place.data()).context("the demo's settings cannot be written")?;
    }
    let app = App::open(options.place.opening()?).await?;
    let introduction = crate::demo::seed(&app).await?;
    app.storage.close().await;
    println!("{introduction}");
    Ok(())
}
