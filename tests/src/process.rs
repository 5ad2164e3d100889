//! Server and phone as processes of their own, which can be killed, stopped for a while and started again.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// What takes longer than this never happens.
const DEADLINE: Duration = Duration::from_secs(120);
/// A phone that says nothing for so long waits for a server.
const SILENCE: Duration = Duration::from_millis(400);

/// The programs under test; `CARGO_BIN_EXE_...` knows where they are.
#[derive(Debug, Clone, Copy)]
pub struct Programs {
    /// `town_server`.
    pub server: &'static str,
    /// `town_phone`.
    pub phone: &'static str,
}

/// What a process finds in its environment besides what every process finds there.
pub type Environment = Vec<(&'static str, OsString)>;

/// A server on a data directory, at one address for all its lives.
pub struct ServerProcess {
    program: &'static str,
    data: PathBuf,
    environment: Environment,
    address: String,
    child: Option<Child>,
}

impl ServerProcess {
    /// Starts it on a free port.
    #[must_use]
    pub fn start(program: &'static str, data: &Path, environment: Environment) -> Self {
        let mut server = Self {
            program,
            data: data.to_owned(),
            environment,
            address: "127.0.0.1:0".to_owned(),
            child: None,
        };
        server.start_again();
        server
    }

    /// Starts it where it was.
    pub fn start_again(&mut self) {
        let mut command = Command::new(self.program);
        command
            .args(["serve", "--listen", &self.address, "--data"])
            .arg(&self.data);
        command
            .env("KUITTI_LOG", "off")
            .env_remove("DATABASE_URL")
            .envs(self.environment.iter().cloned())
            .stdout(Stdio::piped())
            .stdin(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line.trim().rsplit("//").next().unwrap_or_default();
        assert!(address.starts_with("127."), "the server said {line:?}");
        self.address = address.to_owned();
        self.child = Some(child);
    }

    /// Where it listens: host and port.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends it without a word, if it lives.
    pub fn kill(&mut self) {
        end(self.child.take());
    }

    /// Holds it where it is while `what` is done.
    pub fn frozen<T>(&self, what: impl FnOnce() -> T) -> T {
        let process = self.child.as_ref().unwrap().id();
        signal(process, "STOP");
        until("the server stands still", || is_stopped(process));
        let done = what();
        signal(process, "CONT");
        done
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A phone on a directory of its own.
pub struct PhoneProcess {
    program: &'static str,
    arguments: Vec<String>,
    environment: Environment,
    directory: PathBuf,
    child: Option<Child>,
    lines: Option<Receiver<String>>,
    /// Operations of which the worker was told that they are saved.
    pub saved: BTreeSet<String>,
    /// Operations for which the server's receipt came.
    pub heard: BTreeSet<String>,
    /// Photos of which the server acknowledged every byte.
    pub sent: BTreeSet<String>,
    /// Every tap is saved and has its receipt.
    pub is_done: bool,
}

impl PhoneProcess {
    /// Starts it with the words that `town_phone` takes after its directory.
    #[must_use]
    pub fn start(program: &'static str, directory: &Path, words: &[&str], environment: Environment) -> Self {
        let mut phone = Self {
            program,
            arguments: words.iter().copied().map(str::to_owned).collect(),
            environment,
            directory: directory.to_owned(),
            child: None,
            lines: None,
            saved: BTreeSet::new(),
            heard: BTreeSet::new(),
            sent: BTreeSet::new(),
            is_done: false,
        };
        phone.start_again();
        phone
    }

    /// Starts it where it was.
    pub fn start_again(&mut self) {
        let mut command = Command::new(self.program);
        command.arg(&self.directory).args(&self.arguments);
        command.envs(self.environment.iter().cloned());
        command.stdout(Stdio::piped()).stdin(Stdio::null());
        let mut child = command.spawn().unwrap();
        self.lines = Some(lines_of(child.stdout.take().unwrap()));
        self.child = Some(child);
    }

    /// Ends it without a word; what it had said is heard.
    pub fn kill(&mut self) {
        end(self.child.take());
        if let Some(lines) = self.lines.take() {
            lines.iter().for_each(|line| self.hear(&line));
        }
    }

    /// Listens until it has said `lines` more, is done, or has fallen silent.
    pub fn listen(&mut self, lines: usize) {
        for _ in 0..lines {
            let Some(Ok(line)) = self.lines.as_ref().map(|lines| lines.recv_timeout(SILENCE)) else {
                return;
            };
            self.hear(&line);
        }
    }

    /// Listens until it is done.
    pub fn listen_to_the_end(&mut self) {
        let mut until = Instant::now() + DEADLINE;
        while !self.is_done {
            assert!(
                Instant::now() < until,
                "the phone never came to its end; {}",
                self.tally()
            );
            match self.lines.as_ref().unwrap().recv_timeout(SILENCE) {
                Ok(line) => {
                    until = Instant::now() + DEADLINE;
                    self.hear(&line);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => panic!("the phone ended by itself; {}", self.tally()),
            }
        }
    }

    fn hear(&mut self, line: &str) {
        let (what, which) = line.split_once(' ').unwrap_or((line, ""));
        let which = which.to_owned();
        match what {
            "saved" => drop(self.saved.insert(which)),
            "heard" => drop(self.heard.insert(which)),
            "sent" => drop(self.sent.insert(which)),
            "done" => self.is_done = true,
            _ => panic!("the phone said {line:?}"),
        }
    }

    fn tally(&self) -> String {
        let (saved, heard, sent) = (self.saved.len(), self.heard.len(), self.sent.len());
        format!("{saved} saved, {heard} heard, {sent} photos sent")
    }
}

impl Drop for PhoneProcess {
    fn drop(&mut self) {
        end(self.child.take());
    }
}

fn lines_of(output: ChildStdout) -> Receiver<String> {
    let (said, heard) = channel();
    std::thread::spawn(move || {
        let mut output = BufReader::new(output);
        let mut line = String::new();
        // A line that a kill cut off was not said.
        while output.read_line(&mut line).is_ok() && line.ends_with('\n') {
            if said.send(line.trim_end().to_owned()).is_err() {
                return;
            }
            line.clear();
        }
    });
    heard
}

fn end(child: Option<Child>) {
    if let Some(mut child) = child {
        // SIGKILL; it may have ended already.
        let _ = child.kill();
        let _ = child.wait();
    }
}

fn signal(process: u32, name: &str) {
    let status = Command::new("kill")
        .arg(format!("-{name}"))
        .arg(process.to_string())
        .status();
    assert!(status.unwrap().success(), "{process} cannot be sent {name}");
}

/// `T` in the third field of `/proc/PID/stat`, behind the name in parentheses.
fn is_stopped(process: u32) -> bool {
    let mut stat = String::new();
    let read =
        File::open(format!("/proc/{process}/stat")).and_then(|mut file| file.read_to_string(&mut stat));
    read.is_ok() && stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('T'))
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let deadline = Instant::now() + DEADLINE;
    while !is_so() {
        assert!(Instant::now() < deadline, "never: {what}");
        std::thread::sleep(Duration::from_millis(1));
    }
}
