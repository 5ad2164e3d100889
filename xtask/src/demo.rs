//! `cargo xtask demo`: the demo town, served from this machine until it is interrupted.

mod certificate;
mod map;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use self::certificate::{Certificate, own_addresses};
use crate::arguments::Arguments;
use crate::workspace::Workspace;
use crate::{process, web};

/// What can be chosen on the command line.
pub(crate) struct Options {
    listen: String,
    data: Option<PathBuf>,
    transport: Transport,
}

enum Transport {
    Http,
    Https,
}

impl Options {
    pub(crate) fn from_arguments(mut arguments: Arguments) -> Result<Self> {
        let listen = arguments
            .value("--listen")?
            .unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let data = arguments.value("--data")?.map(PathBuf::from);
        let transport = if arguments.flag("--tls") {
            Transport::Https
        } else {
            Transport::Http
        };
        arguments.finish()?;
        Ok(Self {
            listen,
            data,
            transport,
        })
    }

    /// The address that people open: this machine's name for itself, or the one by which a phone finds it.
    fn public_url(&self) -> String {
        if let Ok(chosen) = std::env::var("KUITTI_PUBLIC_URL") {
            return chosen;
        }
        let (host, port) = self.listen.rsplit_once(':').unwrap_or(("127.0.0.1", "8080"));
        let everywhere = matches!(host, "0.0.0.0" | "[::]");
        match self.transport {
            Transport::Http => format!("http://localhost:{port}"),
            Transport::Https if everywhere => {
                let host = own_addresses().into_iter().next();
                format!("https://{}:{port}", host.as_deref().unwrap_or("localhost"))
            }
            Transport::Https => format!("https://localhost:{port}"),
        }
    }
}

/// Builds, seeds and serves.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let bundles = web::build(workspace)?;
    process::run(&mut process::cargo(workspace, &["build", "-p=kuitti-server"]))?;
    let data = options
        .data
        .clone()
        .unwrap_or_else(|| workspace.root().join("data/demo"));
    std::fs::create_dir_all(&data)?;
    let public_url = options.public_url();
    let server = |subcommand| {
        let mut command = server(workspace, subcommand, &data);
        command.env("KUITTI_PUBLIC_URL", &public_url);
        command
    };
    let mut serve = server("serve");
    serve
        .args(["--listen", &options.listen])
        .arg("--web")
        .arg(bundles);
    if matches!(options.transport, Transport::Https) {
        let certificate = Certificate::for_this_machine(&data)?;
        serve
            .arg("--tls-cert")
            .arg(certificate.chain())
            .arg("--tls-key")
            .arg(certificate.key());
        certificate.explain(&options.listen);
    }
    map::provide(workspace, server("map"), &data);
    // The seed prints the addresses and log-ins; in a town that is there already it only renews the shifts.
    process::run(&mut server("demo-seed"))?;
    process::run(&mut serve)
}

fn server(workspace: &Workspace, subcommand: &str, data: &Path) -> Command {
    let mut command = Command::new(workspace.server_binary());
    command
        .arg(subcommand)
        .arg("--data")
        .arg(data)
        .current_dir(workspace.root());
    command
}
