use std::collections::BTreeSet;

use kuitti_shared::domain::{Assignee, Language, OrderStatus, RequestStage};
use kuitti_shared::rules::order_status;
use kuitti_shared::rules::routing::{self, zone_of};
use kuitti_shared::unit::{Millis, WallTime};

use super::*;
use crate::storage::{OrderFilter, ReadTx, RequestFilter, RequestRecord};
use crate::testing::Town;

async fn seeded() -> Town {
    let town = Town::start().await;
    seed(&town.app).await.unwrap();
    town
}

async fn requests(tx: &mut dyn ReadTx) -> Vec<RequestRecord> {
    let filter = RequestFilter {
        limit: 1_000,
        ..RequestFilter::default()
    };
    tx.request_list(&filter).await.unwrap().0
}

async fn orders(tx: &mut dyn ReadTx) -> Vec<kuitti_shared::domain::OrderAggregate> {
    let filter = OrderFilter {
        limit: 1_000,
        ..OrderFilter::default()
    };
    let ids: Vec<_> = tx
        .order_list(&filter)
        .await
        .unwrap()
        .0
        .iter()
        .map(|row| row.id)
        .collect();
    tx.orders(&ids).await.unwrap()
}

#[tokio::test]
async fn seeding_again_changes_nothing_but_the_code() {
    let town = seeded().await;
    let mut tx = town.app.storage.read().await.unwrap();
    let (before, work, edition) = (
        requests(&mut *tx).await,
        orders(&mut *tx).await,
        tx.edition().await.unwrap(),
    );
    let shifts = tx.shifts(WallTime(0), WallTime(i64::MAX)).await.unwrap();
    drop(tx);
    town.clock.move_by(Millis::from_seconds(3_600));
    let first = seed(&town.app).await.unwrap();
    let second = seed(&town.app).await.unwrap();
    assert_ne!(first, second, "each time there is a new code");
    let mut tx = town.app.storage.read().await.unwrap();
    assert_eq!(requests(&mut *tx).await, before);
    assert_eq!(orders(&mut *tx).await, work);
    assert_eq!(tx.edition().await.unwrap(), edition);
    assert_eq!(tx.shifts(WallTime(0), WallTime(i64::MAX)).await.unwrap(), shifts);
}

#[tokio::test]
async fn the_town_can_be_tried_out_at_any_hour() {
    for hour in (0..24).step_by(4) {
        let town = Town::start().await;
        town.clock.move_by(Millis::from_seconds(hour * 3_600 + 3_599));
        let seeded = seed(&town.app).await;
        assert!(seeded.is_ok(), "{hour} hours after the morning: {seeded:?}");
    }
}

#[tokio::test]
async fn a_town_of_somebody_else_is_left_alone() {
    let town = Town::start().await;
    town.log_in(kuitti_shared::domain::Role::Administrator).await;
    assert_eq!(seed(&town.app).await.unwrap_err().code(), "not_empty");
}

#[tokio::test]
async fn everything_has_words_in_every_language() {
    let town = seeded().await;
    let mut tx = town.app.storage.read().await.unwrap();
    let categories = tx.categories().await.unwrap();
    let lines = categories.iter().flat_map(|category| &category.checklist);
    let words = categories.iter().map(|category| &category.name);
    let words = words.chain(lines.map(|line| &line.label));
    let articles = tx.articles().await.unwrap();
    for word in words.chain(articles.iter().map(|article| &article.name)) {
        let languages: Vec<Language> = word.0.keys().copied().collect();
        assert_eq!(languages, Language::ALL, "{word:?}");
        assert!(word.0.values().all(|text| !text.trim().is_empty()), "{word:?}");
    }
}

#[tokio::test]
async fn every_order_stands_where_its_visits_and_decisions_put_it() {
    let town = seeded().await;
    let mut tx = town.app.storage.read().await.unwrap();
    let orders = orders(&mut *tx).await;
    for order in &orders {
        assert_eq!(
            order.order.status,
            order_status::derive(order),
            "{}",
            order.order.number
        );
        assert!(order.order.created_at <= crate::testing::MORNING);
        for visit in &order.visits {
            let times = [visit.accepted_at, visit.on_site_at, visit.ended_at];
            let late = times
                .into_iter()
                .flatten()
                .find(|time| time.at > crate::testing::MORNING);
            assert_eq!(late, None, "{}", order.order.number);
        }
    }
    let seen: BTreeSet<OrderStatus> = orders.iter().map(|order| order.order.status).collect();
    let unseen: Vec<_> = OrderStatus::ALL
        .into_iter()
        .filter(|status| !seen.contains(status))
        .collect();
    // A reopened order keeps its crew, so that it is assigned again.
    assert_eq!(unseen, [OrderStatus::Reopened]);
    assert!((38..=60).contains(&orders.len()), "{}", orders.len());
}

#[tokio::test]
async fn requests_are_in_every_stage_within_the_districts_and_tell_nobody() {
    let town = seeded().await;
    let mut tx = town.app.storage.read().await.unwrap();
    let zones = tx.zones().await.unwrap();
    let requests = requests(&mut *tx).await;
    assert_eq!(requests.len(), 120);
    for request in &requests {
        let position = request.place.position.unwrap();
        assert!(zone_of(position, &zones).is_some(), "{}", request.place.address);
        assert_ne!(request.place.address, "Unioninkatu 32");
        assert_eq!(tx.notices_of(request.id).await.unwrap(), []);
    }
    let seen: BTreeSet<RequestStage> = requests.iter().map(|request| request.stage).collect();
    let unseen: Vec<_> = RequestStage::ALL
        .into_iter()
        .filter(|stage| !seen.contains(stage))
        .collect();
    assert_eq!(unseen, [RequestStage::Reopened]);
}

#[tokio::test]
async fn the_newcomer_has_a_handful_of_lamps_near_the_station() {
    let town = seeded().await;
    let mut tx = town.app.storage.read().await.unwrap();
    let crew = Assignee::Crew(people::crew(&mut *tx, people::LIGHTING_CREW).await.unwrap().id);
    let orders = orders(&mut *tx).await;
    let open = orders
        .iter()
        .filter(|order| order.order.assignee == Some(crew) && order.order.status == OrderStatus::Assigned);
    assert_eq!(open.count(), 6);
}

#[tokio::test]
async fn today_is_covered_again_after_a_week() {
    let town = seeded().await;
    town.clock.move_by(Millis::from_days(9));
    let now = town.app.clock.now();
    let mut tx = town.app.storage.read().await.unwrap();
    assert_eq!(tx.shifts(now, now + Millis(1)).await.unwrap(), []);
    drop(tx);
    seed(&town.app).await.unwrap();
    let mut tx = town.app.storage.read().await.unwrap();
    assert_eq!(tx.shifts(now, now + Millis(1)).await.unwrap().len(), 5);
}

#[tokio::test]
async fn a_fallen_tree_finds_its_crew_even_where_nobody_knows_the_point() {
    let town = seeded().await;
    let now = town.app.clock.now();
    let mut tx = town.app.storage.read().await.unwrap();
    let category = tx.category(&"fallen_tree".into()).await.unwrap().unwrap();
    let (zones, crews) = (tx.zones().await.unwrap(), tx.crews().await.unwrap());
    let shifts = tx.shifts(now, now + Millis(1)).await.unwrap();
    let today = routing::Town {
        zones: &zones,
        crews: &crews,
        shifts: &shifts,
        load: &[],
    };
    let choice = routing::choose(&category, None, today, now);
    let crew = crews.iter().find(|crew| Some(crew.id) == choice.crew).unwrap();
    assert_eq!(crew.name, "Viheralue 2", "{:?}", choice.reason);
}
