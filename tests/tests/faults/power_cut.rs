//! The power goes while the worker taps: whatever the server acknowledged is on its disk, photos byte for byte.
//!
//! The disk is copied while the server stands still, which is what a power cut leaves: the copy has what was written to the
//! disk and nothing that was still in memory. The same without fsync must fail, or the test would prove nothing.

use std::collections::BTreeSet;
use std::path::Path;

use crate::disk::{Disk, library_without_fsync};
use crate::promises::{Broken, broken};
use crate::rounds;
use crate::scene::{Environments, Scene, Site};

const CUTS: usize = 6;
const MEGABYTES: u64 = 96;
/// Between two cuts the phone says about so much.
const LINES: usize = 25;

#[tokio::test]
async fn a_power_cut_takes_nothing_that_was_acknowledged() {
    let Some(disk) = Disk::new("a power cut", MEGABYTES) else {
        return;
    };
    let found = cut(&disk, rounds(CUTS), None).await;
    assert!(
        found.acknowledged > 0,
        "nothing was acknowledged before any of the cuts"
    );
    assert!(found.broken.iter().all(Broken::is_nothing), "{:?}", found.broken);
}

#[tokio::test]
async fn a_power_cut_without_fsync_is_noticed() {
    let Some(library) = library_without_fsync() else {
        eprintln!("a power cut without fsync: not run, because libeatmydata is not installed");
        return;
    };
    let Some(disk) = Disk::new("a power cut without fsync", MEGABYTES) else {
        return;
    };
    let found = cut(&disk, 1, Some(&library)).await;
    assert!(found.acknowledged > 0, "nothing was acknowledged before the cut");
    assert!(
        found.broken.iter().any(|broken| !broken.lost.is_empty()),
        "operations survived without fsync"
    );
    assert!(
        found.broken.iter().any(|broken| !broken.torn.is_empty()),
        "photos survived without fsync"
    );
}

struct Found {
    acknowledged: usize,
    broken: Vec<Broken>,
}

async fn cut(disk: &Disk, cuts: usize, preload: Option<&Path>) -> Found {
    let data = disk.files().join("data");
    std::fs::create_dir(&data).unwrap();
    let environments = Environments {
        server: preload
            .map(|library| ("LD_PRELOAD", library.into()))
            .into_iter()
            .collect(),
        ..Environments::default()
    };
    let mut scene = Scene::start_with(Site::of(&data), &usize::MAX.to_string(), environments).await;
    let mut found = Found {
        acknowledged: 0,
        broken: Vec::new(),
    };
    for _ in 0..cuts {
        scene.phone.listen(LINES);
        while scene.phone.sent.is_empty() {
            scene.phone.listen(1);
        }
        let (heard, sent) = (scene.phone.heard.clone(), scene.phone.sent.clone());
        let copy = scene.server.frozen(|| disk.without_power());
        found.acknowledged = heard.len();
        found.broken.push(judge(&copy, &heard, &sent).await);
    }
    scene.server.kill();
    scene.phone.kill();
    found
}

/// A directory that cannot be opened at all has lost everything.
async fn judge(copy: &Disk, heard: &BTreeSet<String>, sent: &BTreeSet<String>) -> Broken {
    let data = copy.files().join("data");
    if !data.join("kuitti.db").is_file() {
        return Broken {
            lost: heard.clone(),
            torn: sent.clone(),
            ..Broken::default()
        };
    }
    broken(&Site::of(&data), heard, sent).await
}
