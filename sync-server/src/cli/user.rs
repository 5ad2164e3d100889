//! `user add`: somebody of the office who logs in.

use std::io::Read as _;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use kuitti_shared::domain::Role;

use super::Place;
use crate::act::Actor;
use crate::app::App;
use crate::auth::add_user;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Add somebody, or give somebody another role and password
    Add(Add),
}

#[derive(Debug, Args)]
pub(super) struct Add {
    #[command(flatten)]
    place: Place,
    /// The name to log in with
    #[arg(long)]
    name: String,
    /// What this person may do: crew_lead, intake, dispatcher, supervisor, administrator or auditor
    #[arg(long, value_parser = role)]
    role: Role,
    /// Read the password from standard input, so that it stands in no history
    #[arg(long, required = true)]
    password_stdin: bool,
}

fn role(code: &str) -> Result<Role, String> {
    let known = Role::from_code(code).filter(|role| *role != Role::Worker);
    known.ok_or_else(|| {
        "workers have devices; the roles of the office are crew_lead, intake, dispatcher, supervisor, \
                         administrator and auditor"
            .to_owned()
    })
}

pub(super) async fn run(command: Command) -> anyhow::Result<()> {
    let Command::Add(add) = command;
    let mut password = String::new();
    std::io::stdin()
        .read_to_string(&mut password)
        .context("the password cannot be read")?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    if !add.password_stdin || password.is_empty() {
        bail!("give the password on standard input");
    }
    let app = App::open(add.place.opening()?).await?;
    let mut tx = app.storage.write().await?;
    add_user(&mut *tx, &add.name, add.role, password, &app.act(Actor::Server)).await?;
    tx.commit().await?;
    app.storage.close().await;
    println!("{} can log in as {}", add.name, add.role.code());
    Ok(())
}
