//! The real program: its command line, and what survives when it is killed between two requests.

#![cfg(test)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use kuitti_server::act::Actor;
use kuitti_server::app::{App, AppState, Opening};
use kuitti_server::config::Config;
use kuitti_server::office;
use kuitti_server::orders::{self, NewOrder};
use kuitti_server::storage::WorkerRecord;
use kuitti_shared::clock::{BootEpoch, PushClock, Stamp};
use kuitti_shared::domain::{Assignee, Category, Language, Localised, NoticeProof, Place, Targets, Worker};
use kuitti_shared::id::{OpId, OrderId, WorkerId};
use kuitti_shared::operation::{Action, Base, Operation, WireOperation};
use kuitti_shared::sync::enrol::EnrolResponse;
use kuitti_shared::sync::request::{Health, SCHEMA, SyncRequest};
use kuitti_shared::sync::response::SyncResponse;
use kuitti_shared::unit::{Millis, Minutes, Seq, WallTime};
use uuid::Uuid;

const AINO: WorkerId = WorkerId(Uuid::from_u128(0xa1));

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kuitti-server"));
    command
        .env_remove("KUITTI_DATA")
        .env_remove("DATABASE_URL")
        .env_remove("KUITTI_CONFIG")
        .env_remove("KUITTI_WEB");
    command
}

/// The server, killed without a word when it is dropped.
struct Running {
    process: Child,
    address: String,
}

impl Running {
    fn start(data: &Path) -> Self {
        let mut process = program()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line.trim().strip_prefix("listening on ").unwrap().to_owned();
        Self { process, address }
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

async fn open(data: &Path) -> AppState {
    App::open(Opening::on_this_machine(data, Config::default()))
        .await
        .unwrap()
}

/// A town with one worker, one order, and a code for a phone.
async fn found(data: &Path) -> (OrderId, String) {
    let app = open(data).await;
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await.unwrap();
    let worker = Worker {
        id: AINO,
        name: "Aino".into(),
        language: Language::Fi,
        crew: None,
    };
    tx.put_worker(&WorkerRecord { worker, active: true })
        .await
        .unwrap();
    tx.put_category(&Category {
        code: "street_light".into(),
        name: Localised::from([(Language::En, "Street light")]),
        skill: None,
        checklist: Vec::new(),
        evidence: Vec::new(),
        targets: Targets {
            warning: Minutes(60),
            breach: Minutes(120),
            in_office_hours: false,
        },
        assigns_itself: false,
        workers_take: false,
        publishes_after_photo: false,
        notice_proof: NoticeProof::StatusEnough,
        closes_after_days: None,
        public: true,
    })
    .await
    .unwrap();
    let new = NewOrder {
        assignee: Some(Assignee::Worker(AINO)),
        place: Place {
            address: "Unioninkatu 32".into(),
            ..Place::default()
        },
        ..NewOrder::of("street_light".into())
    };
    let order = orders::create(&mut *tx, new, &act).await.unwrap().order.id;
    let code = office::issue_enrolment(&mut *tx, AINO, &act).await.unwrap().code;
    tx.commit().await.unwrap();
    app.storage.close().await;
    (order, code)
}

fn note(seq: u64, order: OrderId) -> WireOperation {
    let operation = Operation {
        op_id: OpId(Uuid::from_u128(u128::from(seq) + 1_000)),
        base: Base::default(),
        position: None,
        action: Action::Note {
            text: format!("note {seq}"),
        },
    };
    WireOperation::new(Seq(seq), Some(order), stamp(), &operation).unwrap()
}

fn stamp() -> Stamp {
    Stamp {
        wall: WallTime(1_700_000_000_000),
        boot: Millis(1_000),
        epoch: BootEpoch(1),
    }
}

async fn push(running: &Running, phone: &EnrolResponse, ops: Vec<WireOperation>) -> SyncResponse {
    let request = SyncRequest {
        device: phone.device,
        incarnation: phone.incarnation,
        app: "test".into(),
        schema: SCHEMA,
        clock: PushClock {
            stamp: stamp(),
            runs_in_sleep: true,
        },
        ops,
        cursors: Default::default(),
        town: None,
        health: Health::default(),
        limit: None,
    };
    let post = reqwest::Client::new()
        .post(format!("{}/sync/v1", running.address))
        .bearer_auth(&phone.token);
    post.json(&request)
        .send()
        .await
        .unwrap()
        .error_for_status()
        .unwrap()
        .json()
        .await
        .unwrap()
}

#[tokio::test]
async fn killed_between_requests_the_server_has_everything_that_it_acknowledged() {
    let directory = tempfile::tempdir().unwrap();
    let (order, code) = found(directory.path()).await;
    let mut running = Running::start(directory.path());
    let enrol = reqwest::Client::new()
        .post(format!("{}/sync/v1/enrol", running.address))
        .json(&serde_json::json!({ "code": code, "device_name": "Phone", "app": "test" }));
    let phone: EnrolResponse = enrol
        .send()
        .await
        .unwrap()
        .error_for_status()
        .unwrap()
        .json()
        .await
        .unwrap();
    let mut acked = 0;
    for _ in 0..5 {
        let ops = (acked + 1..=acked + 7).map(|seq| note(seq, order)).collect();
        let answer = push(&running, &phone, ops).await;
        running.kill();
        acked += 7;
        assert_eq!(answer.acked_seq, Seq(acked));
        running = Running::start(directory.path());
    }
    // The last push again: known, and nothing is there twice.
    let ops = (acked - 6..=acked).map(|seq| note(seq, order)).collect();
    assert_eq!(push(&running, &phone, ops).await.acked_seq, Seq(acked));
    running.kill();
    let app = open(directory.path()).await;
    let notes = app
        .storage
        .read()
        .await
        .unwrap()
        .order(order)
        .await
        .unwrap()
        .unwrap()
        .notes;
    let texts: Vec<String> = notes.into_iter().map(|note| note.text).collect();
    assert_eq!(
        texts,
        (1..=acked).map(|seq| format!("note {seq}")).collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn a_second_server_on_the_same_town_refuses_and_says_why() {
    let directory = tempfile::tempdir().unwrap();
    let _running = Running::start(directory.path());
    let second = program()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(directory.path())
        .output()
        .unwrap();
    assert!(!second.status.success());
    let said = String::from_utf8_lossy(&second.stderr);
    assert!(said.contains("in use by another kuitti-server"), "{said}");
}

#[tokio::test]
async fn a_backup_is_made_while_the_server_runs_and_opens_as_a_copy() {
    let directory = tempfile::tempdir().unwrap();
    let (data, file) = (directory.path().join("data"), directory.path().join("town.tar"));
    let (order, _) = found(&data).await;
    let running = Running::start(&data);
    let backup = || {
        program()
            .args(["backup", "--data"])
            .arg(&data)
            .arg("--to")
            .arg(&file)
            .output()
            .unwrap()
    };
    let made = backup();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert!(!backup().status.success(), "nothing is overwritten");
    running.kill();
    let restored = directory.path().join("restored");
    tar::Archive::new(std::fs::File::open(&file).unwrap())
        .unpack(&restored)
        .unwrap();
    let app = open(&restored).await;
    assert!(
        app.storage
            .read()
            .await
            .unwrap()
            .order(order)
            .await
            .unwrap()
            .is_some()
    );
}

#[test]
fn somebody_who_was_added_can_be_seen_and_a_short_password_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let add = |password: &str| {
        let mut process = program()
            .args([
                "user",
                "add",
                "--name",
                "liisa",
                "--role",
                "dispatcher",
                "--password-stdin",
                "--data",
            ])
            .arg(directory.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        process
            .stdin
            .take()
            .unwrap()
            .write_all(password.as_bytes())
            .unwrap();
        process.wait_with_output().unwrap()
    };
    let short = add("short\n");
    assert!(String::from_utf8_lossy(&short.stderr).contains("at least"));
    let added = add("long enough for anybody\n");
    assert!(
        added.status.success(),
        "{}",
        String::from_utf8_lossy(&added.stderr)
    );
    assert!(String::from_utf8_lossy(&added.stdout).contains("liisa can log in as dispatcher"));
}

#[test]
fn help_explains_itself_and_nonsense_is_refused() {
    for command in ["serve", "user", "import", "export", "backup", "demo-seed"] {
        let help = program().args([command, "--help"]).output().unwrap();
        assert!(help.status.success());
        assert!(
            String::from_utf8_lossy(&help.stdout).contains("Usage:"),
            "{command}"
        );
    }
    assert!(!program().arg("dance").output().unwrap().status.success());
}

#[cfg(unix)]
#[test]
fn told_to_stop_the_server_stops() {
    let directory = tempfile::tempdir().unwrap();
    let mut running = Running::start(directory.path());
    let told = Command::new("kill")
        .args(["-TERM", &running.process.id().to_string()])
        .status()
        .unwrap();
    assert!(told.success());
    assert!(running.process.wait().unwrap().success());
}
