//! The server's disk is full at one point or another: it goes on answering, takes back nothing that it acknowledged, and
//! goes on by itself when there is room again. The phone keeps what was not taken.

use crate::disk::Disk;
use crate::promises::broken;
use crate::rounds;
use crate::scene::{Scene, Site};

const POINTS: usize = 4;
const MEGABYTES: u64 = 48;
const TAPS: usize = 24;
/// Free bytes at the first point, and how many more at each next.
const FIRST: u64 = 0;
const STEP: u64 = 60_000;

#[tokio::test]
async fn a_full_disk_loses_nothing() {
    for point in (0..rounds(POINTS)).map(|point| u64::try_from(point).unwrap()) {
        let Some(disk) = Disk::new("a full disk", MEGABYTES) else {
            return;
        };
        let data = disk.files().join("data");
        std::fs::create_dir(&data).unwrap();
        let mut scene = Scene::start(Site::of(&data), TAPS).await;
        scene.phone.listen(3);
        disk.fill(FIRST + point * STEP);
        // Until it is done, or waits for a server that can take nothing.
        scene.phone.listen(3 * TAPS);
        let health = reqwest::get(format!("{}/healthz", scene.server.url()))
            .await
            .unwrap();
        assert!(health.status().is_success(), "at point {point} the server is ill");
        disk.empty();
        scene.phone.listen_to_the_end();
        scene.server.kill();
        let broken = broken(&scene.site, &scene.phone.saved, &scene.phone.sent).await;
        assert!(broken.is_nothing(), "at point {point}: {broken:?}");
    }
}
