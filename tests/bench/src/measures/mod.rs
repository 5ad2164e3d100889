//! What is measured. Each file measures one thing and says what it is.

mod downscale;
mod fresh;
mod noop;
mod notices;
mod photos;
mod pull;
mod push;
mod rush;
mod visit;
mod visits;

pub(crate) use photos::photo;

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;

use crate::ceilings::transaction;
use crate::report::Report;
use crate::server::Server;
use crate::town::{Plan, Town};

/// On what is measured.
pub(crate) struct Bench {
    pub(crate) server: PathBuf,
    pub(crate) engine: Engine,
}

/// In which database the town is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Bench {
    /// A town and a server on it.
    async fn town(&self, plan: Plan) -> Result<(Town, Server)> {
        let town = Town::make(plan, self.engine).await?;
        let server = Server::start(&self.server, town.data.path(), town.database())?;
        Ok((town, server))
    }

    /// One push by a bare program on the same engine.
    async fn bare_push_ms(&self, pushes: usize) -> Result<f64> {
        match self.engine {
            Engine::Sqlite => transaction::sqlite::alone_ms(pushes),
            Engine::Postgres => transaction::postgres::alone_ms(pushes).await,
        }
    }

    /// Pushes in a second, by a bare program on the same engine.
    async fn bare_pushes_per_second(&self, pushes: usize) -> Result<f64> {
        match self.engine {
            Engine::Sqlite => transaction::sqlite::per_second_of(pushes),
            Engine::Postgres => transaction::postgres::per_second_of(pushes).await,
        }
    }
}

/// A measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Measure {
    /// Pushes of 12 operations on 4 orders, 8 devices at once.
    Push,
    /// 40 orders down, 8 devices at once.
    Pull,
    /// A sync with nothing new, in a small town and in one with a million orders.
    Noop,
    /// A visit and a day of the real engine.
    Visit,
    /// A device with 10,000 orders.
    Fresh,
    /// Photos of 400 KiB, 8 devices at once.
    Photos,
    /// A photo of 12 megapixels made smaller.
    Downscale,
    /// 10,000 devices that come back within a minute.
    Rush,
    /// Text messages to a message centre that answers at once.
    Notices,
    /// A hundred stops put into visiting order.
    Visits,
}

impl Measure {
    /// Those of sync.
    pub(crate) const SYNC: [Self; 8] = [
        Self::Push,
        Self::Pull,
        Self::Noop,
        Self::Visit,
        Self::Fresh,
        Self::Photos,
        Self::Downscale,
        Self::Rush,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Push => "push",
            Self::Pull => "pull",
            Self::Noop => "noop",
            Self::Visit => "visit",
            Self::Fresh => "fresh",
            Self::Photos => "photos",
            Self::Downscale => "downscale",
            Self::Rush => "rush",
            Self::Notices => "notices",
            Self::Visits => "visits",
        }
    }

    pub(crate) async fn take(self, bench: &Bench, report: &mut Report) -> Result<()> {
        match self {
            Self::Push => push::measure(bench, report).await,
            Self::Pull => pull::measure(bench, report).await,
            Self::Noop => noop::measure(bench, report).await,
            Self::Visit => visit::measure(bench, report).await,
            Self::Fresh => fresh::measure(bench, report).await,
            Self::Photos => photos::measure(bench, report).await,
            Self::Downscale => downscale::measure(report),
            Self::Rush => rush::measure(bench, report).await,
            Self::Notices => notices::measure(bench, report).await,
            Self::Visits => visits::measure(report),
        }
    }
}
