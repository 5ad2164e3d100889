//! Rule 1: idempotent push.

use kuitti_shared::domain::Assignee;
use kuitti_shared::id::IncarnationId;
use kuitti_shared::operation::Action;
use kuitti_shared::sync::ReceiptOutcome as Outcome;
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::Seq;
use uuid::Uuid;

use super::{note, verdicts};
use crate::testing::Town;
use crate::testing::people::AINO;
use crate::testing::phone::Phone;

#[tokio::test]
async fn rule_1_the_same_push_again_gives_the_stored_verdicts_and_changes_nothing() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, Action::Start {});
    phone.tap(&town, order, note("The fuse is gone"));
    let request = phone.request(&town);
    let first = phone.send(&town, &request).await;
    let after_first = town.look(order).await;
    let second = phone.send(&town, &request).await;
    assert_eq!(first.results, second.results);
    assert_eq!((first.acked_seq, second.acked_seq), (Seq(2), Seq(2)));
    assert_eq!(town.look(order).await, after_first);
    assert_eq!(after_first.notes.len(), 1);
}

#[tokio::test]
async fn rule_1_a_push_that_comes_twice_at_once_is_answered_both_times_after_it_is_on_disk() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, Action::Start {});
    let request = phone.request(&town);
    let (one, other) = tokio::join!(phone.send(&town, &request), phone.send(&town, &request));
    for answer in [one, other] {
        assert_eq!(answer.acked_seq, Seq(1));
        // Whoever hears that it arrived also sees what came of it.
        let page = &answer.scopes[&Scope::Worker(AINO)];
        assert_eq!(page.changes[0].visits.len(), 1);
    }
}

#[tokio::test]
async fn rule_1_another_operation_under_a_known_number_is_a_fork_and_nothing_is_applied() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let mut clone = phone.clone();
    phone.tap(&town, order, note("from the phone"));
    phone.sync(&town).await;
    clone.tap(&town, order, note("from its clone"));
    clone.tap(&town, order, note("and one more"));
    clone.waiting[0].op_id.0 = Uuid::from_u128(98);
    clone.waiting[1].op_id.0 = Uuid::from_u128(99);
    let answer = clone.send(&town, &clone.request(&town)).await;
    let fresh = answer.new_incarnation.unwrap();
    assert_eq!((answer.acked_seq, answer.results.len()), (Seq(0), 0));
    assert_eq!(town.look(order).await.notes.len(), 1);
    // The device numbers anew and keeps every id; the old numbering stays valid.
    clone.incarnation = fresh;
    clone.sync(&town).await;
    phone.tap(&town, order, note("still here"));
    phone.sync(&town).await;
    assert_eq!(town.look(order).await.notes.len(), 4);
}

#[tokio::test]
async fn rule_1_nothing_after_a_gap_is_applied_and_the_answer_says_where_to_start() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    for text in ["one", "two", "three", "four"] {
        phone.tap(&town, order, note(text));
    }
    let mut request = phone.request(&town);
    request.ops.remove(1);
    let answer = phone.send(&town, &request).await;
    assert_eq!((answer.acked_seq, answer.need_seq), (Seq(1), Some(Seq(2))));
    assert_eq!(verdicts(&answer.results), [(Outcome::Applied, "applied")]);
    assert_eq!(town.look(order).await.notes.len(), 1);
}

#[tokio::test]
async fn rule_1_an_operation_known_under_another_numbering_is_a_duplicate() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, note("once"));
    let sent = phone.waiting.clone();
    phone.sync(&town).await;
    phone.incarnation = IncarnationId(Uuid::from_u128(77));
    phone.waiting = sent;
    let answer = phone.send(&town, &phone.request(&town)).await;
    phone.incarnation = answer.new_incarnation.unwrap();
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert_eq!(verdicts(&answer.results), [(Outcome::Duplicate, "applied")]);
    assert_eq!(answer.acked_seq, Seq(1));
    assert_eq!(town.look(order).await.notes.len(), 1);
}

#[tokio::test]
async fn rule_1_places_with_a_gap_between_them_that_were_acknowledged_are_a_fork() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    for text in ["one", "two", "three"] {
        phone.tap(&town, order, note(text));
    }
    let mut request = phone.request(&town);
    phone.sync(&town).await;
    // Both stand where they say; but no device forgets what lies between, and we do not read it either.
    request.ops.remove(1);
    let answer = phone.send(&town, &request).await;
    assert!(answer.new_incarnation.is_some());
    assert_eq!((answer.acked_seq, answer.results.len()), (Seq(0), 0));
    assert_eq!(town.look(order).await.notes.len(), 3);
}

#[tokio::test]
async fn rule_1_two_numbers_for_one_place_in_a_push_are_a_gap() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, note("one"));
    phone.tap(&town, order, note("forged"));
    phone.waiting[1].seq = Seq(1);
    let answer = phone.send(&town, &phone.request(&town)).await;
    assert_eq!((answer.acked_seq, answer.need_seq), (Seq(1), Some(Seq(2))));
    assert_eq!(town.look(order).await.notes.len(), 1);
}
