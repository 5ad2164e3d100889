//! Rule 6: merged per field.

use kuitti_shared::domain::{Assignee, ItemValue};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::ReceiptOutcome as Outcome;

use super::{note, verdicts};
use crate::testing::Town;
use crate::testing::people::{AINO, BERT, CREW};
use crate::testing::phone::Phone;

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
