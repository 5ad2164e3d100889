//! All distances among many places. A town is laid flat once: 500 places are a quarter of a million distances, and a sine for each
//! of them would make a phone wait.

use kuitti_shared::domain::Position;

/// Of latitude, on the mean earth (IUGG: 6,371,008.8 m).
const METRES_PER_DEGREE: f64 = 111_195.08;

/// Metres from each place to each, row by row. What nobody knows where it is is as far from each place as the others are on average:
/// no way becomes shorter by going there.
pub(super) fn distances(positions: &[Option<Position>]) -> Vec<f64> {
    let centre = positions.iter().flatten().next().copied();
    let spots: Vec<Option<Spot>> = positions
        .iter()
        .map(|position| Some(Spot::around(centre?, (*position)?)))
        .collect();
    let averages = averages(&spots);
    let places: Vec<(Option<Spot>, f64)> = spots.into_iter().zip(averages).collect();
    let distance = |one: &(Option<Spot>, f64), other: &(Option<Spot>, f64)| match (one, other) {
        ((Some(one), _), (Some(other), _)) => one.distance_to(*other),
        ((Some(_), average), (None, _)) | ((None, _), (Some(_), average)) => *average,
        ((None, _), (None, _)) => 0.0,
    };
    let from = |one| places.iter().map(move |other| distance(one, other));
    places.iter().flat_map(from).collect()
}

/// How far the known places are from each of them; nothing where all are known, because nobody asks.
fn averages(spots: &[Option<Spot>]) -> Vec<f64> {
    let known: Vec<Spot> = spots.iter().flatten().copied().collect();
    if known.len() == spots.len() || known.is_empty() {
        return vec![0.0; spots.len()];
    }
    let to_all = |one: &Spot| known.iter().map(|other| one.distance_to(*other)).sum::<f64>();
    spots
        .iter()
        .map(|one| one.as_ref().map_or(0.0, to_all) / known.len() as f64)
        .collect()
}

/// A place on a flat map.
#[derive(Clone, Copy)]
struct Spot {
    east: f64,
    north: f64,
}

impl Spot {
    fn around(centre: Position, position: Position) -> Self {
        // Across the date line the short way round.
        let east = (position.longitude() - centre.longitude() + 540.0).rem_euclid(360.0) - 180.0;
        Self {
            east: east * METRES_PER_DEGREE * centre.latitude().to_radians().cos(),
            north: (position.latitude() - centre.latitude()) * METRES_PER_DEGREE,
        }
    }

    fn distance_to(self, other: Self) -> f64 {
        let (east, north) = (self.east - other.east, self.north - other.north);
        (east * east + north * north).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::way;

    #[test]
    fn within_a_town_the_flat_map_says_what_the_globe_says() {
        let place = |north: f64, east: f64| Position::new(60.17 + north, 24.94 + east).unwrap();
        let places = [place(0.0, 0.0), place(0.05, -0.1), place(-0.08, 0.02)];
        let flat = distances(&places.map(Some));
        let pairs = places
            .iter()
            .flat_map(|from| places.iter().map(move |to| way(*from, *to).distance.0));
        for (flat, globe) in flat.into_iter().zip(pairs) {
            assert!((flat - globe).abs() <= globe * 0.003, "{flat} instead of {globe}");
        }
    }

    #[test]
    fn the_date_line_is_no_wall() {
        let place = |longitude: f64| Some(Position::new(-16.8, longitude).unwrap());
        let metres = distances(&[place(179.99), place(-179.99), None]);
        assert!(metres.iter().all(|metres| *metres < 3_000.0), "{metres:?}");
    }
}
