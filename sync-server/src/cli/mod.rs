//! The command line: `serve`, `user`, `import`, `export`, `backup`, `restored`, `retention`, `migrate`, `copy`, `map`, `demo-seed`.
//!
//! A town in a data directory is opened by one process at a time, so that commands refuse while a server has it, except
//! `backup` and `export`, which only read and work beside it, and `map`, which has a file of its own. A town on PostgreSQL is
//! opened by any number.

mod backup;
mod backups;
mod copy;
mod demo_seed;
mod export;
mod import;
mod logs;
mod map;
mod migrate;
mod restored;
mod retention;
mod serve;
mod tls;
mod user;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Args, Parser, Subcommand};

use crate::app::Opening;
use crate::config::{Config, FILE_NAME};
use crate::storage::Address;

/// Field work of a town, from a citizen's report to the message that it is done.
#[derive(Debug, Parser)]
#[command(name = "kuitti-server", version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the town: citizen pages, console, field app, API and sync
    Serve(serve::Options),
    /// People of the office who log in
    #[command(subcommand)]
    User(user::Command),
    /// Bring in requests from a file of another system
    Import(import::Options),
    /// Write requests and orders as CSV files, without contacts
    Export(export::Options),
    /// Write a consistent copy of everything, files included, while the server runs
    Backup(backup::Options),
    /// Tell the devices that the database came back from the past: after a restore with the means of PostgreSQL
    Restored(restored::Options),
    /// Forget who reported cases that ended long ago, as the server does by itself; or only say whom
    Retention(retention::Options),
    /// Make the database or bring it up to date, and say what was done
    Migrate(migrate::Options),
    /// Move a town between SQLite and PostgreSQL
    Copy(copy::Options),
    /// Make the base map from an OpenStreetMap extract, also while the server runs
    Map(map::Options),
    /// Fill an empty data directory with the demo town, or renew the shifts of a demo town that is there
    DemoSeed(demo_seed::Options),
}

/// Where the town is.
#[derive(Debug, Args)]
struct Place {
    /// The directory with the database and the files; it is made when it is not there
    #[arg(long, env = "KUITTI_DATA", value_name = "DIR")]
    data: PathBuf,
    /// The town's PostgreSQL database, postgres://USER:PASSWORD@HOST/DATABASE; files stay in the data directory
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    database: Option<String>,
    /// The settings; kuitti.example.toml explains each [default: kuitti.toml in the data directory, when it is there]
    #[arg(long, env = "KUITTI_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Place {
    fn settings(&self) -> anyhow::Result<Config> {
        let usual = Some(self.data.join(FILE_NAME)).filter(|file| file.is_file());
        let file = self.config.clone().or(usual);
        Config::read(file.as_deref()).context("the settings cannot be read")
    }

    fn data(&self) -> &Path {
        &self.data
    }

    /// Where the database is.
    fn address(&self) -> anyhow::Result<Address> {
        Ok(Address::of(&self.data, self.database.as_deref())?)
    }

    /// What a town is opened with.
    fn opening(&self) -> anyhow::Result<Opening<'_>> {
        Ok(Opening {
            database: self.database.clone(),
            ..Opening::on_this_machine(&self.data, self.settings()?)
        })
    }
}

/// Runs what the command line says.
#[must_use]
pub fn run() -> ExitCode {
    let command = CommandLine::parse().command;
    logs::start();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.into()),
    };
    match runtime.block_on(execute(command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn fail(error: &anyhow::Error) -> ExitCode {
    eprintln!("kuitti-server: {error:#}");
    ExitCode::FAILURE
}

async fn execute(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(options) => serve::run(options).await,
        Command::User(command) => user::run(command).await,
        Command::Import(options) => import::run(options).await,
        Command::Export(options) => export::run(options).await,
        Command::Backup(options) => backup::run(options).await,
        Command::Restored(options) => restored::run(options).await,
        Command::Retention(options) => retention::run(options).await,
        Command::Migrate(options) => migrate::run(options).await,
        Command::Copy(options) => copy::run(options).await,
        Command::Map(options) => map::run(&options),
        Command::DemoSeed(options) => demo_seed::run(options).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_help_explains_every_command_and_option() {
        CommandLine::command().debug_assert();
        let unexplained: Vec<String> = walk(CommandLine::command());
        assert_eq!(unexplained, Vec::<String>::new());
    }

    fn walk(command: clap::Command) -> Vec<String> {
        let options = command
            .get_arguments()
            .filter(|option| option.get_help().is_none());
        let mut missing: Vec<String> = options
            .map(|option| format!("{} {}", command.get_name(), option.get_id()))
            .collect();
        if command.get_about().is_none() {
            missing.push(command.get_name().to_owned());
        }
        missing.extend(command.get_subcommands().cloned().flat_map(walk));
        missing
    }
}
