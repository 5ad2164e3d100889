//! The sea. OpenStreetMap has its shore only: lines with the land on their left. Within the bounds of an extract, each piece of
//! shore is closed along the edge, clockwise, so that the water stays on the right.

use super::line::Corner;

/// The extract's edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) south: i32,
    pub(super) west: i32,
    pub(super) north: i32,
    pub(super) east: i32,
}

impl Bounds {
    /// The smallest that hold all corners.
    pub(super) fn around(corners: impl Iterator<Item = Corner>) -> Option<Self> {
        corners.fold(None, |bounds: Option<Self>, at| {
            let old = bounds.unwrap_or(Self {
                south: at.north,
                west: at.east,
                north: at.north,
                east: at.east,
            });
            Some(Self {
                south: old.south.min(at.north),
                west: old.west.min(at.east),
                north: old.north.max(at.north),
                east: old.east.max(at.east),
            })
        })
    }

    /// The corner of the edge nearest to `at`, with how far along the edge it is: clockwise from the south-west, 0 to 4.
    fn edge(&self, at: Corner) -> (f64, Corner) {
        let (north, east) = (
            at.north.clamp(self.south, self.north),
            at.east.clamp(self.west, self.east),
        );
        let height = f64::from(self.north - self.south).max(1.0);
        let width = f64::from(self.east - self.west).max(1.0);
        let (up, right) = (
            f64::from(north - self.south) / height,
            f64::from(east - self.west) / width,
        );
        let edges = [
            (
                east - self.west,
                up,
                Corner {
                    north,
                    east: self.west,
                },
            ),
            (
                self.north - north,
                1.0 + right,
                Corner {
                    north: self.north,
                    east,
                },
            ),
            (
                self.east - east,
                3.0 - up,
                Corner {
                    north,
                    east: self.east,
                },
            ),
            (
                north - self.south,
                4.0 - right,
                Corner {
                    north: self.south,
                    east,
                },
            ),
        ];
        let nearest = edges.into_iter().min_by_key(|(distance, ..)| *distance);
        nearest.map_or((0.0, at), |(_, along, corner)| (along, corner))
    }

    /// The corners passed when one walks clockwise from `from` to `to`.
    fn walk(&self, from: f64, to: f64) -> Vec<Corner> {
        let turns = [
            (
                1.0,
                Corner {
                    north: self.north,
                    east: self.west,
                },
            ),
            (
                2.0,
                Corner {
                    north: self.north,
                    east: self.east,
                },
            ),
            (
                3.0,
                Corner {
                    north: self.south,
                    east: self.east,
                },
            ),
            (
                4.0,
                Corner {
                    north: self.south,
                    east: self.west,
                },
            ),
        ];
        let mut passed: Vec<(f64, Corner)> = turns
            .into_iter()
            .map(|(along, corner)| (ahead(from, along), corner))
            .filter(|(distance, _)| *distance < ahead(from, to))
            .collect();
        passed.sort_by(|one, other| one.0.total_cmp(&other.0));
        passed.into_iter().map(|(_, corner)| corner).collect()
    }
}

/// How far it is clockwise from one place of the edge to another.
fn ahead(from: f64, to: f64) -> f64 {
    (to - from).rem_euclid(4.0)
}

/// A piece of shore from edge to edge.
struct Piece {
    corners: Vec<Corner>,
    from: f64,
    to: f64,
}

/// Outlines of the water on the right of these pieces of shore. Closed ones are islands and lakes of their own and are left out.
pub(super) fn sea(shores: Vec<Vec<Corner>>, bounds: Bounds) -> Vec<Vec<Corner>> {
    let open = join(shores)
        .into_iter()
        .filter(|shore| shore.first() != shore.last());
    let mut pieces: Vec<Piece> = open.filter_map(|corners| reach_edge(corners, bounds)).collect();
    let mut outlines = Vec::new();
    while let Some(first) = pieces.pop() {
        let (start, mut at) = (first.from, first.to);
        let mut outline = first.corners;
        loop {
            let next = (0..)
                .zip(&pieces)
                .min_by(|(_, one), (_, other)| ahead(at, one.from).total_cmp(&ahead(at, other.from)));
            match next {
                Some((place, piece)) if ahead(at, piece.from) < ahead(at, start) => {
                    outline.extend(bounds.walk(at, piece.from));
                    let piece = pieces.remove(place);
                    at = piece.to;
                    outline.extend(piece.corners);
                }
                _ => break,
            }
        }
        outline.extend(bounds.walk(at, start));
        outline.extend(outline.first().copied());
        outlines.push(outline);
    }
    outlines
}

/// Puts together what continues: a shore is many ways.
fn join(mut shores: Vec<Vec<Corner>>) -> Vec<Vec<Corner>> {
    let mut joined = Vec::new();
    while let Some(mut shore) = shores.pop() {
        while let Some(place) = shores.iter().position(|next| next.first() == shore.last()) {
            shore.extend(shores.remove(place).into_iter().skip(1));
        }
        match joined
            .iter_mut()
            .find(|later: &&mut Vec<Corner>| later.first() == shore.last())
        {
            Some(later) => {
                shore.extend(later.iter().skip(1));
                *later = shore;
            }
            None => joined.push(shore),
        }
    }
    joined
}

fn reach_edge(mut corners: Vec<Corner>, bounds: Bounds) -> Option<Piece> {
    let (from, start) = bounds.edge(*corners.first()?);
    let (to, end) = bounds.edge(*corners.last()?);
    corners.insert(0, start);
    corners.push(end);
    Some(Piece { corners, from, to })
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;

    const BOUNDS: Bounds = Bounds {
        south: 0,
        west: 0,
        north: 100,
        east: 100,
    };

    /// Twice the area, whichever way round.
    fn area(outline: &[Corner]) -> i32 {
        let pairs = outline.windows(2);
        pairs
            .map(|pair| pair[0].east * pair[1].north - pair[1].east * pair[0].north)
            .sum::<i32>()
            .abs()
    }

    #[test]
    fn the_sea_is_on_the_right_of_its_shore() {
        // From west to east in the middle: land in the north, water in the south.
        let south = sea(vec![line(&[(50, 1), (50, 99)])], BOUNDS);
        assert_eq!(
            south.iter().map(|outline| area(outline)).collect::<Vec<_>>(),
            [2 * 100 * 50]
        );
        assert!(south[0].contains(&Corner { north: 0, east: 0 }));
        let north = sea(vec![line(&[(50, 99), (50, 1)])], BOUNDS);
        assert!(north[0].contains(&Corner { north: 100, east: 0 }));
    }

    #[test]
    fn ways_that_continue_are_one_shore() {
        let shores = vec![
            line(&[(50, 40), (50, 70)]),
            line(&[(50, 70), (50, 99)]),
            line(&[(50, 1), (50, 40)]),
        ];
        assert_eq!(area(&sea(shores, BOUNDS)[0]), 2 * 100 * 50);
    }

    #[test]
    fn a_sound_between_two_shores_is_one_piece_of_water() {
        let shores = vec![line(&[(70, 1), (70, 99)]), line(&[(30, 99), (30, 1)])];
        let water = sea(shores, BOUNDS);
        assert_eq!(water.len(), 1);
        assert_eq!(area(&water[0]), 2 * 100 * 40);
    }
}
