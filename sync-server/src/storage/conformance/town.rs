//! The town and its people.

use kuitti_shared::domain::{Language, Localised, Position, Shift, Zone};
use kuitti_shared::id::{CrewId, WorkerId};
use kuitti_shared::unit::Millis;

use super::Opened;
use super::samples::{NOW, crew, id, worker};

pub(super) async fn counters_count_and_editions_rise(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    assert_eq!(tx.edition().await.unwrap(), 0);
    assert_eq!(tx.next_number("order").await.unwrap(), 1);
    assert_eq!(tx.next_number("order").await.unwrap(), 2);
    assert_eq!(tx.next_number("request").await.unwrap(), 1);
    tx.put_crew(&crew(1)).await.unwrap();
    tx.put_worker(&worker(2, Some(1))).await.unwrap();
    assert_eq!(tx.edition().await.unwrap(), 2);
}

pub(super) async fn people_categories_and_zones_come_back_in_their_order(opened: Opened) {
    let zone = |code: &str| Zone {
        code: code.into(),
        name: Localised::from([(Language::Fi, code)]),
        outline: vec![Position::new(60.0, 24.0).unwrap()],
    };
    let mut tx = opened.storage.write().await.unwrap();
    for number in [2, 1] {
        tx.put_crew(&crew(number)).await.unwrap();
    }
    for code in ["west", "east", "west"] {
        tx.put_zone(&zone(code)).await.unwrap();
    }
    assert_eq!(tx.crews().await.unwrap(), [crew(1), crew(2)]);
    assert_eq!(tx.zones().await.unwrap(), [zone("west"), zone("east")]);
    assert_eq!(tx.crew(CrewId(id(2))).await.unwrap(), Some(crew(2)));
}

pub(super) async fn a_worker_keeps_the_memory_of_every_crew(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    for number in [1, 2] {
        tx.put_crew(&crew(number)).await.unwrap();
    }
    for crew in [Some(1), Some(2), None] {
        tx.put_worker(&worker(9, crew)).await.unwrap();
    }
    assert_eq!(tx.worker(WorkerId(id(9))).await.unwrap(), Some(worker(9, None)));
    assert_eq!(
        tx.crews_ever_of(WorkerId(id(9))).await.unwrap(),
        [CrewId(id(1)), CrewId(id(2))]
    );
    assert_eq!(tx.workers().await.unwrap().len(), 1);
}

pub(super) async fn shifts_are_found_by_the_time_they_touch(opened: Opened) {
    let shift = Shift {
        crew: CrewId(id(1)),
        zones: Default::default(),
        from: NOW,
        until: NOW + Millis(100),
    };
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_crew(&crew(1)).await.unwrap();
    tx.put_shift(&shift).await.unwrap();
    let at = |from: i64, until: i64| (NOW + Millis(from), NOW + Millis(until));
    for ((from, until), touches) in [(at(50, 51), 1), (at(-9, 1), 1), (at(100, 200), 0), (at(-9, 0), 0)] {
        assert_eq!(tx.shifts(from, until).await.unwrap().len(), touches);
    }
    tx.delete_shift(shift.crew, shift.from).await.unwrap();
    assert_eq!(tx.shifts(NOW, NOW + Millis(1)).await.unwrap(), []);
}
