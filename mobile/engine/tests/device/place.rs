//! Where the worker is, and who says so.

use kuitti_engine::protocol::{Event, PlaceSource, Problem, Reply, Request};
use kuitti_shared::domain::{Fix, Position};
use kuitti_shared::unit::{Metres, Millis, WallTime};

use crate::device::Device;
use crate::town::{NOON, Town};

async fn stand(device: &Device, latitude: f64, source: PlaceSource) -> Fix {
    let fix = Fix {
        position: Position::new(latitude, 24.952_4).unwrap(),
        accuracy: Metres(10.0),
        at: WallTime(NOON),
    };
    let fix_now = Some(fix);
    let request = Request::SetFix { fix: fix_now, source };
    assert_eq!(device.engine.call(request, Vec::new()).await.reply, Reply::Done);
    fix
}

#[tokio::test]
async fn every_source_leads_the_way_and_only_the_phones_own_is_told_to_the_office() {
    let town = Town::new();
    let order = town.give(1);
    let device = Device::enrolled(&town).await;
    for (source, is_told) in [
        (PlaceSource::Phone, true),
        (PlaceSource::Pin, false),
        (PlaceSource::Track, false),
        (PlaceSource::Phone, true),
    ] {
        let fix = stand(&device, 60.170_5, source).await;
        let way = device.today().await.open[0].way.unwrap();
        assert!(way.distance.0 < 10.0, "{way:?} by {source:?}");
        device.note(order, "here").await;
        device.sync().await;
        let told = town.0.borrow().operations.last().unwrap().position;
        assert_eq!(told, is_told.then_some(fix), "{source:?}");
    }
}

#[tokio::test]
async fn a_recorded_track_is_read_and_what_is_none_says_so() {
    let device = Device::enrolled(&Town::new()).await;
    let read = async |file: &[u8]| device.engine.call(Request::ReadTrack, file.to_vec()).await.reply;
    let point = |second| {
        format!("<trkpt lat='60.{second}' lon='24.9'><time>2026-05-04T08:00:{second}Z</time></trkpt>")
    };
    let file = format!(
        "<gpx><trk><trkseg>{}{}</trkseg></trk></gpx>",
        point(17),
        point(19)
    );
    let Reply::Track(track) = read(file.as_bytes()).await else {
        panic!("no track")
    };
    let found = track.at(Millis::from_seconds(1)).unwrap();
    assert!((found.latitude() - 60.18).abs() < 1e-9, "{found:?}");
    assert_eq!(read(b"a song").await, Reply::Failed(Problem::NoTrack));
}

#[tokio::test]
async fn what_the_town_tells_about_itself_is_news_for_every_screen() {
    let town = Town::new();
    let device = Device::enrolled(&town).await;
    let is_news = |event: &Event| matches!(event, Event::ViewChanged { orders } if orders.is_empty());
    device.events.borrow_mut().clear();
    device.sync().await;
    assert!(
        !device.events.borrow().iter().any(is_news),
        "a silent sync is none"
    );
    town.keeps(7, 1_000_000);
    device.sync().await;
    assert!(device.events.borrow().iter().any(is_news));
}
