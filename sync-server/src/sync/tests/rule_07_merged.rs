//! Rule 7, the row "merged into another order": what was and what is still to come is at the survivor, and everybody hears
//! of its end once.

use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{
    Assignee, ItemValue, NoticeStage, OrderStatus, PhotoRole, RequestStage, VisitState,
};
use kuitti_shared::id::{OrderId, PhotoId, Sha256Hex};
use kuitti_shared::operation::{Action, PhotoTaken};
use kuitti_shared::sync::ReceiptOutcome as Outcome;
use kuitti_shared::sync::response::GoneReason;
use uuid::Uuid;

use super::{done, note, verdicts};
use crate::files::arrive;
use crate::orders;
use crate::testing::Town;
use crate::testing::people::{AINO, BERT, CARL, CREW};
use crate::testing::phone::Phone;

fn answer(lit: bool) -> Action {
    Action::Check {
        item: "lamp_works".into(),
        value: ItemValue::Tick(lit),
    }
}

impl Town {
    async fn merge(&self, order: OrderId, into: OrderId) -> Result<(), String> {
        let mut tx = self.write().await;
        let merged = orders::merge(&mut *tx, order, into, &self.act()).await;
        merged.map_err(|error| error.code().to_owned())?;
        tx.commit().await.unwrap();
        Ok(())
    }
}

#[tokio::test]
async fn rule_7_a_merged_order_sends_its_completion_to_the_survivor() {
    let town = Town::with_people().await;
    let (mine, theirs) = (town.request().await, town.request().await);
    let merged = town.order_for(Some(Assignee::Worker(AINO)), vec![mine]).await;
    let survivor = town.order_for(Some(Assignee::Worker(AINO)), vec![theirs]).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, merged, done());
    town.merge(merged, survivor).await.unwrap();
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Applied, "applied")]
    );
    assert_eq!(phone.gone, [(merged, GoneReason::Merged)]);
    assert_eq!(phone.held(survivor).unwrap().order.status, OrderStatus::Finished);
    assert_eq!(town.look(merged).await.order.status, OrderStatus::Cancelled);
    for request in [mine, theirs] {
        assert_eq!(town.stage(request).await, RequestStage::Done);
    }
    // The same citizen reported both: one message tells the end of both.
    let mut tx = town.app.storage.read().await.unwrap();
    let mut notices = tx.notices_of(mine).await.unwrap();
    notices.extend(tx.notices_of(theirs).await.unwrap());
    let told = notices.iter().filter(|notice| {
        notice.stage == NoticeStage::Done
            && !matches!(notice.state, kuitti_shared::domain::NoticeState::Cancelled { .. })
    });
    assert_eq!(told.count(), 1, "{notices:#?}");
}

#[tokio::test]
async fn rule_7_what_was_brought_back_for_a_merged_order_is_at_the_survivor() {
    let town = Town::with_people().await;
    let (merged, survivor) = (
        town.order(Some(Assignee::Crew(CREW))).await,
        town.order(Some(Assignee::Crew(CREW))).await,
    );
    let (mut aino, mut bert) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, BERT).await);
    aino.sync(&town).await;
    bert.sync(&town).await;
    let start = aino.tap(&town, merged, Action::Start {});
    let said = aino.tap(&town, merged, note("The cover is open"));
    aino.tap(&town, merged, answer(true));
    aino.sync(&town).await;
    bert.tap(&town, survivor, answer(false));
    bert.sync(&town).await;
    town.merge(merged, survivor).await.unwrap();
    let (gone, left) = (town.look(merged).await, town.look(survivor).await);
    assert_eq!((gone.visits.len(), gone.notes.len()), (0, 0));
    assert_eq!(left.notes[0].op, said);
    assert_eq!(
        (left.visits[0].id.0, &left.visits[0].state),
        (start.0, &VisitState::OnSite)
    );
    assert_eq!(left.order.status, OrderStatus::InWork, "Aino is of its crew");
    let line = &left.checklist[0];
    assert_eq!(line.answer.as_ref().unwrap().value, ItemValue::Tick(false));
    assert_eq!(line.history[0].value, ItemValue::Tick(true));
    assert_eq!(left.conflicts[0].code, "checklist_clash");
    // She goes on as if nothing had happened.
    aino.tap(&town, merged, done());
    assert_eq!(verdicts(&aino.sync(&town).await), [(Outcome::Applied, "applied")]);
    assert_eq!(town.look(survivor).await.visits.len(), 1);
}

#[tokio::test]
async fn rule_7_a_photo_of_a_merged_order_arrives_at_the_survivor() {
    let town = Town::with_people().await;
    let (merged, survivor) = (
        town.order(Some(Assignee::Worker(AINO))).await,
        town.order(None).await,
    );
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    let sha256 = Sha256Hex::from([0; 32]);
    let taken = PhotoTaken {
        photo: PhotoId(Uuid::from_u128(0xf0)),
        sha256: sha256.clone(),
        size: 9,
        width: 4,
        height: 3,
        role: PhotoRole::After,
        taken_at: None,
        taken_where: None,
    };
    phone.tap(&town, merged, Action::Photo(taken));
    phone.sync(&town).await;
    town.merge(merged, survivor).await.unwrap();
    let mut tx = town.write().await;
    arrive(&mut *tx, &sha256, &town.act()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(town.look(survivor).await.photos[0].arrived);
}

#[tokio::test]
async fn rule_7_a_completion_of_a_merged_order_is_late_when_the_survivor_belongs_to_another() {
    let town = Town::with_people().await;
    let (idle, busy) = (
        town.order(Some(Assignee::Worker(CARL))).await,
        town.order(Some(Assignee::Worker(CARL))).await,
    );
    let (first, second) = (
        town.order(Some(Assignee::Worker(AINO))).await,
        town.order(Some(Assignee::Worker(AINO))).await,
    );
    let (mut aino, mut carl) = (Phone::enrol(&town, AINO).await, Phone::enrol(&town, CARL).await);
    aino.sync(&town).await;
    carl.sync(&town).await;
    carl.tap(&town, busy, Action::Start {});
    carl.sync(&town).await;
    aino.tap(&town, first, done());
    aino.tap(&town, second, done());
    town.merge(first, idle).await.unwrap();
    town.merge(second, busy).await.unwrap();
    assert_eq!(
        verdicts(&aino.sync(&town).await),
        [
            (Outcome::AppliedConflict, "done_by_other"),
            (Outcome::AppliedConflict, "reassigned_at_work"),
        ]
    );
    assert_eq!(town.look(idle).await.order.status, OrderStatus::Finished);
    assert_eq!(
        town.look(busy).await.order.status,
        OrderStatus::FinishedUnconfirmed
    );
}

#[tokio::test]
async fn rule_7_a_completion_of_a_merged_order_does_not_end_a_survivor_that_was_reopened_since() {
    let town = Town::with_people().await;
    let (merged, survivor) = (
        town.order(Some(Assignee::Worker(AINO))).await,
        town.order(Some(Assignee::Worker(AINO))).await,
    );
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, merged, done());
    town.merge(merged, survivor).await.unwrap();
    town.decide(survivor, Decision::Close).await;
    town.decide(survivor, Decision::Reopen).await;
    assert_eq!(
        verdicts(&phone.sync(&town).await),
        [(Outcome::Recorded, "reopened_since")]
    );
    assert_eq!(town.look(survivor).await.order.status, OrderStatus::Assigned);
}

#[tokio::test]
async fn rule_7_orders_are_merged_one_after_another_but_never_in_a_circle() {
    let town = Town::with_people().await;
    let order = || town.order(Some(Assignee::Worker(AINO)));
    let (first, second, third, over) = (order().await, order().await, order().await, order().await);
    let mut phone = Phone::enrol(&town, AINO).await;
    phone.sync(&town).await;
    phone.tap(&town, first, done());
    town.decide(over, Decision::Cancel).await;
    town.merge(first, second).await.unwrap();
    let refused = |code: &str| Err(code.to_owned());
    assert_eq!(town.merge(second, second).await, refused("merge_into_itself"));
    assert_eq!(town.merge(second, first).await, refused("order_merged"));
    assert_eq!(town.merge(first, third).await, refused("order_merged"));
    assert_eq!(town.merge(second, over).await, refused("order_is_over"));
    assert_eq!(town.merge(over, second).await, refused("order_is_over"));
    let nothing = OrderId(Uuid::from_u128(0xff));
    assert_eq!(town.merge(second, nothing).await, refused("order_unknown"));
    town.merge(second, third).await.unwrap();
    phone.sync(&town).await;
    assert_eq!(town.look(third).await.order.status, OrderStatus::Finished);
    assert!(town.look(second).await.visits.is_empty());
}
