//! Photos that wait for Wi-Fi, because the worker wants that (SYNC.md rule 13).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use kuitti_engine::ports::{Cost, Link, PortFuture, Ports};
use kuitti_engine::protocol::{Held, LargeOver, ReceiptState, Reply, Request};

use crate::device::{Device, done};
use crate::files::{add, state};
use crate::pictures::held as picture;
use crate::town::{Fault, Town};

/// A phone that goes in and out of houses.
pub(crate) struct Roaming {
    now: Cell<Cost>,
    /// What it says before that, question by question.
    first: RefCell<VecDeque<Cost>>,
}

impl Roaming {
    pub(crate) fn on(cost: Cost) -> Rc<Self> {
        let (now, first) = (Cell::new(cost), RefCell::default());
        Rc::new(Self { now, first })
    }

    pub(crate) fn goes_to(&self, cost: Cost) {
        self.now.set(cost);
    }

    /// So many questions are answered otherwise before.
    pub(crate) fn says_first(&self, cost: Cost, questions: usize) {
        *self.first.borrow_mut() = vec![cost; questions].into();
    }
}

impl Link for Roaming {
    fn cost(&self) -> PortFuture<'_, Cost> {
        let first = self.first.borrow_mut().pop_front();
        Box::pin(std::future::ready(first.unwrap_or(self.now.get())))
    }
}

async fn on_mobile_data(town: &Town) -> (Device, Rc<Roaming>) {
    let link = Roaming::on(Cost::Metered);
    let lent = Rc::clone(&link);
    let device = Device::open_with(town, tempfile::tempdir().unwrap(), |ports| Ports {
        link: lent,
        ..ports
    })
    .await;
    device.enrol("CODE").await;
    device.sync().await;
    over_wifi_only(&device).await;
    (device, link)
}

pub(crate) async fn over_wifi_only(device: &Device) {
    let over = LargeOver::WifiOnly;
    ask(device, Request::SetLargeOver { over }).await;
}

pub(crate) async fn ask(device: &Device, request: Request) -> Reply {
    device.engine.call(request, Vec::new()).await.reply
}

#[tokio::test]
async fn rule_13_photos_wait_for_wifi_and_what_was_done_does_not() {
    let town = Town::new();
    let order = town.give(1);
    let (device, link) = on_mobile_data(&town).await;
    let photo = add(&device, order, picture(1, 96, 64)).await;
    device.act(order, done()).await;
    device.sync().await;
    let waiting = device.status().await.pending;
    assert_eq!(
        (waiting.operations, waiting.photos, waiting.held),
        (0, 1, Some(Held::ForWifi))
    );
    assert_eq!(state(&device, order, photo).await, ReceiptState::OnThisPhone);
    link.goes_to(Cost::Free);
    device.sync().await;
    let sent = device.status().await.pending;
    assert_eq!((sent.photos, sent.held), (0, None));
}

#[tokio::test]
async fn a_phone_that_does_not_know_its_network_waits_for_the_workers_word() {
    let town = Town::new();
    let order = town.give(1);
    let (device, link) = on_mobile_data(&town).await;
    link.goes_to(Cost::Unknown);
    add(&device, order, picture(1, 96, 64)).await;
    device.sync().await;
    assert_eq!(device.status().await.pending.held, Some(Held::ForWord));
    ask(&device, Request::SendPhotos).await;
    device.sync().await;
    assert_eq!(device.status().await.pending.photos, 0);
    // The word was about those photos.
    add(&device, order, picture(6, 96, 64)).await;
    device.sync().await;
    let pending = device.status().await.pending;
    assert_eq!((pending.photos, pending.held), (1, Some(Held::ForWord)));
}

#[tokio::test]
async fn a_sync_that_nobody_asked_for_by_name_does_not_send_what_waits() {
    let town = Town::new();
    let order = town.give(1);
    let (device, _link) = on_mobile_data(&town).await;
    add(&device, order, picture(1, 96, 64)).await;
    ask(&device, Request::SyncNow).await;
    device.sync().await;
    assert_eq!(device.status().await.pending.photos, 1);
    let over = LargeOver::AnyNetwork;
    ask(&device, Request::SetLargeOver { over }).await;
    device.sync().await;
    assert_eq!(device.status().await.pending.photos, 0);
}

#[tokio::test]
async fn the_word_is_about_the_photos_of_that_moment_however_late_they_go() {
    let town = Town::new();
    let order = town.give(1);
    let (device, _link) = on_mobile_data(&town).await;
    let first = add(&device, order, picture(1, 96, 64)).await;
    device.sync().await;
    town.script([Fault::offline()]);
    ask(&device, Request::SendPhotos).await;
    device.try_sync().await.unwrap_err();
    let second = add(&device, order, picture(6, 96, 64)).await;
    device.sync().await;
    assert_eq!(state(&device, order, first).await, ReceiptState::Applied);
    assert_eq!(state(&device, order, second).await, ReceiptState::OnThisPhone);
    let pending = device.status().await.pending;
    assert_eq!((pending.photos, pending.held), (1, Some(Held::ForWifi)));
}

#[tokio::test]
async fn a_phone_that_leaves_the_house_meanwhile_stops_and_shows_what_has_arrived() {
    let town = Town::new();
    let order = town.give(1);
    let (device, link) = on_mobile_data(&town).await;
    let photos = [
        add(&device, order, picture(1, 96, 64)).await,
        add(&device, order, picture(6, 96, 64)).await,
    ];
    // The round asks, and so does the first of the two.
    link.says_first(Cost::Free, 2);
    device.sync().await;
    let pending = device.status().await.pending;
    assert_eq!((pending.photos, pending.held), (1, Some(Held::ForWifi)));
    let mut states = Vec::new();
    for photo in photos {
        states.push(state(&device, order, photo).await);
    }
    let applied = states.iter().filter(|state| **state == ReceiptState::Applied);
    assert_eq!(applied.count(), 1, "{states:?}");
}

#[tokio::test]
async fn nobody_is_told_of_a_network_that_was_not_asked_yet() {
    let town = Town::new();
    let order = town.give(1);
    let (device, _link) = on_mobile_data(&town).await;
    add(&device, order, picture(1, 96, 64)).await;
    let started = device.after_a_kill().await;
    assert_eq!(started.status().await.pending.held, None);
}
