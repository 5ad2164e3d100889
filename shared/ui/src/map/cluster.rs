//! Points that would cover each other are drawn as one.
use std::collections::HashMap;

use super::mercator::PlanePoint;

/// Nearer than this on the screen, two points cannot be told apart or hit.
const OVERLAP: f64 = 24.0;

/// Points drawn together: their middle in pixels from the plane's origin, and which they are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cluster {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) members: Vec<usize>,
}

/// Clusters at a scale in pixels per unit. They depend on the scale only, so dragging the map changes none of them.
pub(crate) fn clusters(points: &[PlanePoint], origin: PlanePoint, scale: f64) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut cells: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
    for (member, point) in points.iter().enumerate() {
        let (x, y) = ((point.x - origin.x) * scale, (point.y - origin.y) * scale);
        let near = neighbours(x, y)
            .filter_map(|cell| cells.get(&cell))
            .flatten()
            .copied()
            .find(|at| {
                clusters
                    .get(*at)
                    .is_some_and(|cluster| (cluster.x - x).hypot(cluster.y - y) < OVERLAP)
            });
        if let Some(cluster) = near.and_then(|at| clusters.get_mut(at)) {
            cluster.members.push(member);
        } else {
            cells.entry(cell(x, y)).or_default().push(clusters.len());
            clusters.push(Cluster {
                x,
                y,
                members: vec![member],
            });
        }
    }
    clusters
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "pixels of a map are far below 2^63"
)]
fn cell(x: f64, y: f64) -> (i64, i64) {
    ((x / OVERLAP).floor() as i64, (y / OVERLAP).floor() as i64)
}

fn neighbours(x: f64, y: f64) -> impl Iterator<Item = (i64, i64)> {
    let (column, row) = cell(x, y);
    (-1..=1).flat_map(move |down| (-1..=1).map(move |right| (column + right, row + down)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(places: &[(f64, f64)]) -> Vec<PlanePoint> {
        places.iter().map(|(x, y)| PlanePoint { x: *x, y: *y }).collect()
    }

    #[test]
    fn overlapping_points_become_one_and_part_again_when_near() {
        let points = at(&[(0.0, 0.0), (10.0, 0.0), (100.0, 0.0)]);
        let origin = PlanePoint::default();
        let far: Vec<_> = clusters(&points, origin, 1.0)
            .into_iter()
            .map(|cluster| cluster.members)
            .collect();
        assert_eq!(far, [vec![0, 1], vec![2]]);
        assert_eq!(clusters(&points, origin, 3.0).len(), 3);
    }

    #[test]
    fn no_point_is_lost_and_no_two_clusters_overlap() {
        let points: Vec<_> = (0..400)
            .map(|n| PlanePoint {
                x: f64::from(n * 37 % 211),
                y: f64::from(n * 53 % 173),
            })
            .collect();
        let made = clusters(&points, PlanePoint::default(), 1.7);
        assert_eq!(
            made.iter().map(|cluster| cluster.members.len()).sum::<usize>(),
            400
        );
        for (place, one) in made.iter().enumerate() {
            for other in &made[..place] {
                assert!((one.x - other.x).hypot(one.y - other.y) >= OVERLAP);
            }
        }
    }
}
