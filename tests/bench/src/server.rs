//! The server's program, as a process of its own.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};

/// A running server. It ends with this value.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts `program` on a town's data directory, and its PostgreSQL database if it has one, and waits until it listens.
    pub(crate) fn start(program: &Path, data: &Path, database: Option<&str>) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]);
        command
            .arg(data)
            .env("KUITTI_LOG", "error")
            .stdout(Stdio::piped());
        match database {
            Some(address) => command.env("DATABASE_URL", address),
            None => command.env_remove("DATABASE_URL"),
        };
        let mut child = command
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = child.stdout.take().context("the server has no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let address = line.trim().rsplit("//").next().unwrap_or_default();
        let address = address
            .parse()
            .with_context(|| format!("the server said {line:?} instead of its address"))?;
        Ok(Self { child, address })
    }

    /// Memory in use, in MB of 10^6 bytes.
    pub(crate) fn resident_mb(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib: f64 = line
            .and_then(|rest| rest.trim().strip_suffix(" kB"))
            .context("the kernel does not say how much memory the server uses")?
            .parse()?;
        Ok(kib * 1_024.0 / 1e6)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already if this fails.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
