//! Kannel between the server and the message centre: its core, which keeps messages in a spool directory, and the box that takes
//! them by HTTP as `docs/gateways/kannel.toml` describes. Where Debian's package is missing, a test says so loudly.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

const GATEWAY: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../docs/gateways/kannel.toml"
));
const PATIENCE: Duration = Duration::from_secs(30);

/// A running Kannel. It ends with this value.
pub(super) struct Kannel {
    core: Child,
    boxed: Child,
    port: u16,
    _files: TempDir,
}

impl Kannel {
    /// Starts it before a message centre. None where it is not installed.
    pub(super) fn start(smsc: u16) -> Option<Self> {
        let is_there = |program| Command::new(program).arg("--version").output().is_ok();
        if !is_there("bearerbox") || !is_there("smsbox") {
            eprintln!("NOT RUN: messages through Kannel, because `cargo xtask setup` has not installed it");
            return None;
        }
        let files = tempfile::tempdir().unwrap();
        let [admin, inner, port] = free_ports();
        let settings = files.path().join("kannel.conf");
        std::fs::write(&settings, configuration(files.path(), [admin, inner, port], smsc)).unwrap();
        let core = run("bearerbox", &settings);
        until_it_listens(inner);
        let boxed = run("smsbox", &settings);
        until_it_listens(port);
        Some(Self {
            core,
            boxed,
            port,
            _files: files,
        })
    }

    /// The example of the documents, with this one's address and passwords.
    pub(super) fn settings(&self) -> String {
        GATEWAY
            .replace("127.0.0.1:13013", &format!("127.0.0.1:{}", self.port))
            .replace("password = \"\"", "password = \"kuitti\"")
            .replace(
                "webhook_secret = \"\"",
                "webhook_secret = \"0123456789abcdefghij\"",
            )
    }
}

impl Drop for Kannel {
    fn drop(&mut self) {
        for child in [&mut self.boxed, &mut self.core] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn configuration(files: &Path, [admin, inner, port]: [u16; 3], smsc: u16) -> String {
    let spool = files.join("spool");
    std::fs::create_dir(&spool).unwrap();
    let (spool, log) = (spool.display(), files.join("log").display().to_string());
    format!(
        "group = core\nadmin-port = {admin}\nadmin-interface = 127.0.0.1\nadmin-password = kuitti\nsmsbox-port = {inner}\n\
         smsbox-interface = 127.0.0.1\nbox-allow-ip = 127.0.0.1\nstore-type = spool\nstore-location = {spool}\n\
         log-file = {log}.core\nlog-level = 1\n\n\
         group = smsc\nsmsc = smpp\nsmsc-id = others\nhost = 127.0.0.1\nport = {smsc}\nsmsc-username = kannel\n\
         smsc-password = kannel\nsystem-type = kannel\ntransceiver-mode = true\nreconnect-delay = 1\n\n\
         group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {port}\nsendsms-interface = 127.0.0.1\n\
         log-file = {log}.box\nlog-level = 1\n\n\
         group = sendsms-user\nusername = kuitti\npassword = kuitti\nconcatenation = true\nmax-messages = 10\n"
    )
}

fn run(program: &str, settings: &Path) -> Child {
    Command::new(program)
        .arg(settings)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// All are held at once, so that they differ.
fn free_ports<const COUNT: usize>() -> [u16; COUNT] {
    let held: [TcpListener; COUNT] = std::array::from_fn(|_| TcpListener::bind("127.0.0.1:0").unwrap());
    held.map(|listener| listener.local_addr().unwrap().port())
}

fn until_it_listens(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < PATIENCE, "Kannel never listened");
        std::thread::sleep(Duration::from_millis(20));
    }
}
