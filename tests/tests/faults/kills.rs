//! Server, phone and database are killed again and again while the worker taps: nothing that was saved is lost, nothing is
//! doubled.

use kuitti_test_support::postgres::Cluster;

use crate::promises::broken;
use crate::scene::{Scene, Site};
use crate::{Chance, rounds};

/// On each engine.
const KILLS: usize = 5;
/// A kill comes after so many lines of the phone at the most.
const LINES: u64 = 12;
/// So many taps for each kill, so that there is something to be lost.
const TAPS: usize = 6;

#[tokio::test]
async fn kills_of_server_and_phone_lose_and_double_nothing() {
    play(None).await;
}

#[tokio::test]
async fn kills_of_server_and_phone_and_postgresql_lose_and_double_nothing() {
    if let Some(cluster) = Cluster::durable() {
        play(Some(cluster)).await;
    }
}

/// Who is killed.
#[derive(Debug, Clone, Copy)]
enum Victim {
    Phone,
    Server,
    Both,
    /// Stopped in immediate mode, as if its machine had lost power.
    Database,
    DatabaseAndServer,
}

const VICTIMS: [Victim; 5] = [
    Victim::Phone,
    Victim::Server,
    Victim::Both,
    Victim::Database,
    Victim::DatabaseAndServer,
];
/// Without a database of its own only the first can be killed.
const WITHOUT_DATABASE: usize = 3;

async fn play(mut cluster: Option<Cluster>) {
    let kills = rounds(KILLS);
    let data = tempfile::tempdir().unwrap();
    let (site, victims, engine) = match &cluster {
        None => (Site::of(data.path()), WITHOUT_DATABASE, "SQLite"),
        Some(cluster) => (
            Site::on(data.path(), cluster.address()),
            VICTIMS.len(),
            "PostgreSQL",
        ),
    };
    let mut scene = Scene::start(site, kills * TAPS).await;
    let mut chance = Chance(0x4b75_6974);
    for victim in VICTIMS.iter().take(victims).cycle().take(kills) {
        scene.phone.listen(1 + chance.below(LINES));
        kill(*victim, &mut scene, cluster.as_mut(), &mut chance);
    }
    scene.phone.listen_to_the_end();
    scene.server.kill();
    let Scene { phone, .. } = &scene;
    assert!(phone.saved.is_subset(&phone.heard), "some taps have no receipt");
    assert!(phone.saved.len() >= kills * TAPS - 2 * kills && !phone.sent.is_empty());
    let broken = broken(&scene.site, &phone.saved, &phone.sent).await;
    assert!(broken.is_nothing(), "{broken:?}");
    // Whoever counts kills reads this line.
    println!("\nkills: {kills} on {engine}");
}

fn kill(victim: Victim, scene: &mut Scene, cluster: Option<&mut Cluster>, chance: &mut Chance) {
    match victim {
        Victim::Phone => {
            scene.phone.kill();
            scene.phone.start_again();
        }
        Victim::Server => {
            scene.server.kill();
            scene.phone.listen(chance.below(LINES));
            scene.server.start_again();
        }
        Victim::Both => {
            scene.server.kill();
            scene.phone.kill();
            scene.phone.start_again();
            scene.server.start_again();
        }
        Victim::Database => {
            let cluster = cluster.unwrap();
            cluster.stop_at_once();
            scene.phone.listen(chance.below(LINES));
            cluster.run();
        }
        Victim::DatabaseAndServer => {
            let cluster = cluster.unwrap();
            cluster.stop_at_once();
            scene.server.kill();
            cluster.run();
            scene.server.start_again();
        }
    }
}
