//! The street map: fetched part by part, checked, and read without network.

use std::io::Cursor;
use std::rc::Rc;

use kuitti_engine::ports::{Cost, PortFuture, Ports, Timer, TransportError};
use kuitti_engine::protocol::{MapOnPhone, MapState, Reply, Request};
use kuitti_shared::api::map::{BaseMap, Shape, ShapeKind};
use kuitti_shared::unit::Millis;

use crate::device::Device;
use crate::town::{Fault, Town};
use crate::wifi::{Roaming, ask, over_wifi_only};

/// A part, as the device asks for it.
const PART: usize = 256 << 10;
/// Looks at the map before a test gives up: all of it is here after some hundreds.
const PATIENCE: usize = 300_000;
/// A tile in which there is a street, and one in which there is nothing.
const STREET: (u8, u32, u32) = (15, 18_654, 9_484);
const NOTHING: (u8, u32, u32) = (15, 18_000, 9_484);

/// Lets other work go first and then is over: waits are as short as they can be.
struct Briefly;

impl Timer for Briefly {
    fn sleep(&self, _span: Millis) -> PortFuture<'_, ()> {
        Box::pin(tokio::task::yield_now())
    }
}

/// A map of one street, in a file of three parts.
fn map(name: &str) -> Vec<u8> {
    let street = Shape {
        kind: ShapeKind::MainStreet,
        name: Some(name.to_owned()),
        points: vec![6_017_000, 2_494_000, 200, 700],
    };
    let map = BaseMap {
        attribution: "someone".to_owned(),
        bounds: [60.165, 24.935, 60.18, 24.955],
        shapes: vec![street],
    };
    let mut file = Cursor::new(Vec::new());
    kuitti_tiles::draw(&map, &mut file).unwrap();
    let mut file = file.into_inner();
    // What follows the last directory means nothing, and is fetched all the same.
    file.resize(2 * PART + 100, 7);
    file
}

async fn phone(town: &Town) -> Device {
    phone_on(town, Roaming::on(Cost::Free)).await
}

async fn phone_on(town: &Town, link: Rc<Roaming>) -> Device {
    let device = Device::open_with(town, tempfile::tempdir().unwrap(), |ports| Ports {
        timer: Rc::new(Briefly),
        link,
        ..ports
    })
    .await;
    device.enrol("7K3M-Q0AB").await;
    device
}

async fn view(device: &Device) -> MapOnPhone {
    match device.engine.call(Request::Map, Vec::new()).await.reply {
        Reply::Map(map) => *map,
        other => panic!("{other:?}"),
    }
}

async fn tile(device: &Device, (z, x, y): (u8, u32, u32)) -> Option<Vec<u8>> {
    let answer = device.engine.call(Request::MapTile { z, x, y }, Vec::new()).await;
    assert_eq!(answer.reply, Reply::MapTile);
    answer.bytes
}

/// Lets the engine work until the map is as `wanted`.
async fn until(device: &Device, wanted: impl Fn(&MapOnPhone) -> bool) {
    let reached = async {
        for _ in 0..PATIENCE {
            if wanted(&view(device).await) {
                return;
            }
            tokio::task::yield_now().await;
        }
        panic!("the map never became so: {:?}", view(device).await);
    };
    tokio::select! {
        () = device.engine.run() => panic!("the engine never ends by itself"),
        () = reached => {}
    }
}

/// Lets the engine work for longer than a map takes that nothing holds up.
async fn a_while(device: &Device) {
    let passes = async {
        for _ in 0..PATIENCE / 100 {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        () = device.engine.run() => panic!("the engine never ends by itself"),
        () = passes => {}
    }
}

fn is_here(map: &MapOnPhone) -> bool {
    matches!(map.state, MapState::Here { .. })
}

fn says(tile: Option<&Vec<u8>>, name: &str) -> bool {
    tile.is_some_and(|tile| tile.windows(name.len()).any(|part| part == name.as_bytes()))
}

#[tokio::test]
async fn the_map_is_read_where_there_is_no_network() {
    let town = Town::new();
    town.0.borrow_mut().map = Some(map("Unioninkatu"));
    let device = phone(&town).await;
    assert_eq!(view(&device).await.state, MapState::None);
    assert_eq!(tile(&device, STREET).await, None);
    until(&device, is_here).await;
    assert_eq!(view(&device).await.here.unwrap().attribution, "someone");
    let without_network = device.after_a_kill().await;
    assert!(says(tile(&without_network, STREET).await.as_ref(), "Unioninkatu"));
    assert_eq!(tile(&without_network, NOTHING).await, None);
}

#[tokio::test]
async fn a_download_that_breaks_off_goes_on_where_it_stopped() {
    let town = Town::new();
    town.0.borrow_mut().map = Some(map("Unioninkatu"));
    let offline = TransportError::Unreachable("offline".to_owned());
    town.0.borrow_mut().map_faults = [Fault::None, Fault::LostAnswer, Fault::Refused(offline)].into();
    let device = phone(&town).await;
    until(&device, is_here).await;
    let part = PART as u64;
    // The second was handed out and lost, then refused, then handed out again; the first was never asked for twice.
    assert_eq!(town.0.borrow().map_parts, [0, part, part, 2 * part]);
    assert!(says(tile(&device, STREET).await.as_ref(), "Unioninkatu"));
}

#[tokio::test]
async fn rule_13_the_map_waits_for_wifi_also_half_way_and_whatever_was_said_of_photos() {
    let town = Town::new();
    town.0.borrow_mut().map = Some(map("Unioninkatu"));
    let link = Roaming::on(Cost::Metered);
    let device = phone_on(&town, link.clone()).await;
    over_wifi_only(&device).await;
    ask(&device, Request::SendPhotos).await;
    a_while(&device).await;
    assert_eq!(view(&device).await.state, MapState::None);
    // Whether to ask at all, and for the first part.
    link.says_first(Cost::Free, 2);
    ask(&device, Request::SyncNow).await;
    a_while(&device).await;
    let state = view(&device).await.state;
    let part = PART as u64;
    assert!(
        matches!(state, MapState::Coming { arrived, .. } if arrived == part),
        "{state:?}"
    );
    link.goes_to(Cost::Free);
    ask(&device, Request::SyncNow).await;
    until(&device, is_here).await;
    assert_eq!(town.0.borrow().map_parts, [0, part, 2 * part], "no part twice");
}

#[tokio::test]
async fn a_newer_map_takes_the_place_of_the_old_one_only_when_all_of_it_is_here() {
    let town = Town::new();
    town.0.borrow_mut().map = Some(map("Unioninkatu"));
    let device = phone(&town).await;
    until(&device, is_here).await;
    town.0.borrow_mut().map = Some(map("Snellmaninkatu"));
    // A day later.
    device.clock.0.set(device.clock.0.get() + 25 * 3_600_000);
    town.0.borrow_mut().map_faults = [Fault::None, Fault::Hang].into();
    device.engine.call(Request::SyncNow, Vec::new()).await;
    until(
        &device,
        |map| matches!(map.state, MapState::Coming { arrived, .. } if arrived > 0),
    )
    .await;
    let old = tile(&device, STREET).await;
    assert!(says(old.as_ref(), "Unioninkatu"), "the old one is used meanwhile");
    until(&device, is_here).await;
    assert!(says(tile(&device, STREET).await.as_ref(), "Snellmaninkatu"));
    let again = device.after_a_kill().await;
    let files = std::fs::read_dir(again.directory.path().join("photos")).unwrap();
    assert_eq!(
        files.count(),
        3,
        "the files of the old one are gone at the next start at the latest"
    );
}

#[tokio::test]
async fn a_town_that_goes_back_to_its_old_map_is_followed() {
    let town = Town::new();
    town.0.borrow_mut().map = Some(map("Unioninkatu"));
    let device = phone(&town).await;
    until(&device, is_here).await;
    town.0.borrow_mut().map = Some(map("Snellmaninkatu"));
    device.clock.0.set(device.clock.0.get() + 25 * 3_600_000);
    town.0.borrow_mut().map_faults = [Fault::None, Fault::Hang].into();
    device.engine.call(Request::SyncNow, Vec::new()).await;
    let is_coming = |map: &MapOnPhone| matches!(map.state, MapState::Coming { arrived, .. } if arrived > 0);
    until(&device, is_coming).await;
    town.0.borrow_mut().map = Some(map("Unioninkatu"));
    device.engine.call(Request::SyncNow, Vec::new()).await;
    until(&device, is_here).await;
    assert!(says(tile(&device, STREET).await.as_ref(), "Unioninkatu"));
}

#[tokio::test]
async fn a_map_that_is_not_what_was_announced_is_never_used() {
    let town = Town::new();
    town.0.borrow_mut().map = Some(map("Unioninkatu"));
    let device = phone(&town).await;
    town.0.borrow_mut().map_spoiled = 1;
    until(&device, is_here).await;
    assert_eq!(town.0.borrow().map_parts.len(), 6, "all of it was fetched again");
    assert!(says(tile(&device, STREET).await.as_ref(), "Unioninkatu"));
}
