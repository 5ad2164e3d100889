//! How fast are the real server, its messages and the real device? Every figure stands beside a ceiling measured in the same run on
//! the same machine, so that the ratio means something elsewhere too. `cargo xtask bench` builds and runs this.
//!
//! ```text
//! town.rs     a town with as many devices and orders as a measure needs
//! server.rs   the server's program on it, as a process of its own
//! device.rs   a load generator's device: makes operations, keeps cursors, speaks over wire.rs
//! measures/   one file a figure        ceilings/   what the machine could do at best
//! report.rs   names, units, targets, JSON and the table
//! ```

mod ceilings;
mod clients;
mod device;
mod measures;
mod report;
mod samples;
mod server;
mod town;
mod wire;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;

use crate::measures::{Bench, Engine, Measure};
use crate::report::Report;

/// Measures sync on this machine.
#[derive(Debug, Parser)]
struct Options {
    /// The server's program, built for release
    #[arg(long)]
    server: PathBuf,
    /// Where the figures go, as JSON
    #[arg(long)]
    json: Option<PathBuf>,
    /// On which database
    #[arg(long, value_enum, default_value_t = Engine::Sqlite)]
    engine: Engine,
    /// These measures, by name; those of sync when none is named
    #[arg(long, value_delimiter = ',')]
    only: Vec<Measure>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let options = Options::parse();
    let bench = Bench {
        server: options.server,
        engine: options.engine,
    };
    let mut report = Report::default();
    let measures = if options.only.is_empty() {
        Measure::SYNC.to_vec()
    } else {
        options.only
    };
    for measure in measures {
        eprintln!("{} ...", measure.name());
        measure.take(&bench, &mut report).await?;
    }
    print!("{}", report.table());
    match options.json {
        Some(file) => report.write(&file),
        None => Ok(()),
    }
}
