//! The real program on PostgreSQL: a town moves there and back, is served, backed up and restored.

#![cfg(test)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use kuitti_test_support::postgres::Cluster;

fn program(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kuitti-server"));
    command
        .env_remove("KUITTI_CONFIG")
        .env_remove("KUITTI_WEB")
        .env_remove("DATABASE_URL")
        .env("KUITTI_DATA", data);
    command
}

fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(err));
    String::from_utf8_lossy(out).into_owned()
}

fn copy(from: &str, to: &str) -> Output {
    let mut command = program(Path::new("/nowhere"));
    command
        .args(["copy", "--from", from, "--to", to])
        .output()
        .unwrap()
}

/// The lines of the tables: name, rows, digest.
fn tables(copied: &str) -> Vec<&str> {
    copied.lines().filter(|line| line.contains("sha256")).collect()
}

#[test]
fn a_town_moves_to_postgresql_and_back_without_loss() {
    let Some(cluster) = Cluster::start() else { return };
    let (here, back) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    said(&program(here.path()).arg("demo-seed").output().unwrap());
    let sqlite = |directory: &Path| format!("sqlite:{}", directory.display());
    let there = said(&copy(&sqlite(here.path()), cluster.address()));
    let again = copy(&sqlite(here.path()), cluster.address());
    assert!(!again.status.success());
    let refusal = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(
        refusal.contains("there is a town in the target already"),
        "{refusal}"
    );
    let returned = said(&copy(cluster.address(), &sqlite(back.path())));
    assert_eq!(tables(&there), tables(&returned));
    assert_eq!(tables(&there).len(), 38);
    let orders = tables(&there)
        .into_iter()
        .find(|line| line.starts_with("work_order"));
    assert!(!orders.unwrap().contains(" 0 rows"), "{there}");
}

#[test]
fn a_town_on_postgresql_is_served_backed_up_and_restored() {
    let Some(cluster) = Cluster::start() else { return };
    let data = tempfile::tempdir().unwrap();
    let on_postgres = |command: &str| {
        let mut program = program(data.path());
        program.env("DATABASE_URL", cluster.address()).arg(command);
        program
    };
    assert!(said(&on_postgres("migrate").output().unwrap()).contains("applied 001 town"));
    assert!(!said(&on_postgres("migrate").output().unwrap()).contains("applied"));
    said(&on_postgres("demo-seed").output().unwrap());
    assert!(!data.path().join("kuitti.db").exists());
    // Two servers at once.
    for server in [serve(on_postgres("serve")), serve(on_postgres("serve"))] {
        let mut stream = TcpStream::connect(&server.address).unwrap();
        write!(
            stream,
            "GET /healthz HTTP/1.1\r\nhost: town\r\nconnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    let archive = data.path().join("backup.tar");
    said(&on_postgres("backup").arg("--to").arg(&archive).output().unwrap());
    let unpacked = tempfile::tempdir().unwrap();
    let tar = Command::new("tar")
        .arg("-xf")
        .arg(&archive)
        .arg("-C")
        .arg(unpacked.path())
        .status();
    assert!(tar.unwrap().success());
    let exported = unpacked.path().join("csv");
    std::fs::create_dir(&exported).unwrap();
    let counted = |mut command: Command| said(&command.arg("--to").arg(&exported).output().unwrap());
    said(&program(unpacked.path()).arg("migrate").output().unwrap());
    let mut of_backup = program(unpacked.path());
    of_backup.arg("export");
    assert_eq!(counted(of_backup), counted(on_postgres("export")));
    assert!(said(&on_postgres("restored").output().unwrap()).contains("send again"));
    let wrong = program(data.path())
        .env("DATABASE_URL", "mysql://root:secret@db/town")
        .arg("migrate")
        .output()
        .unwrap();
    let sentence = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert!(
        sentence.contains("postgres://") && !sentence.contains("secret"),
        "{sentence}"
    );
}

/// A server, killed when it is dropped.
struct Running {
    process: std::process::Child,
    address: String,
}

fn serve(mut command: Command) -> Running {
    let command = command.args(["--listen", "127.0.0.1:0"]);
    let mut process = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(process.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line
        .trim()
        .strip_prefix("listening on http://")
        .unwrap()
        .to_owned();
    Running { process, address }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
