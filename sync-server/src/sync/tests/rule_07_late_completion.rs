//! Rule 7: a finish arrives late. The table itself is tested in `kuitti_shared`; this is what the server makes of it.

use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, Category, Extent, OrderStatus, Outcome as WorkOutcome, RequestStage};
use kuitti_shared::operation::{Action, Base};
use kuitti_shared::sync::ReceiptOutcome as Outcome;
use kuitti_shared::sync::response::GoneReason;
use kuitti_shared::unit::Millis;

use super::{done, note, verdicts};
use crate::sync::housekeeping;
use crate::testing::Town;
use crate::testing::people::{AINO, BERT, CARL, CREW, category};
use crate::testing::phone::Phone;

#[tokio::test]
async fn rule_7_finished_offline_moves_order_and_request() {
    let town = Town::with_people().await;
    let request = town.request().await;
    let order = town.order_for(Some(Assignee::Worker(AINO)), vec![request]).await;
    assert_eq!(town.stage(request).await, RequestStage::Planned);
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    for action in [Action::Accept {}, Action::EnRoute {}, Action::Start {}] {
        phone.tap(&town, order, action);
    }
    phone.sync(&town).await;
    assert_eq!(town.stage(request).await, RequestStage::InWork);
    phone.tap(&town, order, done());
    phone.sync(&town).await;
    assert_eq!(town.look(order).await.order.status, OrderStatus::Finished);
    assert_eq!(town.stage(request).await, RequestStage::Done);
}

#[tokio::test]
async fn rule_7_done_by_the_former_assignee_counts_and_leaves_the_new_one() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let (mut first, mut second) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, CARL).await);
    first.sync(&town).await;
    first.tap(&town, order, done());
    town.assign(order, Assignee::Worker(CARL)).await;
    second.sync(&town).await;
    let receipts = first.sync(&town).await;
    assert_eq!(verdicts(&receipts), [(Outcome::AppliedConflict, "done_by_other")]);
    second.sync(&town).await;
    assert_eq!(second.gone, [(order, GoneReason::DoneByOther)]);
    assert!(
        first.held(order).is_some(),
        "who did it keeps it among the own finished ones"
    );
}

#[tokio::test]
async fn rule_7_two_of_a_crew_at_work_the_first_finish_waits_and_after_an_hour_the_office_is_asked() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Crew(CREW))).await;
    let (mut aino, mut bert) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, BERT).await);
    aino.sync(&town).await;
    bert.sync(&town).await;
    bert.tap(&town, order, Action::Start {});
    bert.sync(&town).await;
    aino.sync(&town).await;
    aino.tap(&town, order, done());
    assert_eq!(
        verdicts(&aino.sync(&town).await),
        [(Outcome::AppliedConflict, "another_at_work")]
    );
    assert_eq!(
        town.look(order).await.order.status,
        OrderStatus::FinishedUnconfirmed
    );
    town.clock.move_by(Millis::from_seconds(3_601));
    housekeeping::look(&town.app).await.unwrap();
    let tasks = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .open_tasks(9)
        .await
        .unwrap();
    assert_eq!(
        tasks.iter().map(|task| task.code.as_str()).collect::<Vec<_>>(),
        ["conflict", "completion_unconfirmed"]
    );
    bert.sync(&town).await;
    let visit = bert
        .held(order)
        .unwrap()
        .visits
        .iter()
        .find(|visit| visit.worker == AINO)
        .unwrap()
        .id;
    bert.tap(&town, order, Action::Confirm { visit });
    bert.sync(&town).await;
    assert_eq!(town.look(order).await.order.status, OrderStatus::Finished);
}

#[tokio::test]
async fn rule_7_work_on_a_cancelled_order_is_recorded_and_shown_to_the_office() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, done());
    town.decide(order, Decision::Cancel).await;
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Recorded, "order_cancelled")]
    );
    let after = town.look(order).await;
    assert_eq!(
        (after.order.status, after.visits.len()),
        (OrderStatus::Cancelled, 1)
    );
    let tasks = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .open_tasks(9)
        .await
        .unwrap();
    assert_eq!(tasks[0].code, "order_cancelled");
}

#[tokio::test]
async fn rule_7_done_with_a_follow_up_makes_the_next_order_for_the_same_request() {
    let town = Town::with_people().await;
    let request = town.request().await;
    let order = town.order_for(Some(Assignee::Worker(AINO)), vec![request]).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(
        &town,
        order,
        Action::Finish {
            outcome: WorkOutcome::DoneNeedsFollowUp,
            extent: Extent::Whole,
            follow_up: Some("Replace the pole".into()),
        },
    );
    phone.sync(&town).await;
    let orders = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .orders_of_request(request)
        .await
        .unwrap();
    assert_eq!(orders.len(), 2);
    let next = orders.iter().find(|next| next.order.id != order).unwrap();
    assert_eq!(
        (next.order.follows, next.order.title.as_str()),
        (Some(order), "Replace the pole")
    );
    assert_eq!(town.stage(request).await, RequestStage::NeedsVisit);
}

#[tokio::test]
async fn rule_7_a_finish_is_taken_back_within_the_window_and_not_later() {
    let town = Town::with_people().await;
    let request = town.request().await;
    let order = town.order_for(Some(Assignee::Worker(AINO)), vec![request]).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let finish = phone.tap(&town, order, done());
    phone.sync(&town).await;
    town.clock.move_by(Millis::from_seconds(60));
    phone.tap(&town, order, Action::Undo { op: finish });
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Applied, "applied")]
    );
    assert_eq!(town.stage(request).await, RequestStage::Planned);
    let finish = phone.tap(&town, order, done());
    phone.sync(&town).await;
    town.clock.move_by(Millis::from_seconds(600));
    phone.tap(&town, order, Action::Undo { op: finish });
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Recorded, "undo_too_late")]
    );
}

#[tokio::test]
async fn rule_7_a_finished_order_is_closed_by_itself_after_the_time_of_its_category() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, order, done());
    phone.sync(&town).await;
    let mut tx = town.write().await;
    let category = tx.category(&category()).await.unwrap().unwrap();
    let closes_after_days = Some(14);
    let category = Category {
        closes_after_days,
        ..category
    };
    tx.put_category(&category).await.unwrap();
    tx.commit().await.unwrap();
    for (days, status) in [(14, OrderStatus::Finished), (1, OrderStatus::Closed)] {
        town.clock.move_by(Millis::from_days(days));
        housekeeping::look(&town.app).await.unwrap();
        phone.sync(&town).await;
        assert_eq!(town.look(order).await.order.status, status);
        assert!(
            phone.held(order).is_none(),
            "it left after seven days and does not come back"
        );
    }
    let late = phone.tap(&town, order, done());
    let receipts = phone.sync(&town).await;
    assert_eq!(
        (receipts[0].op_id, receipts[0].code.as_str()),
        (late, "order_closed")
    );
}

#[tokio::test]
async fn rule_7_a_former_assignee_has_thirty_days_for_what_was_seen() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    town.assign(order, Assignee::Worker(CARL)).await;
    let base = Base::default();
    phone.tap_on(&town, Some(order), base, note("on the twenty-ninth day"));
    town.clock.move_by(Millis::from_days(29));
    housekeeping::look(&town.app).await.unwrap();
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Applied, "applied")]
    );
    // A visit is remembered for ever; a feed forgets.
    town.clock.move_by(Millis::from_days(2));
    housekeeping::look(&town.app).await.unwrap();
    phone.tap_on(&town, Some(order), base, note("on the thirty-first day"));
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Quarantined, "not_yours")]
    );
}
