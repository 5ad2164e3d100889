//! Lines in hundred-thousandths of a degree (about a metre): simplified by Douglas and Peucker, and coded as differences.

/// Latitude and longitude in hundred-thousandths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Corner {
    pub(super) north: i32,
    pub(super) east: i32,
}

/// The same line with fewer corners: none of those left out is further than `tolerance` hundred-thousandths of a degree of latitude
/// from the line that is left. Both ends stay, so that streets still meet.
///
/// Source: Douglas and Peucker, "Algorithms for the reduction of the number of points", 1973.
pub(super) fn simplify(line: &[Corner], tolerance: f64) -> Vec<Corner> {
    let mut kept = Vec::with_capacity(line.len());
    kept.extend(line.first());
    // A stack in place of recursion: a shore may have very many corners.
    let mut pieces = vec![line];
    while let Some(piece) = pieces.pop() {
        let [first, inner @ .., last] = piece else {
            continue;
        };
        let distances = inner.iter().map(|corner| distance(*corner, *first, *last));
        let furthest = (1..)
            .zip(distances)
            .max_by(|one: &(usize, f64), other| one.1.total_cmp(&other.1));
        match furthest {
            Some((place, distance)) if distance > tolerance => {
                let (before, _) = piece.split_at(place + 1);
                let (_, after) = piece.split_at(place);
                pieces.push(after);
                pieces.push(before);
            }
            _ => kept.push(*last),
        }
    }
    kept
}

/// How far a corner is from the piece between two others. Degrees of longitude are shorter than those of latitude.
fn distance(corner: Corner, from: Corner, to: Corner) -> f64 {
    let shrink = (f64::from(from.north) / 1e5).to_radians().cos();
    let flat = |other: Corner| {
        let east = f64::from(other.east) - f64::from(from.east);
        (east * shrink, f64::from(other.north) - f64::from(from.north))
    };
    let ((x, y), (to_x, to_y)) = (flat(corner), flat(to));
    let length = to_x * to_x + to_y * to_y;
    let along = if length > 0.0 {
        ((x * to_x + y * to_y) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - along * to_x).hypot(y - along * to_y)
}

/// The corners as [`kuitti_shared::api::map::Shape::points`] has them.
pub(super) fn encode(line: &[Corner]) -> Vec<i32> {
    let mut before = Corner { north: 0, east: 0 };
    let mut points = Vec::with_capacity(line.len() * 2);
    for corner in line {
        points.push(corner.north.saturating_sub(before.north));
        points.push(corner.east.saturating_sub(before.east));
        before = *corner;
    }
    points
}

#[cfg(test)]
pub(super) mod tests {
    use kuitti_shared::api::map::{Shape, ShapeKind};

    use super::*;

    pub(in crate::map) fn line(corners: &[(i32, i32)]) -> Vec<Corner> {
        let corners = corners.iter();
        corners
            .map(|(north, east)| Corner {
                north: *north,
                east: *east,
            })
            .collect()
    }

    #[test]
    fn corners_that_nobody_sees_are_left_out() {
        let crooked = line(&[(0, 0), (1, 100), (-1, 200), (0, 300), (80, 300), (160, 301)]);
        assert_eq!(simplify(&crooked, 3.0), line(&[(0, 0), (0, 300), (160, 301)]));
        assert_eq!(simplify(&crooked, 0.1), crooked);
    }

    #[test]
    fn a_closed_outline_keeps_its_shape() {
        let square = line(&[(0, 0), (0, 50), (0, 100), (100, 100), (100, 0), (0, 0)]);
        assert_eq!(
            simplify(&square, 2.0),
            line(&[(0, 0), (0, 100), (100, 100), (100, 0), (0, 0)])
        );
    }

    #[test]
    fn short_lines_stay() {
        for short in [line(&[]), line(&[(5, 5)]), line(&[(5, 5), (6, 6)])] {
            assert_eq!(simplify(&short, 10.0), short);
        }
    }

    #[test]
    fn longitude_counts_less_far_north() {
        let bent = line(&[(6_017_000, 0), (6_017_100, 4), (6_017_200, 0)]);
        assert_eq!(
            simplify(&bent, 3.0).len(),
            2,
            "four steps east are two metres there"
        );
    }

    #[test]
    fn what_is_coded_is_read_back() {
        let corners = line(&[
            (6_017_000, 2_494_000),
            (6_016_990, 2_494_025),
            (6_016_000, 2_493_000),
        ]);
        let shape = Shape {
            kind: ShapeKind::Street,
            name: None,
            points: encode(&corners),
        };
        assert_eq!(shape.points, [6_017_000, 2_494_000, -10, 25, -990, -1_025]);
        let read: Vec<(f64, f64)> = shape
            .positions()
            .iter()
            .map(|at| (at.latitude(), at.longitude()))
            .collect();
        assert_eq!(read, [(60.17, 24.94), (60.1699, 24.94025), (60.16, 24.93)]);
    }
}
