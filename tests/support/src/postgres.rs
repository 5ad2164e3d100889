//! A PostgreSQL server of its own for each test: made from a prepared directory, reached by a socket in a temporary directory,
//! and ended by the operating system with the test, however the test ends. Where PostgreSQL is not installed, a test says so
//! loudly and checks nothing.
//!
//! PostgreSQL refuses to run as root; then it runs as `nobody`.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// One connection more than the pools of three servers.
const CONNECTIONS: &str = "120";
const STARTS_WITHIN: Duration = Duration::from_secs(60);

/// A running server with an empty database.
pub struct Cluster {
    programs: PathBuf,
    place: TempDir,
    server: Option<Child>,
    address: String,
    kind: Kind,
}

/// What a server is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Tests: it forgets what it was told when the machine stops.
    Quick,
    /// Faults: what it committed stays.
    Durable,
    /// Measures: as PostgreSQL's own settings make it.
    AsInstalled,
}

impl Kind {
    fn settings(self) -> Vec<&'static str> {
        let small = [
            "shared_buffers=16MB",
            "autovacuum=off",
            // Nothing is written into the log but what the server has written.
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_wal_size=64MB",
        ];
        match self {
            Self::Quick => [&["fsync=off"], small.as_slice()].concat(),
            Self::Durable => small.to_vec(),
            Self::AsInstalled => Vec::new(),
        }
    }
}

impl Cluster {
    /// A server that forgets what it was told when the machine stops: quick. None where PostgreSQL is missing.
    #[must_use]
    pub fn start() -> Option<Self> {
        Self::of_kind(Kind::Quick)
    }

    /// A server that keeps what it committed, with little memory and a short log.
    #[must_use]
    pub fn durable() -> Option<Self> {
        Self::of_kind(Kind::Durable)
    }

    /// A server as a package installs it.
    #[must_use]
    pub fn as_installed() -> Option<Self> {
        Self::of_kind(Kind::AsInstalled)
    }

    fn of_kind(kind: Kind) -> Option<Self> {
        let Some(programs) = programs() else {
            eprintln!("NOT RUN: PostgreSQL is not installed (Debian: apt-get install postgresql)");
            return None;
        };
        let place = tempfile::Builder::new().prefix("kuitti-pg-").tempdir().unwrap();
        let data = place.path().join("data");
        copy(&prepared(&programs), &data);
        give_away(place.path());
        let address = format!(
            "postgres://kuitti@localhost/postgres?host={}",
            place.path().display()
        );
        let mut cluster = Self {
            programs,
            place,
            server: None,
            address,
            kind,
        };
        cluster.run();
        Some(cluster)
    }

    /// Where it is: an address for `DATABASE_URL`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Starts it, again after [`Cluster::stop_at_once`].
    pub fn run(&mut self) {
        let mut command = unprivileged(&self.programs.join("postgres"));
        command.arg("-D").arg(self.place.path().join("data"));
        command.arg("-k").arg(self.place.path());
        command.args(["-c", "listen_addresses="]);
        for setting in self.kind.settings() {
            command.arg("-c").arg(setting);
        }
        command.arg("-c").arg(format!("max_connections={CONNECTIONS}"));
        let log = std::fs::File::create(self.place.path().join("log")).unwrap();
        self.server = Some(command.stderr(log).stdout(Stdio::null()).spawn().unwrap());
        let began = Instant::now();
        while !self.is_ready() {
            assert!(
                began.elapsed() < STARTS_WITHIN,
                "PostgreSQL does not start: {}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Its own word in the file that it keeps for this: the last line of `postmaster.pid`.
    fn is_ready(&self) -> bool {
        let state = std::fs::read_to_string(self.place.path().join("data/postmaster.pid"));
        state.is_ok_and(|state| state.lines().nth(7).is_some_and(|line| line.trim() == "ready"))
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.place.path().join("log")).unwrap_or_default()
    }

    /// Stops it in immediate mode: no goodbye, no checkpoint, as in a power cut of the database alone.
    pub fn stop_at_once(&mut self) {
        if let Some(mut server) = self.server.take() {
            let pid = server.id().to_string();
            assert!(
                Command::new("kill")
                    .args(["-QUIT", &pid])
                    .status()
                    .unwrap()
                    .success()
            );
            server.wait().unwrap();
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop_at_once();
    }
}

/// Where the newest PostgreSQL of this machine has its programs.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let version = path.file_name()?.to_str()?.parse().ok()?;
            Some((version, path.join("bin")))
        })
        .filter(|(_, programs)| programs.join("initdb").is_file())
        .collect();
    found.sort();
    found.pop().map(|(_, programs)| programs)
}

/// A database directory from which every test's is copied; made once by whoever needs it first.
fn prepared(programs: &Path) -> PathBuf {
    let version = programs
        .parent()
        .and_then(Path::file_name)
        .unwrap()
        .to_str()
        .unwrap();
    let home = std::env::temp_dir().join(format!("kuitti-pg-prepared-{version}-{}", owner()));
    std::fs::create_dir_all(&home).unwrap();
    let lock = std::fs::File::create(home.join("lock")).unwrap();
    lock.lock().unwrap();
    let (data, made) = (home.join("data"), home.join("made"));
    if !made.is_file() {
        // Somebody may have been stopped in the middle of it.
        let _ = std::fs::remove_dir_all(&data);
        give_away(&home);
        let mut command = unprivileged(&programs.join("initdb"));
        command.args([
            "--username=kuitti",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
        ]);
        command
            .args(["--no-sync", "--no-instructions", "--wal-segsize=1", "-D"])
            .arg(&data);
        let done = command.output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        std::fs::write(made, []).unwrap();
    }
    data
}

/// The user under whom the server runs, when we are root.
fn owner() -> String {
    let asked = Command::new("id").arg("-u").output().unwrap();
    String::from_utf8(asked.stdout).unwrap().trim().to_owned()
}

const NOBODY: &str = "65534";

/// A program that ends at once when this test does, and that is never root.
fn unprivileged(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "QUIT"]);
    if owner() == "0" {
        command.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]);
    }
    command.arg("--").arg(program).stdin(Stdio::null());
    command
}

/// What root made must belong to whom the server runs as.
fn give_away(directory: &Path) {
    if owner() == "0" {
        let user = format!("{NOBODY}:{NOBODY}");
        assert!(
            Command::new("chown")
                .arg("-R")
                .arg(user)
                .arg(directory)
                .status()
                .unwrap()
                .success()
        );
    }
}

fn copy(from: &Path, to: &Path) {
    assert!(
        Command::new("cp")
            .arg("-a")
            .arg(from)
            .arg(to)
            .status()
            .unwrap()
            .success()
    );
}
