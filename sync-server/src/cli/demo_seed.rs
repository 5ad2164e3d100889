//! `demo-seed`: a town to try out.

use clap::Args;

use super::Place;
use crate::app::{App, Opening};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    let app = App::open(Opening::on_this_machine(
        options.place.data(),
        options.place.settings()?,
    ))
    .await?;
    let introduction = crate::demo::seed(&app).await?;
    app.storage.close().await;
    println!("{introduction}");
    Ok(())
}
