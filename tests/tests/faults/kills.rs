//! Server and phone are killed again and again while the worker taps: nothing that was saved is lost, nothing is doubled.

use crate::promises::broken;
use crate::scene::Scene;
use crate::{Chance, rounds};

const KILLS: usize = 10;
/// A kill comes after so many lines of the phone at the most.
const LINES: u64 = 12;
/// So many taps for each kill, so that there is something to be lost.
const TAPS: usize = 6;

#[tokio::test]
async fn kills_of_server_and_phone_lose_and_double_nothing() {
    let kills = rounds(KILLS);
    let data = tempfile::tempdir().unwrap();
    let mut scene = Scene::start(data.path(), kills * TAPS).await;
    let mut chance = Chance(0x4b75_6974);
    for _ in 0..kills {
        scene.phone.listen(1 + chance.below(LINES));
        match chance.below(3) {
            0 => {
                scene.phone.kill();
                scene.phone.start_again();
            }
            1 => {
                scene.server.kill();
                scene.phone.listen(chance.below(LINES));
                scene.server.start_again();
            }
            _ => {
                scene.server.kill();
                scene.phone.kill();
                scene.phone.start_again();
                scene.server.start_again();
            }
        }
    }
    scene.phone.listen_to_the_end();
    scene.server.kill();
    let Scene { phone, .. } = &scene;
    assert!(phone.saved.is_subset(&phone.heard), "some taps have no receipt");
    assert!(phone.saved.len() >= kills * TAPS - 2 * kills && !phone.sent.is_empty());
    let broken = broken(data.path(), &phone.saved, &phone.sent).await;
    assert!(broken.is_nothing(), "{broken:?}");
}
