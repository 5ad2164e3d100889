//! How fast are the real server and the real device? Every figure stands beside a ceiling measured in the same run on
//! the same machine, so that the ratio means something elsewhere too. `cargo xtask bench sync` builds and runs this.
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
    /// Only these measures, by name
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
    for measure in Measure::ALL {
        if options.only.is_empty() || options.only.contains(&measure) {
            eprintln!("{} ...", measure.name());
            measure.take(&bench, &mut report).await?;
        }
    }
    print!("{}", report.table());
    match options.json {
        Some(file) => report.write(&file),
        None => Ok(()),
    }
}
