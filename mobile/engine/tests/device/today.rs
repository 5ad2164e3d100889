//! The list of the day: visiting order, places, the pool, what is new.

use kuitti_engine::protocol::{
    News, OrderCard, PlaceSource, Problem, Reply, Request, ShiftSummary, Today, Urgency,
};
use kuitti_shared::domain::{Appointment, Assignee, Fix, PhotoRole, Position, Priority, RequiredEvidence};
use kuitti_shared::id::{CrewId, OpId, OrderId};
use kuitti_shared::operation::Action;
use kuitti_shared::rules::evidence::QuickFinish;
use kuitti_shared::unit::{Metres, WallTime};
use uuid::Uuid;

use crate::device::{Device, done};
use crate::pictures::plain;
use crate::town::{Fault, NOON, Town};

const CREW: CrewId = CrewId(Uuid::from_u128(7));

async fn stand_at(device: &Device, latitude: f64) {
    let fix = Fix {
        position: Position::new(latitude, 24.952_4).unwrap(),
        accuracy: Metres(10.0),
        at: WallTime(NOON),
    };
    device
        .engine
        .call(
            Request::SetFix {
                fix: Some(fix),
                source: PlaceSource::Phone,
            },
            Vec::new(),
        )
        .await;
}

async fn plan(device: &Device) {
    let reply = device.engine.call(Request::PlanVisits, Vec::new()).await.reply;
    assert_eq!(reply, Reply::Done);
}

fn numbers(cards: &[OrderCard]) -> Vec<&str> {
    cards.iter().map(|card| card.number.0.as_str()).collect()
}

fn open(today: &Today) -> Vec<&str> {
    numbers(&today.open)
}

/// Five lamps along a street, from south to north.
async fn street() -> (Town, Device) {
    let town = Town::new();
    for number in 1..=5 {
        town.give(number);
    }
    let device = Device::enrolled(&town).await;
    (town, device)
}

#[tokio::test]
async fn orders_are_visited_along_the_way_and_pressing_ones_first() {
    let town = Town::new();
    for number in 1..=5 {
        let order = town.give(number);
        town.edit(order, |order| match number {
            2 => order.due_at = Some(WallTime(NOON - 1)),
            4 => order.priority = Priority::Urgent,
            5 => order.warn_at = Some(WallTime(NOON - 1)),
            _ => {}
        });
    }
    let device = Device::enrolled(&town).await;
    stand_at(&device, 60.175).await;
    let today = device.today().await;
    assert_eq!(
        open(&today),
        ["W-4", "W-2", "W-1", "W-3", "W-5"].map(|number| number),
        "{today:#?}"
    );
    let urgencies: Vec<Urgency> = today.open.iter().map(|card| card.urgency).collect();
    assert_eq!(urgencies[..2], [Urgency::Urgent, Urgency::Overdue]);
    let way = today
        .open
        .iter()
        .find(|card| card.number.0 == "W-3")
        .unwrap()
        .way
        .unwrap();
    assert!(
        (way.distance.0 - 278.0).abs() < 5.0 && way.bearing.0 > 179.0,
        "{way:?}"
    );
}

#[tokio::test]
async fn a_list_that_is_read_does_not_jump() {
    let (town, device) = street().await;
    stand_at(&device, 60.169).await;
    let along = ["W-1", "W-2", "W-3", "W-4", "W-5"];
    assert_eq!(open(&device.today().await), along);
    // The worker walks to the other end; what comes in lies on the way back, and nothing else moves.
    stand_at(&device, 60.176).await;
    let between = town.give(6);
    town.edit(between, |order| {
        order.place.position = Position::new(60.172, 24.952_6).ok();
    });
    device.sync().await;
    assert_eq!(
        open(&device.today().await),
        ["W-6", "W-1", "W-2", "W-3", "W-4", "W-5"]
    );
    plan(&device).await;
    assert_eq!(
        open(&device.today().await),
        ["W-5", "W-4", "W-3", "W-6", "W-2", "W-1"]
    );
    // A few steps change nothing.
    stand_at(&device, 60.175_5).await;
    plan(&device).await;
    assert_eq!(open(&device.today().await)[0], "W-5");
}

#[tokio::test]
async fn the_first_position_puts_the_list_into_order() {
    let (_town, device) = street().await;
    device.today().await;
    stand_at(&device, 60.176).await;
    assert_eq!(open(&device.today().await)[0], "W-5");
}

#[tokio::test]
async fn orders_at_one_place_are_one_stop() {
    let (town, device) = street().await;
    let beside = town.give(7);
    town.edit(beside, |order| {
        order.place.position = Position::new(60.171_6, 24.952_4).ok();
    });
    device.sync().await;
    stand_at(&device, 60.169).await;
    let today = device.today().await;
    assert_eq!(open(&today), ["W-1", "W-2", "W-7", "W-3", "W-4", "W-5"]);
    let stops: Vec<usize> = today.open.iter().map(|card| card.stop).collect();
    assert_eq!(stops, [0, 1, 1, 2, 3, 4]);
}

#[tokio::test]
async fn what_nobody_took_lies_in_the_pool_until_somebody_does() {
    let town = Town::new();
    let order = town.give(1);
    town.edit(order, |order| {
        order.assignee = Some(Assignee::Crew(CREW));
        order.workers_take = true;
    });
    let device = Device::enrolled(&town).await;
    let today = device.today().await;
    assert_eq!((numbers(&today.pool), today.open.len()), (vec!["W-1"], 0));
    device.act(order, Action::Accept {}).await;
    let today = device.today().await;
    assert_eq!((open(&today), today.pool.len()), (vec!["W-1"], 0));
    assert_eq!(today.open[0].news, None, "whoever took it knows of it");
    let reason = "No van".to_owned();
    device.act(order, Action::HandBack { reason }).await;
    assert_eq!(numbers(&device.today().await.pool), ["W-1"]);
}

#[tokio::test]
async fn what_the_office_changed_is_marked_until_it_is_looked_at() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    let news = async || device.today().await.open[0].news;
    assert_eq!(news().await, Some(News::New));
    look(&device, order).await;
    assert_eq!(news().await, None);
    device.note(order, "Looked at it").await;
    device.sync().await;
    assert_eq!(news().await, None, "the own work is no news");
    town.edit(order, |order| {
        let version = order.version;
        order.field_versions.0.insert("title".to_owned(), version);
    });
    device.sync().await;
    assert_eq!(news().await, Some(News::Changed));
    look(&device, order).await;
    assert_eq!(device.after_a_kill().await.today().await.open[0].news, None);
}

async fn look(device: &Device, order: OrderId) {
    device.engine.call(Request::Seen { order }, Vec::new()).await;
}

#[tokio::test]
async fn a_stop_is_finished_with_one_photo() {
    let (town, device) = street().await;
    let orders = [OrderId(Uuid::from_u128(1)), OrderId(Uuid::from_u128(2))];
    for order in orders {
        town.edit(order, |order| order.evidence = vec![RequiredEvidence::PhotoAfter]);
        let value = kuitti_shared::domain::ItemValue::Tick(true);
        device
            .act(
                order,
                Action::Check {
                    item: "lit".into(),
                    value,
                },
            )
            .await;
    }
    device.sync().await;
    let quick: Vec<QuickFinish> = device
        .today()
        .await
        .open
        .iter()
        .map(|card| card.quick_finish)
        .collect();
    assert_eq!(
        quick
            .iter()
            .filter(|quick| **quick == QuickFinish::WithPhoto)
            .count(),
        2
    );
    assert_eq!(
        quick
            .iter()
            .filter(|quick| **quick == QuickFinish::OnItsOwn)
            .count(),
        3
    );
    let request = Request::FinishTogether {
        orders: orders.to_vec(),
        fix: None,
    };
    let picture = plain(3);
    let reply = device.engine.call(request, picture).await.reply;
    assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
    let together: Vec<OrderId> = device
        .today()
        .await
        .undo
        .unwrap()
        .moves
        .into_iter()
        .map(|(order, _)| order)
        .collect();
    assert_eq!(together.len(), 2, "both can be taken back");
    let news: Vec<Option<News>> = device
        .today()
        .await
        .finished
        .iter()
        .map(|card| card.news)
        .collect();
    assert_eq!(news, [None, None], "what was finished is not new");
    assert!(orders.iter().all(|order| together.contains(order)));
    let device = device.after_a_kill().await;
    device.sync().await;
    for order in orders {
        let aggregate = town.order(order);
        assert!(
            aggregate.order.status.is_terminal(),
            "{:?}",
            aggregate.order.status
        );
        let roles: Vec<PhotoRole> = aggregate.photos.iter().map(|photo| photo.role).collect();
        assert_eq!(roles, [PhotoRole::After]);
    }
    assert_eq!(town.0.borrow().files.len(), 1, "one picture for both");
}

#[tokio::test]
async fn a_report_brings_its_photo_and_survives_a_kill() {
    let (town, device) = street().await;
    let request = Request::Report {
        category: "lamp".into(),
        description: "The next one leans".to_owned(),
        place: kuitti_shared::domain::Place {
            address: "Unioninkatu 40".to_owned(),
            ..kuitti_shared::domain::Place::default()
        },
        fix: None,
    };
    let reply = device.engine.call(request, plain(3)).await.reply;
    assert!(matches!(reply, Reply::Saved { photo: Some(_), .. }), "{reply:?}");
    let device = device.after_a_kill().await;
    assert_eq!(device.receipts().await.tally.on_this_phone, 2);
    device.sync().await;
    let state = town.0.borrow();
    let said = state.operations.last().unwrap();
    assert_eq!(said.kind, "report@2");
    let file = state.files.keys().next().unwrap();
    assert_eq!(said.data["photos"][0], file.to_string());
}

#[tokio::test]
async fn at_the_end_of_the_shift_the_office_confirms_or_the_phone_says_what_is_missing() {
    let (town, device) = street().await;
    let order = OrderId(Uuid::from_u128(1));
    device.act(order, done()).await;
    device.note(order, "Private words").await;
    town.script([Fault::offline()]);
    assert!(device.try_sync().await.is_err());
    let before = shift(&device).await;
    assert_eq!(
        (before.finished, before.operations, before.operations_here),
        (1, 2, 2)
    );
    assert_eq!(before.confirmed_at, None);
    device.sync().await;
    let after = shift(&device).await;
    assert_eq!((after.operations_here, after.operations), (0, 2));
    assert_eq!(after.confirmed_at, Some(WallTime(device.clock.0.get())));
}

async fn shift(device: &Device) -> ShiftSummary {
    let since = WallTime(NOON);
    match device
        .engine
        .call(Request::Shift { since }, Vec::new())
        .await
        .reply
    {
        Reply::Shift(summary) => summary,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_log_says_what_happened_in_codes_and_is_bounded() {
    let (town, device) = street().await;
    let order = OrderId(Uuid::from_u128(1));
    device.note(order, "Private words").await;
    for _ in 0..600 {
        town.script([Fault::offline()]);
        assert!(device.try_sync().await.is_err());
    }
    device.sync().await;
    let Reply::Log(lines) = device.engine.call(Request::Log, Vec::new()).await.reply else {
        panic!("no log")
    };
    assert_eq!(lines.len(), 500);
    assert_eq!(
        (lines[0].event.as_str(), lines[1].detail.as_str()),
        ("sync", "unreachable")
    );
    assert!(lines[0].detail.starts_with("sent=1 acked=1"), "{:?}", lines[0]);
    let all = format!("{lines:?}");
    assert!(!all.contains("Private") && !all.contains("town.example"), "{all}");
}

#[tokio::test]
async fn what_was_given_back_leaves_the_way_of_today_until_the_office_decides() {
    let town = Town::new();
    let (refused, started) = (town.give(1), town.give(2));
    let device = Device::enrolled(&town).await;
    let reason = || "No vehicle".to_owned();
    device.act(refused, Action::Decline { reason: reason() }).await;
    device.act(started, Action::Accept {}).await;
    assert_eq!(numbers(&device.today().await.open), ["W-2"]);
    device.act(started, Action::HandBack { reason: reason() }).await;
    let today = device.today().await;
    assert!(today.open.is_empty(), "{today:?}");
    assert_eq!(numbers(&today.no_longer_yours), ["W-1", "W-2"]);
    // It is still on the phone, and the worker may change their mind.
    device.act(refused, Action::Accept {}).await;
    assert_eq!(numbers(&device.today().await.open), ["W-1"]);
}

const HOUR: i64 = 3_600_000;

/// Hours from noon between which somebody is there.
fn agreed(from: i64, until: i64) -> Option<Appointment> {
    Some(Appointment {
        from: WallTime(NOON + from * HOUR),
        until: WallTime(NOON + until * HOUR),
    })
}

#[tokio::test]
async fn the_way_waits_for_an_appointment_and_the_list_says_when_it_is() {
    let (town, device) = street().await;
    let nearest = OrderId(Uuid::from_u128(1));
    town.edit(nearest, |order| {
        order.due_at = Some(WallTime(NOON - 1));
        order.appointment = agreed(1, 2);
    });
    device.sync().await;
    stand_at(&device, 60.169).await;
    let today = device.today().await;
    assert_eq!(open(&today), ["W-5", "W-4", "W-3", "W-2", "W-1"]);
    assert_eq!(today.open[4].appointment, agreed(1, 2));
    assert_eq!(
        today.open[4].urgency,
        Urgency::Planned,
        "the appointment counts instead of the due time"
    );
    for (since_noon, urgency) in [
        (HOUR / 2 - 1, Urgency::Planned),
        (HOUR / 2, Urgency::DueSoon),
        (HOUR, Urgency::DueSoon),
        (2 * HOUR, Urgency::Overdue),
    ] {
        device.clock.0.set(NOON + since_noon);
        let today = device.today().await;
        let card = today.open.iter().find(|card| card.id == nearest).unwrap();
        assert_eq!(card.urgency, urgency, "{since_noon}");
    }
}

#[tokio::test]
async fn a_time_that_is_agreed_later_moves_the_list_only_when_nobody_reads_it() {
    let (town, device) = street().await;
    stand_at(&device, 60.169).await;
    let before = device.today().await;
    let nearest = before.open[0].id;
    town.edit(nearest, |order| order.appointment = agreed(20, 22));
    device.sync().await;
    assert_eq!(
        open(&device.today().await),
        open(&before),
        "no row moves under a finger"
    );
    plan(&device).await;
    let after = device.today().await;
    assert_eq!(after.open.last().unwrap().id, nearest);
    town.edit(nearest, |order| order.appointment = None);
    device.sync().await;
    plan(&device).await;
    assert_eq!(open(&device.today().await), open(&before), "also unread");
}

#[tokio::test]
async fn whoever_was_let_in_early_does_not_wait() {
    let (town, device) = street().await;
    let nearest = OrderId(Uuid::from_u128(1));
    town.edit(nearest, |order| order.appointment = agreed(1, 2));
    device.sync().await;
    device.act(nearest, Action::Start {}).await;
    stand_at(&device, 60.169).await;
    assert_eq!(open(&device.today().await)[0], "W-1");
    device.clock.0.set(NOON + 3 * HOUR);
    let today = device.today().await;
    let card = today.open.iter().find(|card| card.id == nearest).unwrap();
    assert_eq!(
        (card.urgency, card.appointment),
        (Urgency::Planned, None),
        "it was kept"
    );
}

#[tokio::test]
async fn an_order_that_waits_for_nobody_is_not_kept_waiting_by_another_in_the_same_house() {
    let (town, device) = street().await;
    let [late, agreed_on] = [5, 6].map(|number| OrderId(Uuid::from_u128(number)));
    town.give(6);
    let there = town.order(late).order.place;
    town.edit(late, |order| order.due_at = Some(WallTime(NOON - 30 * HOUR)));
    town.edit(agreed_on, |order| {
        order.place = there;
        order.appointment = agreed(20, 22);
    });
    device.sync().await;
    stand_at(&device, 60.169).await;
    assert_eq!(open(&device.today().await)[..2], ["W-5", "W-6"]);
}

#[tokio::test]
async fn what_was_finished_together_is_taken_back_together_as_long_as_there_is_time() {
    let (_, device) = street().await;
    let orders = [1, 2].map(|number| OrderId(Uuid::from_u128(number)));
    for order in orders {
        let value = kuitti_shared::domain::ItemValue::Tick(true);
        let item = "lit".into();
        device.act(order, Action::Check { item, value }).await;
    }
    assert_eq!(device.today().await.undo, None);
    let finish = Request::FinishTogether {
        orders: orders.to_vec(),
        fix: None,
    };
    assert!(matches!(
        device.engine.call(finish, Vec::new()).await.reply,
        Reply::Saved { .. }
    ));
    let offer = device.today().await.undo.unwrap();
    let half_unknown = [offer.moves[0], (OrderId(Uuid::from_u128(99)), offer.moves[0].1)];
    assert_eq!(
        take_back(&device, half_unknown.to_vec()).await,
        Reply::Failed(Problem::OrderUnknown)
    );
    assert_eq!(
        device.today().await.undo,
        Some(offer.clone()),
        "all of it or nothing"
    );
    assert!(matches!(
        take_back(&device, offer.moves.clone()).await,
        Reply::Saved { .. }
    ));
    let today = device.today().await;
    assert_eq!((today.open.len(), today.undo), (5, None));
    device.act(orders[0], done()).await;
    let again = device.today().await.undo;
    assert_eq!(again.clone().unwrap().moves.len(), 1);
    device.sync().await;
    assert_eq!(device.today().await.undo, again, "also when it has arrived");
    device.clock.0.set(offer.until.0 + 60_000);
    assert_eq!(device.today().await.undo, None, "its time is over");
}

async fn take_back(device: &Device, moves: Vec<(OrderId, OpId)>) -> Reply {
    let request = Request::TakeBack { moves };
    device.engine.call(request, Vec::new()).await.reply
}

#[tokio::test]
async fn whoever_has_gone_on_is_not_asked_any_more_whether_the_last_completion_was_meant() {
    let (_, device) = street().await;
    let orders = [1, 2].map(|number| OrderId(Uuid::from_u128(number)));
    device.act(orders[0], done()).await;
    assert!(device.today().await.undo.is_some());
    device.act(orders[1], Action::Start {}).await;
    assert_eq!(device.today().await.undo, None);
    assert!(
        device.order(orders[0]).await.undo.is_some(),
        "on the order it can still be taken back"
    );
}
