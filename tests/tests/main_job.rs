//! The main job, headless: a lamp is repaired where there is no signal, and what the office does meanwhile.

#![cfg(test)]

use kuitti_engine::protocol::{Problem, ReceiptState, Request, Standing};
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, NoticeStage, OrderStatus, RequestStage};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::response::GoneReason;
use kuitti_tests::phone::{Link, Phone};
use kuitti_tests::town::{AINO, BERT, CARL, LAMPS, OTHERS, Town, eventually};

#[tokio::test]
async fn a_lamp_is_repaired_where_there_is_no_signal() {
    let town = Town::start().await;
    let request = town.request().await;
    let order = town.order(request, Assignee::Crew(LAMPS)).await;
    let phone = Phone::of(&town, AINO).await;
    assert_eq!(phone.today().await.open.len(), 1);

    phone.set_link(Link::Down);
    phone.do_the_job(order).await;
    let status = phone.status().await;
    assert_eq!((status.pending.operations, status.pending.photos), (9, 2));
    assert_eq!(phone.receipts().await.tally.on_this_phone, 11);
    assert_eq!(
        phone.order(order).await.unwrap().aggregate.order.status,
        OrderStatus::Finished
    );
    assert_eq!(
        town.look(order).await.aggregate.order.status,
        OrderStatus::Assigned
    );

    phone
        .alive(async {
            phone.set_link(Link::Up);
            phone.ask(Request::SyncNow).await;
            phone.until_all_is_applied().await;
            eventually("the citizen is told", async || {
                town.told(request).await.contains(&NoticeStage::Done)
            })
            .await;
        })
        .await;
    assert_eq!(
        town.told(request).await,
        [NoticeStage::Received, NoticeStage::Done]
    );
    let detail = town.look(order).await;
    assert_eq!(detail.aggregate.order.status, OrderStatus::Finished);
    assert!(detail.aggregate.photos.iter().all(|photo| photo.arrived));
    assert_eq!(detail.operations.len(), 9);
    let stages: Vec<RequestStage> = detail.requests.iter().map(|request| request.stage).collect();
    assert_eq!(stages, [RequestStage::Done]);
    assert_eq!(phone.receipts().await.tally.applied, 11);
}

#[tokio::test]
async fn a_phone_in_front_hears_of_a_new_order_at_once() {
    let town = Town::start().await;
    let phone = Phone::of(&town, AINO).await;
    phone
        .alive(async {
            let order = town.order_for(Assignee::Worker(AINO)).await;
            eventually("the order is on the phone", async || {
                phone.order(order).await.is_ok()
            })
            .await;
            town.decide(order, Decision::Cancel).await;
            eventually("the order is cancelled", async || {
                let today = phone.today().await;
                today.open.is_empty()
            })
            .await;
        })
        .await;
}

#[tokio::test]
async fn rule_1_lost_answers_and_a_killed_phone_make_nothing_twice() {
    let town = Town::start().await;
    let request = town.request().await;
    let order = town.order(request, Assignee::Crew(LAMPS)).await;
    let phone = Phone::of(&town, AINO).await;
    phone.do_the_job(order).await;
    phone.set_link(Link::AnswersLost);
    assert!(phone.engine.sync_once().await.is_err());
    assert_eq!(phone.status().await.pending.operations, 9);
    assert_eq!(town.look(order).await.operations.len(), 9);

    let phone = phone.killed().await;
    assert_eq!(phone.status().await.pending.operations, 9);
    phone.sync().await;
    let detail = town.look(order).await;
    let aggregate = detail.aggregate;
    assert_eq!(
        (
            detail.operations.len(),
            aggregate.visits.len(),
            aggregate.notes.len(),
            aggregate.photos.len()
        ),
        (9, 1, 1, 2)
    );
    assert_eq!(phone.receipts().await.tally.applied, 11);
    eventually("the citizen is told", async || {
        town.told(request).await.contains(&NoticeStage::Done)
    })
    .await;
    assert_eq!(
        town.told(request).await,
        [NoticeStage::Received, NoticeStage::Done]
    );
}

#[tokio::test]
async fn the_server_is_restarted_in_the_middle() {
    let mut town = Town::start().await;
    let order = town.order_for(Assignee::Crew(LAMPS)).await;
    let phone = Phone::of(&town, AINO).await;
    phone.act(order, Action::Start {}).await;
    phone.sync().await;
    town.stop().await;
    phone.do_the_job(order).await;
    assert!(phone.engine.sync_once().await.is_err());
    assert!(matches!(
        phone.status().await.problem,
        Some(Problem::Unreachable { .. })
    ));
    town.start_again().await;
    phone.sync().await;
    assert_eq!(
        town.look(order).await.aggregate.order.status,
        OrderStatus::Finished
    );
    assert_eq!(phone.status().await.problem, None);
    assert_eq!(phone.receipts().await.tally.on_this_phone, 0);
}

#[tokio::test]
async fn rule_7_finished_offline_and_meanwhile_given_to_somebody_who_has_not_begun() {
    let town = Town::start().await;
    let order = town.order_for(Assignee::Crew(LAMPS)).await;
    let (phone, other) = (Phone::of(&town, AINO).await, Phone::of(&town, CARL).await);
    phone.do_the_job(order).await;
    town.assign(order, Assignee::Crew(OTHERS)).await;
    other.sync().await;
    assert!(other.order(order).await.is_ok());

    phone.sync().await;
    let aggregate = town.look(order).await.aggregate;
    assert_eq!(aggregate.order.status, OrderStatus::Finished);
    // It is no longer on the phone once everything has arrived; the receipt says that the work counts.
    assert_eq!(phone.receipts().await.tally.on_this_phone, 0);
    let codes: Vec<String> = phone
        .receipts()
        .await
        .lines
        .into_iter()
        .filter_map(|line| match line.state {
            ReceiptState::NeedsAttention { code } => Some(code),
            _ => None,
        })
        .collect();
    assert!(codes.contains(&"done_by_other".to_owned()), "{codes:?}");
    other.sync().await;
    assert!(other.today().await.open.is_empty());
}

#[tokio::test]
async fn rule_7_finished_offline_and_meanwhile_somebody_else_is_at_work() {
    let town = Town::start().await;
    let order = town.order_for(Assignee::Crew(LAMPS)).await;
    let (phone, other) = (Phone::of(&town, AINO).await, Phone::of(&town, BERT).await);
    other.act(order, Action::Start {}).await;
    other.sync().await;
    phone.do_the_job(order).await;
    phone.sync().await;
    let waits = OrderStatus::FinishedUnconfirmed;
    assert_eq!(town.look(order).await.aggregate.order.status, waits);
    other.sync().await;
    let view = other.order(order).await.unwrap();
    assert_eq!(view.aggregate.order.status, waits);
    let visit = view
        .aggregate
        .visits
        .iter()
        .find(|visit| visit.worker == AINO)
        .unwrap()
        .id;
    other.act(order, Action::Confirm { visit }).await;
    other.sync().await;
    assert_eq!(
        town.look(order).await.aggregate.order.status,
        OrderStatus::Finished
    );
}

#[tokio::test]
async fn rule_7_work_on_an_order_that_was_cancelled_meanwhile_is_on_record() {
    let town = Town::start().await;
    let request = town.request().await;
    let order = town.order(request, Assignee::Crew(LAMPS)).await;
    let phone = Phone::of(&town, AINO).await;
    phone.do_the_job(order).await;
    town.decide(order, Decision::Cancel).await;
    phone.sync().await;
    let detail = town.look(order).await;
    assert_eq!(detail.aggregate.order.status, OrderStatus::Cancelled);
    assert!(detail.aggregate.has_open_review());
    assert!(detail.aggregate.photos.iter().all(|photo| photo.arrived));
    assert_eq!(phone.receipts().await.tally.on_this_phone, 0);
    assert!(!town.told(request).await.contains(&NoticeStage::Done));
}

#[tokio::test]
async fn rule_5_an_order_taken_away_leaves_the_phone_when_its_photos_have_arrived() {
    let town = Town::start().await;
    let order = town.order_for(Assignee::Crew(LAMPS)).await;
    let phone = Phone::of(&town, AINO).await;
    phone.do_the_job(order).await;
    town.assign(order, Assignee::Worker(CARL)).await;
    phone.sync().await;
    phone.sync().await;
    let today = phone.today().await;
    assert!(today.no_longer_yours.is_empty(), "{today:?}");
    assert_eq!(phone.receipts().await.lines.len(), 11);
    let reasons = [GoneReason::Reassigned, GoneReason::DoneByOther];
    assert!(today.open.iter().all(|card| {
        card.no_longer_yours
            .is_none_or(|reason| !reasons.contains(&reason))
    }));
}

#[tokio::test]
async fn a_revoked_phone_works_on_and_hands_in_after_a_new_code() {
    let town = Town::start().await;
    let order = town.order_for(Assignee::Crew(LAMPS)).await;
    let phone = Phone::of(&town, AINO).await;
    phone.act(order, Action::Accept {}).await;
    phone.sync().await;
    town.revoke(AINO).await;
    assert!(phone.engine.sync_once().await.is_err());
    assert_eq!(phone.status().await.standing, Standing::Revoked);
    phone.finish(order).await;

    phone.enrol(&town, AINO).await;
    phone.sync().await;
    let status = phone.status().await;
    assert_eq!(
        (status.standing, status.problem, status.pending.operations),
        (Standing::Active, None, 0)
    );
    assert_eq!(
        town.look(order).await.aggregate.order.status,
        OrderStatus::Finished
    );
}
