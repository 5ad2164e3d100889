//! Rule 6: merged per field.

use kuitti_shared::api::attention::Attention;
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, ItemValue, OrderStatus, Role};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::ReceiptOutcome as Outcome;
use kuitti_shared::unit::Millis;

use super::{done, note, verdicts};
use crate::sync::housekeeping;
use crate::testing::people::{AINO, BERT, CREW};
use crate::testing::phone::Phone;
use crate::testing::{Town, Who};

fn check(works: bool) -> Action {
    Action::Check {
        item: "lamp_works".into(),
        value: ItemValue::Tick(works),
    }
}

#[tokio::test]
async fn rule_6_notes_of_two_phones_both_stand() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Crew(CREW))).await;
    let (mut aino, mut bert) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, BERT).await);
    aino.sync(&town).await;
    bert.sync(&town).await;
    aino.tap(&town, order, note("The fuse is gone"));
    bert.tap(&town, order, note("The pole is bent"));
    aino.sync(&town).await;
    bert.sync(&town).await;
    aino.sync(&town).await;
    assert_eq!(town.look(order).await.notes.len(), 2);
    assert_eq!(aino.held(order), bert.held(order));
}

#[tokio::test]
async fn rule_6_a_clash_keeps_the_later_arrival_and_both_see_it() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Crew(CREW))).await;
    let (mut aino, mut bert) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, BERT).await);
    aino.sync(&town).await;
    bert.sync(&town).await;
    aino.tap(&town, order, check(true));
    bert.tap(&town, order, check(false));
    aino.sync(&town).await;
    let receipts = bert.sync(&town).await;
    assert_eq!(
        verdicts(&receipts),
        [(Outcome::AppliedConflict, "checklist_clash")]
    );
    let after = town.look(order).await;
    assert_eq!(
        after.checklist[0].answer.as_ref().unwrap().value,
        ItemValue::Tick(false)
    );
    assert_eq!(after.checklist[0].history.len(), 1);
    aino.sync(&town).await;
    assert_eq!(aino.held(order).unwrap().conflicts.len(), 1);
}

#[tokio::test]
async fn rule_6_a_phone_never_clashes_with_itself() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, check(true));
    phone.tap(&town, order, check(false));
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Applied, "applied"); 2]
    );
}

#[tokio::test]
async fn rule_6_the_office_sees_both_values_and_takes_the_other_one() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Crew(CREW))).await;
    let (mut aino, mut bert) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, BERT).await);
    aino.sync(&town).await;
    bert.sync(&town).await;
    let lit = aino.tap(&town, order, check(true));
    bert.tap(&town, order, check(false));
    aino.sync(&town).await;
    bert.sync(&town).await;
    let dispatcher = town.log_in(Role::Dispatcher).await;
    let waiting = waiting(&town, &dispatcher).await;
    assert_eq!(waiting.conflicts.len(), 1, "{waiting:#?}");
    let found = &waiting.conflicts[0];
    let line = found.line.as_ref().unwrap();
    assert_eq!(
        (found.order.id, line.stands.as_ref().unwrap().worker),
        (order, BERT)
    );
    assert_eq!((line.others[0].worker, line.others[0].op), (AINO, lit));
    let decision = Decision::Take {
        conflict: found.conflict.id,
        value: lit,
    };
    let after = town.decide(order, decision).await;
    assert_eq!(
        after.checklist[0].answer.as_ref().unwrap().value,
        ItemValue::Tick(true)
    );
    assert_eq!(after.checklist[0].history.len(), 1, "what stood is kept");
    assert_eq!(self::waiting(&town, &dispatcher).await.conflicts, []);
    bert.sync(&town).await;
    assert_eq!(bert.held(order), Some(&after));
}

#[tokio::test]
async fn rule_6_a_completion_that_waits_for_a_word_is_shown_once_until_it_is_ruled_on() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Crew(CREW))).await;
    let (mut aino, mut bert) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, BERT).await);
    aino.sync(&town).await;
    bert.sync(&town).await;
    bert.tap(&town, order, Action::Start {});
    bert.sync(&town).await;
    aino.tap(&town, order, done());
    aino.sync(&town).await;
    town.clock.move_by(Millis::from_seconds(4_000));
    housekeeping::look(&town.app).await.unwrap();
    let dispatcher = town.log_in(Role::Dispatcher).await;
    let waiting = waiting(&town, &dispatcher).await;
    assert_eq!(
        (waiting.conflicts.len(), waiting.tasks.len()),
        (1, 0),
        "{waiting:#?}"
    );
    let visit = waiting.conflicts[0].unconfirmed[0].id;
    let after = town.decide(order, Decision::Confirm { visit }).await;
    assert_eq!(after.order.status, OrderStatus::Finished);
    let waiting = self::waiting(&town, &dispatcher).await;
    assert_eq!((waiting.conflicts, waiting.tasks), (Vec::new(), Vec::new()));
}

async fn waiting(town: &Town, dispatcher: &Who) -> Attention {
    town.get("/api/attention", dispatcher).await.read()
}
