//! Citizens are told once, and told the truth, while the server that tells them is killed again and again. Text messages go to a
//! message centre of others, mails to a mail server of others; once more with Kannel in between.
//!
//! `TOWN_MESSAGES` and `TOWN_KILLS` say how many completions and how many kills (`cargo xtask soak notices` does).

mod gates;
mod kannel;
mod people;
mod verdict;

use std::time::{Duration, Instant};

use kuitti_tests::office::Office;
use kuitti_tests::process::{PhoneProcess, ServerProcess};

use self::gates::{Gates, Night, Way};
use self::people::{Citizen, Crowd, Lot};
use crate::scene::{PHONE, SERVER, Site};
use crate::{Chance, asked, rounds};

const COMPLETIONS: usize = 60;
const KILLS: usize = 6;
/// If nothing arrives for so long, there is nothing to wait for before the next kill.
const LULL: Duration = Duration::from_secs(2);
/// A message that was being handed over when the server died is looked at again after two minutes; on a slow machine one may be tried
/// four times more, with pauses of up to four minutes.
const PATIENCE: Duration = Duration::from_secs(900);
const SOON: Duration = Duration::from_millis(5);

#[tokio::test(flavor = "multi_thread")]
async fn citizens_are_told_once_and_the_truth_however_often_the_server_is_killed() {
    play(Way::Direct).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn citizens_are_told_once_and_the_truth_through_kannel() {
    play(Way::Kannel).await;
}

async fn play(way: Way) {
    let Some(gates) = Gates::open(way) else { return };
    let completions = asked("TOWN_MESSAGES").unwrap_or(COMPLETIONS);
    let kills = asked("TOWN_KILLS").unwrap_or_else(|| rounds(KILLS));
    let data = tempfile::tempdir().unwrap();
    let site = Site::of(data.path());
    let mut crowd = Crowd::found(&site, completions).await;
    let mut server = ServerProcess::start(SERVER, data.path(), Vec::new());
    let office = Office::log_in(server.url()).await;

    // The third part of the kills while the citizens hear that their reports are here, and the night's work is done.
    gates.furnish(&mut server, data.path(), Night::Now);
    let mut kill = Kill::new(kills, completions);
    let (mut at_night, _night_files) = phone(&server, Lot::AtNight, "finish");
    kill.third(&mut server, &gates);
    at_night.listen_to_the_end();
    gates.furnish(&mut server, data.path(), Night::Over);

    // The worker goes on without a network, while the office cancels some of the orders.
    let (mut finishing, _files) = phone(&server, Lot::Told, "finish");
    while finishing.saved.is_empty() {
        finishing.listen(1);
    }
    server.kill();
    crowd.cancel_some(&site).await;
    server.start_again();

    // Another while the phones tell of the day's work, and the rest when the undo window has ended.
    let (mut regretting, _others_files) = phone(&server, Lot::Undone, "regret");
    kill.third(&mut server, &gates);
    finishing.listen_to_the_end();
    regretting.listen_to_the_end();
    until_arrived(&gates, gates.arrived() + 1, gates::UNDO);
    kill.third(&mut server, &gates);
    until_settled(&office, &crowd).await;
    server.kill();

    let kills = kill.in_a_third * 3;
    let verdict = verdict::judge(&site, &crowd.0, &gates.taken()).await;
    assert!(verdict.is_kept(), "{verdict:#?}");
    // Whoever counts kills reads this line.
    println!("\nkills: {kills} of the server with {verdict}");
}

/// A phone of the worker to whom these fall, and its files.
fn phone(server: &ServerProcess, lot: Lot, day: &str) -> (PhoneProcess, tempfile::TempDir) {
    let files = tempfile::tempdir().unwrap();
    let words = [
        server.url(),
        lot.code().to_owned(),
        "0".to_owned(),
        day.to_owned(),
    ];
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let phone = PhoneProcess::start(PHONE, files.path(), &words, Vec::new());
    (phone, files)
}

/// Kills of the server in the middle of what it sends.
struct Kill {
    in_a_third: usize,
    /// Messages between two kills, at the most.
    apart: u64,
    chance: Chance,
}

impl Kill {
    fn new(kills: usize, messages: usize) -> Self {
        let in_a_third = kills.div_ceil(3);
        Self {
            in_a_third,
            apart: (messages / in_a_third).max(1) as u64,
            chance: Chance(0x6d65_7373),
        }
    }

    fn third(&mut self, server: &mut ServerProcess, gates: &Gates) {
        for _ in 0..self.in_a_third {
            until_arrived(gates, gates.arrived() + self.chance.below(self.apart), LULL);
            server.kill();
            server.start_again();
        }
    }
}

/// Until so much has arrived, or nothing for a while.
fn until_arrived(gates: &Gates, goal: usize, lull: Duration) {
    let mut arrived = gates.arrived();
    let mut since = Instant::now();
    while arrived < goal && since.elapsed() < lull {
        std::thread::sleep(SOON);
        let now = gates.arrived();
        if now > arrived {
            (arrived, since) = (now, Instant::now());
        }
    }
}

/// Until every message has left, is listed for a person, or waits for the morning.
async fn until_settled(office: &Office, crowd: &Crowd) {
    let at_night = |citizen: &&Citizen| citizen.lot == Lot::AtNight;
    let waiting = crowd.0.iter().filter(at_night).count() as u64;
    let begun = Instant::now();
    loop {
        let messages = office.messages().await;
        if messages.waiting == waiting {
            return;
        }
        assert!(
            begun.elapsed() < PATIENCE,
            "{} messages never left",
            messages.waiting
        );
        tokio::time::sleep(SOON).await;
    }
}
