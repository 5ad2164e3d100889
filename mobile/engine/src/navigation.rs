//! Distance and direction as the crow flies: what works without a map and without a network.

use geo::{Bearing, Distance, Haversine};
use kuitti_shared::domain::Position;
use kuitti_shared::unit::{Degrees, Metres};

use crate::protocol::Way;

/// The straight way along the great circle.
#[must_use]
pub fn way(from: Position, to: Position) -> Way {
    let (from, to) = (from.point(), to.point());
    Way {
        distance: Metres(Haversine.distance(from, to)),
        bearing: Degrees(Haversine.bearing(from, to).rem_euclid(360.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: (f64, f64), to: (f64, f64), metres: f64, degrees: f64) {
        let position = |(latitude, longitude)| Position::new(latitude, longitude).unwrap();
        let found = way(position(from), position(to));
        assert!(
            (found.distance.0 - metres).abs() < metres.mul_add(0.01, 1.0),
            "{found:?}"
        );
        assert!((found.bearing.0 - degrees).abs() < 1.0, "{found:?}");
    }

    #[test]
    fn distance_and_direction_in_helsinki() {
        let senate_square = (60.169_5, 24.952_4);
        check(senate_square, (60.179_5, 24.952_4), 1_112.0, 0.0);
        check(senate_square, (60.169_5, 24.972_4), 1_106.0, 90.0);
        check(senate_square, (60.159_5, 24.952_4), 1_112.0, 180.0);
        check(senate_square, (60.169_5, 24.932_4), 1_106.0, 270.0);
        check(senate_square, senate_square, 0.0, 0.0);
    }
}
