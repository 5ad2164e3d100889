//! Several servers on one PostgreSQL database, and a database that stops in the middle.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::{StatusCode, header};
use kuitti_shared::domain::Assignee;
use kuitti_shared::sync::ReceiptOutcome as Outcome;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::SyncResponse;
use kuitti_shared::unit::Seq;

use super::note;
use crate::testing::Town;
use crate::testing::people::{AINO, BERT, CREW};
use crate::testing::phone::Phone;
use crate::testing::postgres::Cluster;

/// Nothing here takes this long unless it hangs.
const HANGS: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_push_to_one_server_wakes_a_wait_at_the_other() {
    let Some(cluster) = Cluster::start() else { return };
    let here = Town::with_people_at(cluster.address()).await;
    let there = Arc::new(here.second_server().await);
    let order = here.order(Some(Assignee::Crew(CREW))).await;
    let (mut aino, mut bert) = (Phone::enrol(&here, AINO).await, Phone::enrol(&here, BERT).await);
    aino.sync(&here).await;
    bert.sync(&there).await;
    let waiting = {
        let (there, bert) = (Arc::clone(&there), bert.clone());
        tokio::spawn(async move {
            there
                .post("/sync/v1/wait", &bert.who, &bert.request(&there))
                .await
        })
    };
    aino.tap(&here, order, note("the ladder is behind the house"));
    aino.sync(&here).await;
    let answer: SyncResponse = tokio::time::timeout(HANGS, waiting)
        .await
        .unwrap()
        .unwrap()
        .read();
    let notes = &answer.scopes[&Scope::Crew(CREW)].changes[0].notes;
    assert_eq!(notes[0].text, "the ladder is behind the house");
}

#[tokio::test]
async fn two_crew_members_push_to_two_servers_while_the_office_plans_and_nothing_is_lost_or_doubled() {
    let Some(cluster) = Cluster::start() else { return };
    let here = Town::with_people_at(cluster.address()).await;
    let there = here.second_server().await;
    let order = here.order(Some(Assignee::Crew(CREW))).await;
    let (mut aino, mut bert) = (Phone::enrol(&here, AINO).await, Phone::enrol(&here, BERT).await);
    aino.sync(&here).await;
    bert.sync(&there).await;
    let push = async |town: &Town, phone: &mut Phone, who: &str| {
        for number in 0..20 {
            phone.tap(town, order, note(&format!("{who} {number}")));
            phone.sync(town).await;
        }
    };
    let planning = async {
        for _ in 0..20 {
            there.order(Some(Assignee::Crew(CREW))).await;
        }
    };
    futures_util::future::join3(
        push(&here, &mut aino, "aino"),
        push(&there, &mut bert, "bert"),
        planning,
    )
    .await;
    let mut notes: Vec<String> = here
        .look(order)
        .await
        .notes
        .into_iter()
        .map(|note| note.text)
        .collect();
    notes.sort();
    notes.dedup();
    assert_eq!(notes.len(), 40);
    // Both phones come to the same view from wherever they were; `take_in` compares the digest.
    aino.sync(&there).await;
    bert.sync(&here).await;
    assert_eq!(aino.held(order), bert.held(order));
    assert_eq!(aino.all_held().len(), 21);
}

#[tokio::test]
async fn one_device_that_pushes_twice_at_once_is_numbered_once() {
    let Some(cluster) = Cluster::start() else { return };
    let here = Town::with_people_at(cluster.address()).await;
    let there = here.second_server().await;
    let order = here.order(Some(Assignee::Worker(AINO))).await;
    let mut aino = Phone::enrol(&here, AINO).await;
    aino.sync(&here).await;
    for number in 0..10 {
        aino.tap(&here, order, note(&format!("note {number}")));
    }
    let request = aino.request(&here);
    let (one, two) =
        futures_util::future::join(aino.send(&here, &request), aino.send(&there, &request)).await;
    assert_eq!((one.acked_seq, two.acked_seq), (Seq(10), Seq(10)));
    assert!(
        one.results
            .iter()
            .chain(&two.results)
            .all(|receipt| receipt.outcome != Outcome::Quarantined)
    );
    assert_eq!(here.look(order).await.notes.len(), 10);
}

#[tokio::test]
async fn a_database_that_stops_at_once_loses_nothing_that_was_acknowledged() {
    let Some(mut cluster) = Cluster::durable() else {
        return;
    };
    let town = Town::with_people_at(cluster.address()).await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut aino = Phone::enrol(&town, AINO).await;
    aino.sync(&town).await;
    for round in 0..5 {
        let pushing = async {
            let mut repeated = 0;
            for number in 0..60 {
                aino.tap(&town, order, note(&format!("round {round}, note {number}")));
                repeated += push_until_taken(&town, &mut aino).await;
            }
            repeated
        };
        let breaking = async {
            tokio::time::sleep(Duration::from_millis(20 + 37 * round)).await;
            cluster.stop_at_once();
            tokio::time::sleep(Duration::from_millis(200)).await;
            cluster.run();
        };
        let (repeated, ()) = futures_util::future::join(pushing, breaking).await;
        println!("round {round}: {repeated} pushes had to be repeated");
    }
    let mut notes: Vec<String> = town
        .look(order)
        .await
        .notes
        .into_iter()
        .map(|note| note.text)
        .collect();
    let all = notes.len();
    notes.sort();
    notes.dedup();
    assert_eq!(
        (all, notes.len()),
        (300, 300),
        "every note was acknowledged, and each is there once"
    );
}

/// Tries again as a phone does, and counts how often it had to.
async fn push_until_taken(town: &Town, phone: &mut Phone) -> usize {
    let began = Instant::now();
    let mut refused = 0;
    loop {
        assert!(began.elapsed() < HANGS, "the server does not recover");
        let answer = phone.post(town, &phone.request(town)).await;
        if answer.status.is_success() {
            phone.take_in(&answer.read());
            return refused;
        }
        assert_eq!(
            answer.status,
            StatusCode::SERVICE_UNAVAILABLE,
            "{}",
            answer.text()
        );
        assert!(answer.headers.contains_key(header::RETRY_AFTER));
        refused += 1;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
