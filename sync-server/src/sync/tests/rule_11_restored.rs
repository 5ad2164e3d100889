//! Rule 11: the server comes back from a backup.

use kuitti_shared::domain::{Assignee, Extent, NoticeStage, NoticeState, Outcome};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::ReceiptOutcome as Verdict;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::sync::response::PageMode;
use kuitti_shared::unit::{Millis, Seq};

use super::{note, verdicts};
use crate::testing::Town;
use crate::testing::people::AINO;
use crate::testing::phone::Phone;

#[tokio::test]
async fn rule_11_what_came_after_the_backup_is_sent_again_and_nothing_is_there_twice() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, note("before the backup"));
    phone.sync(&town).await;
    let copy = town.copy().await;
    phone.tap(&town, order, note("after the backup"));
    let sent = phone.waiting.clone();
    phone.sync(&town).await;
    town.clock.move_by(Millis::from_seconds(60));
    let town = town.restored(copy).await;
    // The phone goes on where it was; the server says what it lacks.
    phone.tap(&town, order, note("after the restore"));
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert_eq!((answer.acked_seq, answer.need_seq), (Seq(1), Some(Seq(2))));
    assert_eq!(answer.scopes[&Scope::Worker(AINO)].mode, PageMode::Snapshot);
    phone.waiting.splice(0..0, sent);
    let receipts = phone.sync(&town).await;
    assert_eq!(verdicts(&receipts), [(Verdict::Applied, "applied"); 2]);
    let texts: Vec<String> = town
        .look(order)
        .await
        .notes
        .into_iter()
        .map(|note| note.text)
        .collect();
    assert_eq!(
        texts,
        ["before the backup", "after the backup", "after the restore"]
    );
}

#[tokio::test]
async fn rule_11_operations_on_an_order_from_the_gap_wait_until_it_is_made_again() {
    let town = Town::with_people().await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let copy = town.copy().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    phone.sync(&town).await;
    phone.tap(&town, order, note("in the gap"));
    let town = town.restored(copy).await;
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Verdict::Held, "unknown_order")]
    );
    assert!(phone.held(order).is_none(), "the snapshot knows nothing of it");
}

#[tokio::test]
async fn rule_11_what_the_lost_server_may_have_told_is_left_to_a_person() {
    let town = Town::with_people().await;
    let request = town.request().await;
    let order = town.order_for(Some(Assignee::Worker(AINO)), vec![request]).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let copy = town.copy().await;
    let done = Action::Finish {
        outcome: Outcome::Done,
        extent: Extent::Whole,
        follow_up: None,
    };
    phone.tap(&town, order, done);
    let sent = phone.waiting.clone();
    phone.sync(&town).await;
    town.clock.move_by(Millis::from_seconds(60));
    let town = town.restored(copy).await;
    phone.waiting = sent;
    phone.sync(&town).await;
    let notices = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .notices_of(request)
        .await
        .unwrap();
    let states: Vec<_> = notices
        .into_iter()
        .map(|notice| (notice.stage, notice.state))
        .collect();
    assert_eq!(states, [(NoticeStage::Done, NoticeState::Uncertain)]);
}

#[tokio::test]
async fn rule_11_the_same_backup_restored_twice_gives_out_no_epoch_twice() {
    let town = Town::with_people().await;
    let (copy, again) = (town.copy().await, town.copy().await);
    let town = town.restored(copy).await;
    town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let told = phone.cursors.clone();
    town.clock.move_by(Millis::from_seconds(60));
    let town = town.restored(again).await;
    // As long a feed as before, with another order in it.
    town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.cursors = told;
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert_eq!(answer.scopes[&Scope::Worker(AINO)].mode, PageMode::Snapshot);
}
