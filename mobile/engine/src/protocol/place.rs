//! Where the worker is, and who says so.

use kuitti_shared::domain::Position;
use kuitti_shared::unit::Millis;
use serde::{Deserialize, Serialize};

/// Who says where the device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceSource {
    /// The device's own receiver.
    #[default]
    Phone,
    /// The worker, by a pin.
    Pin,
    /// A track that was recorded before, for training.
    Track,
}

/// A recorded way, by its own clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Track {
    points: Vec<TrackPoint>,
}

/// Where the recorder was.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TrackPoint {
    /// Since the beginning of the track.
    pub after: Millis,
    /// Where.
    pub position: Position,
}

impl Track {
    /// A track through `points`, which follow each other in time. None without any.
    #[must_use]
    pub fn through(points: Vec<TrackPoint>) -> Option<Self> {
        (!points.is_empty()).then_some(Self { points })
    }

    /// Where the recorder was then: on the straight line between two points, and at the end after the end.
    #[must_use]
    pub fn at(&self, elapsed: Millis) -> Option<Position> {
        let next = self.points.partition_point(|point| point.after <= elapsed);
        let Some(after) = self.points.get(next) else {
            return self.points.last().map(|point| point.position);
        };
        match next.checked_sub(1).and_then(|before| self.points.get(before)) {
            Some(before) => between(before, after, elapsed),
            None => Some(after.position),
        }
    }
}

fn between(before: &TrackPoint, after: &TrackPoint, elapsed: Millis) -> Option<Position> {
    #[expect(clippy::cast_precision_loss, reason = "a track is far shorter than 2^53 ms")]
    let share = (elapsed - before.after).0 as f64 / (after.after - before.after).0.max(1) as f64;
    let along = |from: f64, to: f64| from + (to - from) * share;
    Position::new(
        along(before.position.latitude(), after.position.latitude()),
        along(before.position.longitude(), after.position.longitude()),
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(seconds: i64, latitude: f64) -> TrackPoint {
        TrackPoint {
            after: Millis::from_seconds(seconds),
            position: Position::new(latitude, 25.0).unwrap(),
        }
    }

    #[test]
    fn a_track_is_played_by_its_own_clock() {
        let track = Track::through(vec![point(0, 60.0), point(10, 60.1), point(20, 60.3)]).unwrap();
        for (seconds, latitude) in [
            (0, 60.0),
            (5, 60.05),
            (10, 60.1),
            (15, 60.2),
            (20, 60.3),
            (99, 60.3),
        ] {
            let found = track.at(Millis::from_seconds(seconds)).unwrap().latitude();
            assert!((found - latitude).abs() < 1e-9, "{found} after {seconds} s");
        }
    }

    #[test]
    fn without_points_there_is_no_track() {
        assert_eq!(Track::through(Vec::new()), None);
    }
}
