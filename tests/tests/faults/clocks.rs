//! Clocks that are wrong: years ahead or behind, jumping, running too fast, on the phone and on the server. All work arrives
//! and is placed where it happened; what citizens are told depends on the server's clock alone.
//!
//! The clocks are those of libfaketime, which lies to one process and reads from a file how.

use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use kuitti_shared::clock::{Occurred, Quality};
use kuitti_shared::domain::{Assignee, NoticeStage, NoticeState, WaitReason};
use kuitti_shared::unit::WallTime;
use kuitti_tests::office::Office;
use kuitti_tests::process::Environment;
use kuitti_tests::town::{AINO, eventually};
use tempfile::TempDir;

use crate::disk::library;
use crate::promises::{broken, orders};
use crate::scene::{Environments, Scene, Site};

const LIBRARY: &str = "faketime/libfaketimeMT.so.1";
const RIGHT: &str = "+0";
const TAPS: &str = "40";
/// What the phone says between two lies.
const LINES: usize = 12;

/// A clock that lies to the processes that have its environment.
struct Clock {
    library: PathBuf,
    place: TempDir,
}

impl Clock {
    /// A clock that is right; none, said aloud, where libfaketime is missing.
    fn new(test: &str) -> Option<Self> {
        let Some(library) = library(LIBRARY) else {
            eprintln!(
                "NOT RUN: {test}, because libfaketime is not installed (Debian: apt-get install faketime)"
            );
            return None;
        };
        let place = tempfile::tempdir().unwrap();
        let clock = Self { library, place };
        clock.lie(RIGHT);
        Some(clock)
    }

    /// From now on, as libfaketime understands it: `+2y`, `-30d`, `+0 x100`.
    fn lie(&self, lie: &str) {
        let beside = self.place.path().join("beside");
        std::fs::write(&beside, lie).unwrap();
        std::fs::rename(beside, self.file()).unwrap();
    }

    fn file(&self) -> PathBuf {
        self.place.path().join("lie")
    }

    fn environment(&self) -> Environment {
        vec![
            ("LD_PRELOAD", self.library.clone().into()),
            ("FAKETIME_TIMESTAMP_FILE", self.file().into()),
            ("FAKETIME_NO_CACHE", "1".into()),
            // What a person can set is the wall clock.
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".into()),
            ("DONT_FAKE_MONOTONIC", "1".into()),
            ("NO_FAKE_STAT", "1".into()),
        ]
    }
}

fn now() -> WallTime {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    WallTime(i64::try_from(since.as_millis()).unwrap())
}

/// Plays a phone whose clock tells one lie after the other, and answers where its work was placed.
async fn phone_told(clock: &Clock, lies: &[&str]) -> Vec<Occurred> {
    let data = tempfile::tempdir().unwrap();
    let environments = Environments {
        phone: clock.environment(),
        ..Environments::default()
    };
    clock.lie(lies[0]);
    let mut scene = Scene::start_with(Site::of(data.path()), TAPS, environments).await;
    for lie in lies {
        clock.lie(lie);
        scene.phone.listen(LINES);
    }
    check(scene).await
}

/// Lets a scene come to its end, and answers where the work was placed.
async fn check(mut scene: Scene) -> Vec<Occurred> {
    scene.phone.listen_to_the_end();
    scene.server.kill();
    let Scene { phone, site, .. } = &scene;
    let unheard: Vec<&String> = phone.saved.difference(&phone.heard).collect();
    assert!(unheard.is_empty(), "taps without a receipt: {unheard:?}");
    let broken = broken(site, &phone.saved, &phone.sent).await;
    assert!(broken.is_nothing(), "{broken:?}");
    let app = site.open().await;
    let orders = orders(&app).await;
    app.storage.close().await;
    let notes = orders
        .iter()
        .flat_map(|order| order.notes.iter().map(|note| note.at));
    notes.collect()
}

#[tokio::test]
async fn rule_08_work_of_a_phone_with_a_wrong_clock_is_placed_where_it_happened() {
    let Some(clock) = Clock::new("phones with wrong clocks") else {
        return;
    };
    let lies: [&[&str]; 4] = [
        &["+3y"],
        &["-20y"],
        &["+2y", "-2y", RIGHT, "-30d", "+400d"],
        &["+0 x1000"],
    ];
    for lies in lies {
        let began = now();
        let placed = phone_told(&clock, lies).await;
        let ended = now();
        assert!(!placed.is_empty());
        for occurred in placed {
            // The kernel's uptime cannot be set, so that nothing has to be clamped.
            assert_eq!(occurred.quality, Quality::A, "{lies:?}");
            assert!(
                began <= occurred.at && occurred.at <= ended,
                "{lies:?}: {occurred:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_server_whose_clock_jumps_loses_nothing() {
    let Some(clock) = Clock::new("a server whose clock jumps") else {
        return;
    };
    let data = tempfile::tempdir().unwrap();
    let environments = Environments {
        server: clock.environment(),
        ..Environments::default()
    };
    let mut scene = Scene::start_with(Site::of(data.path()), TAPS, environments).await;
    for lie in [RIGHT, "+1y", "-1y", "+8d", "+0 x1000", "-30d"] {
        clock.lie(lie);
        scene.phone.listen(LINES);
    }
    check(scene).await;
}

/// So long a worker can take a finish back.
const UNDO_WINDOW: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn what_a_citizen_is_told_depends_on_the_servers_clock_alone() {
    let (of_phone, of_server) = match (Clock::new("notices and clocks"), Clock::new("notices and clocks")) {
        (Some(phone), Some(server)) => (phone, server),
        _ => return,
    };
    of_phone.lie("+3y");
    let data = tempfile::tempdir().unwrap();
    let site = Site::of(data.path());
    let mut server = of_server.environment();
    server.push(("KUITTI_DEMO_INBOX", "true".into()));
    server.push(("KUITTI_QUIET_HOURS__ENABLED", "false".into()));
    server.push((
        "KUITTI_UNDO_WINDOW_SECONDS",
        UNDO_WINDOW.as_secs().to_string().into(),
    ));
    let server = site.serve(server).await;
    let office = Office::log_in(server.url()).await;
    let request = office.request().await;
    office.order(request, Assignee::Worker(AINO)).await;
    let mut scene = Scene::join(site, server, &["2", "finish"], of_phone.environment());
    scene.phone.listen_to_the_end();
    let done = async || {
        let notices = office.look_at_request(request).await.notices;
        let done = notices
            .into_iter()
            .filter(|notice| notice.stage == NoticeStage::Done);
        done.map(|notice| notice.state).collect::<Vec<_>>()
    };
    let waits = |state: &NoticeState| {
        let reason = match state {
            NoticeState::Waiting { reason } => reason.as_ref(),
            _ => None,
        };
        matches!(reason, Some(WaitReason::UndoWindow { until }) if until.0 - now().0 <= 3_600_000)
    };
    eventually(
        "the message waits until nothing can be taken back",
        async || matches!(done().await.as_slice(), [state] if waits(state)),
    )
    .await;
    of_server.lie("+2h");
    // Whatever happens makes the server look at its clock again.
    office.request().await;
    eventually("the message leaves when the server's clock says so", async || {
        matches!(
            done().await.as_slice(),
            [NoticeState::Sent | NoticeState::Delivered]
        )
    })
    .await;
}
