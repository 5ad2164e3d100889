//! Are two reports about one problem? Only people know; this says which are worth asking about.

use crate::domain::{METRES_PER_DEGREE, Place, Position};
use crate::unit::Metres;

/// A problem of the same category within this distance may be the same.
pub const SAME_PROBLEM: Metres = Metres(50.0);

/// A rectangle on the map, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Least latitude.
    pub south: f64,
    /// Greatest latitude.
    pub north: f64,
    /// Least longitude.
    pub west: f64,
    /// Greatest longitude.
    pub east: f64,
}

impl Bounds {
    /// All that is within `metres` of a position, and a little more.
    #[must_use]
    pub fn around(position: Position, metres: Metres) -> Self {
        let (latitude, longitude) = (position.latitude(), position.longitude());
        let up = metres.0 / METRES_PER_DEGREE;
        let aside = up / latitude.to_radians().cos().max(0.01);
        Self {
            south: latitude - up,
            north: latitude + up,
            west: longitude - aside,
            east: longitude + aside,
        }
    }
}

/// How far apart two places are, when both are known as points and near enough to be the same problem.
#[must_use]
pub fn may_be_same(one: &Place, other: &Place) -> Option<Metres> {
    let metres = one.position?.distance_to(other.position?);
    (metres.0 <= SAME_PROBLEM.0).then_some(metres)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(latitude: f64, longitude: f64) -> Place {
        Place {
            position: Position::new(latitude, longitude).ok(),
            ..Place::default()
        }
    }

    #[test]
    fn fifty_metres_are_near_in_every_direction() {
        let here = place(60.17, 24.95);
        for (north, east) in [(49.0, 0.0), (-49.0, 0.0), (0.0, 49.0), (34.0, -34.0)] {
            let up = north / METRES_PER_DEGREE;
            let aside = east / METRES_PER_DEGREE / 60.17_f64.to_radians().cos();
            let there = place(60.17 + up, 24.95 + aside);
            assert!(may_be_same(&here, &there).is_some(), "{north} {east}");
            let bounds = Bounds::around(here.position.unwrap(), SAME_PROBLEM);
            assert!(60.17 + up <= bounds.north && 60.17 + up >= bounds.south);
            assert!(24.95 + aside <= bounds.east && 24.95 + aside >= bounds.west);
        }
        let far = place(60.17 + 51.0 / METRES_PER_DEGREE, 24.95);
        assert_eq!(may_be_same(&here, &far), None);
        assert_eq!(may_be_same(&here, &Place::default()), None);
    }
}
