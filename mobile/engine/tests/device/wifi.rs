//! Photos that wait for Wi-Fi, because the worker wants that (SYNC.md rule 13).

use std::cell::Cell;
use std::rc::Rc;

use kuitti_engine::ports::{Cost, Link, PortFuture, Ports};
use kuitti_engine::protocol::{Held, LargeOver, ReceiptState, Reply, Request};

use crate::device::{Device, done};
use crate::files::{add, state};
use crate::pictures::held as picture;
use crate::town::Town;

/// A phone that goes in and out of houses.
struct Roaming(Cell<Cost>);

impl Link for Roaming {
    fn cost(&self) -> PortFuture<'_, Cost> {
        Box::pin(std::future::ready(self.0.get()))
    }
}

async fn on_mobile_data(town: &Town) -> (Device, Rc<Roaming>) {
    let link = Rc::new(Roaming(Cell::new(Cost::Metered)));
    let lent = Rc::clone(&link);
    let device = Device::open_with(town, tempfile::tempdir().unwrap(), |ports| Ports {
        link: lent,
        ..ports
    })
    .await;
    device.enrol("CODE").await;
    device.sync().await;
    let over = LargeOver::WifiOnly;
    ask(&device, Request::SetLargeOver { over }).await;
    (device, link)
}

async fn ask(device: &Device, request: Request) -> Reply {
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
    link.0.set(Cost::Free);
    device.sync().await;
    let sent = device.status().await.pending;
    assert_eq!((sent.photos, sent.held), (0, None));
}

#[tokio::test]
async fn a_phone_that_does_not_know_its_network_waits_for_the_workers_word() {
    let town = Town::new();
    let order = town.give(1);
    let (device, link) = on_mobile_data(&town).await;
    link.0.set(Cost::Unknown);
    add(&device, order, picture(1, 96, 64)).await;
    device.sync().await;
    assert_eq!(device.status().await.pending.held, Some(Held::ForWord));
    ask(&device, Request::SendNow).await;
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
