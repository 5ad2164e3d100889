//! Rule 4: the server decides the scopes; within one, sequence order is commit order; feeds are coalesced.

use kuitti_shared::apply::office::{Decision, Edit};
use kuitti_shared::domain::Assignee;
use kuitti_shared::sync::request::{Cursor, Scope};
use kuitti_shared::sync::response::PageMode;

use crate::storage::WorkerRecord;
use crate::testing::Town;
use crate::testing::people::{AINO, BERT, CARL, CREW};
use crate::testing::phone::Phone;

#[tokio::test]
async fn rule_4_a_worker_gets_own_and_crew_orders_and_nothing_else() {
    let town = Town::with_people().await;
    let own = town.order(Some(Assignee::Worker(AINO))).await;
    let shared = town.order(Some(Assignee::Crew(CREW))).await;
    let foreign = town.order(Some(Assignee::Worker(CARL))).await;
    town.order(None).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    // Asking for somebody else's stream gets nothing but "closed".
    let stolen = Scope::Worker(CARL);
    phone.cursors.insert(stolen, Cursor { epoch: 1, seq: 0 });
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert_eq!(answer.scopes[&stolen].mode, PageMode::Closed);
    assert!(answer.scopes[&stolen].changes.is_empty());
    phone.sync(&town).await;
    assert_eq!(phone.all_held(), [own, shared].into());
    assert!(phone.held(foreign).is_none());
}

#[tokio::test]
async fn rule_4_an_order_changed_twenty_times_is_sent_once() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    for count in 0..20 {
        let title = Some(format!("Title {count}"));
        town.decide(
            order,
            Decision::Edit(Edit {
                title,
                ..Edit::default()
            }),
        )
        .await;
    }
    let answer = phone.send(&town, &phone.request(&town)).await;
    let page = &answer.scopes[&Scope::Worker(AINO)];
    assert_eq!(
        (page.mode, page.changes.len(), page.more),
        (PageMode::Delta, 1, false)
    );
    assert_eq!(page.changes[0].order.title, "Title 19");
}

#[tokio::test]
async fn rule_4_a_worker_who_changes_crews_loses_the_old_stream_and_gets_the_new() {
    let town = Town::with_people().await;
    let shared = town.order(Some(Assignee::Crew(CREW))).await;
    let mut phone = Phone::enrol(&town, BERT).await;
    phone.sync(&town).await;
    assert!(phone.held(shared).is_some());
    let mut tx = town.write().await;
    let mut worker = tx.worker(BERT).await.unwrap().unwrap().worker;
    worker.crew = None;
    tx.put_worker(&WorkerRecord { worker, active: true })
        .await
        .unwrap();
    tx.commit().await.unwrap();
    phone.sync(&town).await;
    assert!(phone.held(shared).is_none());
}

#[tokio::test]
async fn rule_4_numbers_rise_without_holes_while_many_write_at_once() {
    let town = Town::with_people().await;
    let writes = (0..40).map(|_| town.order(Some(Assignee::Worker(AINO))));
    futures_util::future::join_all(writes).await;
    let mut tx = town.app.storage.read().await.unwrap();
    let scope = Scope::Worker(AINO);
    let seqs: Vec<u64> = tx
        .feed_after(scope, 0, 99)
        .await
        .unwrap()
        .iter()
        .map(|line| line.row.seq)
        .collect();
    assert_eq!(seqs, (1..=40).collect::<Vec<u64>>());
    assert_eq!(tx.scope(scope).await.unwrap().unwrap().digest.n, 40);
}
