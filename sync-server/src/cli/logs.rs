//! Logs: lines for people on a terminal, JSON elsewhere. `KUITTI_LOG` chooses, for example `kuitti_server=debug`.

use std::io::{IsTerminal as _, stderr};

use tracing_subscriber::EnvFilter;

pub(super) fn start() {
    let filter = EnvFilter::try_from_env("KUITTI_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr);
    let started = if stderr().is_terminal() {
        lines.try_init()
    } else {
        lines.json().try_init()
    };
    if started.is_err() {
        eprintln!("kuitti-server: logs were already started");
    }
}
