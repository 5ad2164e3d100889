//! Reads a recorded track (GPX 1.0 and 1.1, topografix.com): its points with their times.

use jiff::Timestamp;
use kuitti_shared::domain::Position;
use kuitti_shared::unit::Millis;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::protocol::{Problem, Track, TrackPoint};

/// More than a month of one point a second is no way of a crew.
const MOST_POINTS: usize = 3_000_000;

/// The track in a file. Points that go back in time are left out.
///
/// # Errors
/// When the file is no GPX, has no place on earth in it, or does not say when.
pub fn read(gpx: &[u8]) -> Result<Track, Problem> {
    let moments = moments(gpx).map_err(|_damaged| Problem::NoTrack)?;
    let began = moments.iter().find_map(|moment| moment.at);
    let Some(began) = began else {
        let has_places = !moments.is_empty();
        return Err(if has_places {
            Problem::TrackWithoutTime
        } else {
            Problem::NoTrack
        });
    };
    let mut points: Vec<TrackPoint> = Vec::with_capacity(moments.len());
    for Moment { position, at } in moments {
        let Some(after) = at.map(|at| Millis(at - began)) else {
            continue;
        };
        if points.last().is_none_or(|last| last.after < after) {
            points.push(TrackPoint { after, position });
        }
    }
    Track::through(points).ok_or(Problem::NoTrack)
}

/// A point of the file.
struct Moment {
    position: Position,
    /// Milliseconds since 1970.
    at: Option<i64>,
}

fn moments(gpx: &[u8]) -> Result<Vec<Moment>, Damaged> {
    let gpx = std::str::from_utf8(gpx).map_err(|_other_alphabet| Damaged)?;
    let mut reader = Reader::from_str(gpx.trim_start_matches('\u{feff}'));
    let mut moments: Vec<Moment> = Vec::new();
    let (mut in_point, mut in_time, mut is_gpx) = (false, false, false);
    loop {
        match reader.read_event().map_err(Damaged::from)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "gpx" => is_gpx = true,
                "trkpt" => {
                    in_point = true;
                    moments.push(moment(&tag)?);
                }
                "time" => in_time = in_point,
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "trkpt" => moments.push(moment(&tag)?),
            Event::Text(text) if in_time => {
                let at: Timestamp = text.trim().parse().map_err(|_no_time| Damaged)?;
                if let Some(moment) = moments.last_mut() {
                    moment.at = Some(at.as_millisecond());
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "trkpt" => in_point = false,
                "time" => in_time = false,
                _ => {}
            },
            Event::Eof => {
                return if is_gpx && !in_point {
                    Ok(moments)
                } else {
                    Err(Damaged)
                };
            }
            _ => {}
        }
        if moments.len() > MOST_POINTS {
            return Err(Damaged);
        }
    }
}

fn moment(tag: &BytesStart<'_>) -> Result<Moment, Damaged> {
    let degrees = |name: &str| {
        let attribute = tag.try_get_attribute(name).ok()??;
        attribute.value.trim().parse().ok()
    };
    let coordinates = degrees("lat").zip(degrees("lon")).ok_or(Damaged)?;
    Ok(Moment {
        position: Position::new(coordinates.0, coordinates.1).map_err(|_nowhere| Damaged)?,
        at: None,
    })
}

/// The file is not what it should be.
struct Damaged;

impl From<quick_xml::Error> for Damaged {
    fn from(_: quick_xml::Error) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gpx(points: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
             <gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">\
             <metadata><time>2020-01-01T00:00:00Z</time></metadata><trk><name>Round</name><trkseg>{points}</trkseg></trk></gpx>"
        )
    }

    fn at(track: &Track, seconds: i64) -> (f64, f64) {
        let position = track.at(Millis::from_seconds(seconds)).unwrap();
        (position.latitude(), position.longitude())
    }

    #[test]
    fn a_track_begins_with_its_first_point_and_goes_by_its_own_times() {
        let track = read(
            gpx(
                "<trkpt lat=\"60.17\" lon=\"24.94\"><ele>3</ele><time>2026-05-04T08:00:00Z</time></trkpt>\
                 <trkpt lon='24.96' lat='60.19'><time> 2026-05-04T11:00:20+03:00 </time></trkpt>",
            )
            .as_bytes(),
        )
        .unwrap();
        assert_eq!(at(&track, 0), (60.17, 24.94));
        assert_eq!(at(&track, 20), (60.19, 24.96));
    }

    #[test]
    fn a_point_that_goes_back_in_time_is_left_out() {
        let track = read(
            gpx(
                "<trkpt lat=\"60\" lon=\"24\"><time>2026-05-04T08:00:10Z</time></trkpt>\
                 <trkpt lat=\"1\" lon=\"1\"><time>2026-05-04T08:00:00Z</time></trkpt>\
                 <trkpt lat=\"61\" lon=\"24\"><time>2026-05-04T08:00:20Z</time></trkpt>",
            )
            .as_bytes(),
        )
        .unwrap();
        assert_eq!(at(&track, 5), (60.5, 24.0));
    }

    #[test]
    fn a_track_without_times_says_so() {
        let bare = gpx("<trkpt lat=\"60.17\" lon=\"24.94\"/>");
        assert_eq!(read(bare.as_bytes()), Err(Problem::TrackWithoutTime));
    }

    #[test]
    fn what_is_no_track_is_refused() {
        for nonsense in [
            "",
            "hello",
            "<gpx>",
            "<html><body/></html>",
            "<gpx><trk><trkseg><trkpt lat=\"91\" lon=\"0\"/></trkseg></trk></gpx>",
            "<gpx><trk><trkseg><trkpt lat=\"60\"/></trkseg></trk></gpx>",
            "<gpx><trk><trkseg><trkpt lat=\"60\" lon=\"24\"><time>yesterday</time></trkpt></trkseg></trk></gpx>",
            "<gpx><trk><trkseg><trkpt lat=\"60\" lon=\"24\"><time>2026-05-04T08:00:10Z</time>",
        ] {
            assert_eq!(read(nonsense.as_bytes()), Err(Problem::NoTrack), "{nonsense}");
        }
        assert_eq!(read(&[0xff, 0xd8, 0xff, 0xe0, 0, 0x3c]), Err(Problem::NoTrack));
    }
}
