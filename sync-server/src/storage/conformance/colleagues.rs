//! Where people of the town are reached, what they watch, and what they are told.

use kuitti_shared::api::colleagues::{Reach, Watched};
use kuitti_shared::domain::{Language, NoticeChannel, NoticeState, OrderStatus};
use kuitti_shared::id::{NoticeId, OrderId, StaffId, WorkerId};
use kuitti_shared::rules::staff_news::{Person, StaffTopic, key};
use kuitti_shared::unit::Millis;

use super::Opened;
use super::office::staff;
use super::samples::{NOW, id, order};
use crate::storage::StaffNoticeRecord;

const SMS: NoticeChannel = NoticeChannel::Sms;

pub(super) fn notice(number: u128, about: u128) -> StaffNoticeRecord {
    let person = Person::Staff(StaffId(id(7)));
    let order = OrderId(id(about));
    StaffNoticeRecord {
        id: NoticeId(id(number)),
        key: key(StaffTopic::New, order, "1", person),
        topic: StaffTopic::New,
        order,
        moment: None,
        assignee: None,
        person,
        channel: SMS,
        recipient: "+358401234567".into(),
        language: Language::Fi,
        state: NoticeState::Waiting { reason: None },
        due_at: Some(NOW),
        leased_until: None,
        attempts: 0,
        reference: None,
        created_at: NOW,
        updated_at: NOW,
    }
}

pub(super) async fn somebody_is_reached_where_they_last_said(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    let (staff, worker) = (Person::Staff(StaffId(id(7))), WorkerId(id(8)));
    assert_eq!(tx.reach_of(staff).await.unwrap(), None);
    let at = |phone: &str| Reach {
        phone: Some(phone.to_owned()),
        ..Reach::default()
    };
    for phone in ["+358401", "+358402"] {
        tx.put_reach(staff, &at(phone)).await.unwrap();
    }
    assert_eq!(tx.reach_of(staff).await.unwrap(), Some(at("+358402")));
    tx.put_reach(Person::Worker(worker), &at("+358403"))
        .await
        .unwrap();
    assert_eq!(
        tx.reach_of(Person::Worker(worker)).await.unwrap(),
        Some(at("+358403"))
    );
}

pub(super) async fn watching_begins_once_and_ends(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    let watcher = staff(7, "Liisa");
    tx.put_staff(&watcher).await.unwrap();
    let staff = watcher.id;
    let watched = Watched::Category("street_light".into());
    for _ in 0..2 {
        tx.watch(staff, &watched).await.unwrap();
    }
    assert_eq!(tx.watches().await.unwrap(), [(staff, watched.clone())]);
    tx.unwatch(staff, &watched).await.unwrap();
    assert_eq!(tx.watches().await.unwrap(), []);
}

pub(super) async fn a_colleague_is_told_once_and_until_it_is_sent_it_waits(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    for number in [1, 2] {
        tx.put_order(&order(number, OrderStatus::New, None), NOW)
            .await
            .unwrap();
    }
    let again = StaffNoticeRecord {
        id: NoticeId(id(12)),
        ..notice(10, 1)
    };
    tx.add_staff_notices(&[notice(10, 1), notice(11, 2)])
        .await
        .unwrap();
    tx.add_staff_notices(&[again]).await.unwrap();
    let due = tx.due_staff_notices(SMS, NOW, 9).await.unwrap();
    assert_eq!(due, [notice(10, 1), notice(11, 2)]);
    assert_eq!(tx.next_staff_notice_at(SMS).await.unwrap(), Some(NOW));
    let sent = StaffNoticeRecord {
        state: NoticeState::Sent,
        due_at: None,
        ..notice(10, 1)
    };
    tx.put_staff_notices(std::slice::from_ref(&sent)).await.unwrap();
    let about = [OrderId(id(1)), OrderId(id(2))];
    assert_eq!(tx.staff_notices_about(&about).await.unwrap(), [notice(11, 2)]);
    let person = notice(10, 1).person;
    assert_eq!(tx.staff_notices_to(person).await.unwrap(), [notice(11, 2)]);
    assert_eq!(tx.staff_notices(&[NoticeId(id(10))]).await.unwrap(), [sent]);
    assert_eq!(tx.forget_staff_notices(NOW + Millis(1)).await.unwrap(), 1);
    assert_eq!(tx.due_staff_notices(SMS, NOW, 9).await.unwrap(), [notice(11, 2)]);
}

pub(super) async fn orders_come_due_in_pages_unless_they_are_over(opened: Opened) {
    let mut tx = opened.storage.write().await.unwrap();
    let statuses = [
        OrderStatus::New,
        OrderStatus::Closed,
        OrderStatus::New,
        OrderStatus::New,
    ];
    for (number, status) in (1..).zip(statuses) {
        let mut late = order(number, status, None);
        late.order.warn_at = Some(NOW);
        late.order.due_at = Some(NOW + Millis(5));
        tx.put_order(&late, NOW).await.unwrap();
    }
    let mut due = Vec::new();
    let mut beyond = None;
    loop {
        let page = tx
            .orders_due(NOW - Millis(1), NOW + Millis(5), beyond, 2)
            .await
            .unwrap();
        beyond = page.last().copied();
        due.extend(page);
        if beyond.is_none() {
            break;
        }
    }
    assert_eq!(due, [1, 3, 4].map(|number| OrderId(id(number))), "each once");
    let between = tx.orders_due(NOW, NOW + Millis(4), None, 9).await.unwrap();
    assert_eq!(between, [], "told before, or not due yet");
}
