//! A square piece of the map: where it is, and where a point stands on it.

use std::f64::consts::{PI, TAU};

use kuitti_shared::domain::Position;
use kuitti_tiles::TileAddress;

/// The side of a picture, in pixels: it fits the narrowest phone without being made smaller, so that a tap is where it seems to be.
pub(crate) const SIDE: f64 = 288.0;
/// The side of a tile on the screen.
const TILE: f64 = 512.0;
/// From a region to a street corner.
const ZOOMS: (u8, u8) = (9, 18);
/// The zoom of a single point.
const NEAR: u8 = 16;

/// A piece of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct View {
    centre: Position,
    zoom: u8,
}

/// A step of somebody who looks around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nearer.
    In,
    /// Farther.
    Out,
    /// To the north.
    North,
    /// To the south.
    South,
    /// To the east.
    East,
    /// To the west.
    West,
}

impl Step {
    /// Every step.
    pub(crate) const ALL: [Self; 6] = [
        Self::In,
        Self::Out,
        Self::North,
        Self::South,
        Self::West,
        Self::East,
    ];

    /// The name in forms, addresses and Fluent keys.
    #[must_use]
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
            Self::North => "north",
            Self::South => "south",
            Self::East => "east",
            Self::West => "west",
        }
    }

    /// The step of a [`Step::code`].
    #[must_use]
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}

impl View {
    /// Around a point.
    #[must_use]
    pub(crate) fn around(centre: Position, zoom: u8) -> Self {
        let (farthest, nearest) = ZOOMS;
        Self {
            centre,
            zoom: zoom.clamp(farthest, nearest),
        }
    }

    /// One point and its neighbourhood.
    #[must_use]
    pub(crate) fn near(point: Position) -> Self {
        Self::around(point, NEAR)
    }

    /// The nearest look at all points, with so much room at the sides; none without any.
    #[must_use]
    pub(crate) fn of_all(points: &[Position], room: f64) -> Option<Self> {
        let world: Vec<(f64, f64)> = points.iter().map(|point| on_world(*point)).collect();
        let (west, east) = ends(world.iter().map(|point| point.0))?;
        let (north, south) = ends(world.iter().map(|point| point.1))?;
        let centre = from_world(f64::midpoint(west, east), f64::midpoint(north, south))?;
        let span = (east - west).max(south - north);
        let fits = |zoom: &u8| span * scale(*zoom) <= SIDE - 2.0 * room;
        let zoom = (ZOOMS.0..=NEAR).rev().find(fits).unwrap_or(ZOOMS.0);
        Some(Self { centre, zoom })
    }

    /// The view after a step.
    #[must_use]
    pub(crate) fn after(self, step: Step) -> Self {
        let (x, y) = on_world(self.centre);
        let half = SIDE / 2.0 / scale(self.zoom);
        let moved = |right: f64, down: f64| {
            let centre = from_world(x + right * half, y + down * half);
            Self {
                centre: centre.unwrap_or(self.centre),
                ..self
            }
        };
        match step {
            Step::In => Self::around(self.centre, self.zoom + 1),
            Step::Out => Self::around(self.centre, self.zoom - 1),
            Step::North => moved(0.0, -1.0),
            Step::South => moved(0.0, 1.0),
            Step::East => moved(1.0, 0.0),
            Step::West => moved(-1.0, 0.0),
        }
    }

    /// Where a point stands, in pixels from the upper left corner.
    #[must_use]
    pub(crate) fn pixel(self, point: Position) -> (f64, f64) {
        let ((x, y), (left, top)) = (on_world(point), self.corner());
        ((x - left) * scale(self.zoom), (y - top) * scale(self.zoom))
    }

    /// The point at a pixel.
    #[must_use]
    pub(crate) fn point(self, x: f64, y: f64) -> Option<Position> {
        let (left, top) = self.corner();
        let scale = scale(self.zoom);
        from_world(left + x / scale, top + y / scale)
    }

    /// How much narrower lines are than at a street corner.
    #[must_use]
    pub(crate) fn narrower(self) -> f64 {
        0.75_f64
            .powi(i32::from(NEAR) - i32::from(self.zoom))
            .clamp(0.15, 1.5)
    }

    /// The middle.
    #[must_use]
    pub(crate) const fn centre(self) -> Position {
        self.centre
    }

    /// The tiles that it shows, each with its upper left corner and its side in pixels.
    #[must_use]
    pub(crate) fn tiles(self, zooms: (u8, u8)) -> Vec<(TileAddress, (f64, f64), f64)> {
        let z = self.zoom.clamp(zooms.0, zooms.1);
        let count = f64::from(1_u32 << z);
        let (left, top) = self.corner();
        let extent = SIDE / scale(self.zoom);
        let side = scale(self.zoom) / count;
        let (first, last) = ((left, top), (left + extent, top + extent));
        let mut tiles = Vec::new();
        for y in cell(first.1, count)..=cell(last.1, count) {
            for x in cell(first.0, count)..=cell(last.0, count) {
                let corner = |cell: u32, origin: f64| (f64::from(cell) / count - origin) * scale(self.zoom);
                tiles.push((TileAddress { z, x, y }, (corner(x, left), corner(y, top)), side));
            }
        }
        tiles
    }

    /// As it stands in addresses and forms: latitude, longitude, zoom.
    #[must_use]
    pub(crate) fn code(self) -> String {
        let (latitude, longitude) = (self.centre.latitude(), self.centre.longitude());
        format!("{latitude:.5},{longitude:.5},{}", self.zoom)
    }

    /// The view of a [`View::code`].
    #[must_use]
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        let mut parts = code.split(',');
        let (latitude, longitude) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let zoom = parts.next()?.parse().ok()?;
        Some(Self::around(Position::new(latitude, longitude).ok()?, zoom))
    }

    /// The upper left corner on the world's square.
    fn corner(self) -> (f64, f64) {
        let (x, y) = on_world(self.centre);
        let half = SIDE / 2.0 / scale(self.zoom);
        (x - half, y - half)
    }
}

/// Pixels of the world's square.
fn scale(zoom: u8) -> f64 {
    TILE * f64::from(1_u32 << zoom.min(30))
}

/// Source: EPSG:3857, spherical Mercator; 0 to 1 from west to east and from north to south.
fn on_world(point: Position) -> (f64, f64) {
    let latitude = point.latitude().clamp(-85.0, 85.0).to_radians();
    let y = (1.0 - latitude.tan().asinh() / PI) / 2.0;
    ((point.longitude() + 180.0) / 360.0, y)
}

fn from_world(x: f64, y: f64) -> Option<Position> {
    let latitude = (PI - TAU * y).sinh().atan().to_degrees();
    Position::new(latitude, x * 360.0 - 180.0).ok()
}

fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |ends: Option<(f64, f64)>, value| {
        let (least, most) = ends.unwrap_or((value, value));
        Some((least.min(value), most.max(value)))
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "kept within the tiles that there are"
)]
fn cell(at: f64, count: f64) -> u32 {
    (at * count).floor().clamp(0.0, count - 1.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: f64, longitude: f64) -> Position {
        Position::new(latitude, longitude).unwrap()
    }

    #[test]
    fn a_tap_is_where_it_seems_to_be() {
        let view = View::around(point(60.17, 24.94), 15);
        let (x, y) = view.pixel(point(60.17, 24.94));
        assert!((x - SIDE / 2.0).abs() < 1e-6 && (y - SIDE / 2.0).abs() < 1e-6);
        let there = view.point(10.0, 200.0).unwrap();
        let (x, y) = view.pixel(there);
        assert!((x - 10.0).abs() < 1e-6 && (y - 200.0).abs() < 1e-6);
        assert!(there.longitude() < 24.94 && there.latitude() < 60.17);
    }

    #[test]
    fn all_points_are_in_view_with_room_around_them() {
        let points = [point(60.16, 24.90), point(60.20, 24.99), point(60.18, 24.95)];
        let view = View::of_all(&points, 20.0).unwrap();
        for place in points {
            let (x, y) = view.pixel(place);
            assert!((19.9..=SIDE - 19.9).contains(&x) && (19.9..=SIDE - 19.9).contains(&y));
        }
        let nearer = view.after(Step::In);
        let outside = points
            .iter()
            .map(|place| nearer.pixel(*place))
            .any(|(x, y)| !(20.0..=SIDE - 20.0).contains(&x) || !(20.0..=SIDE - 20.0).contains(&y));
        assert!(outside, "it is the nearest such view");
        assert_eq!(View::of_all(&[], 20.0), None);
    }

    #[test]
    fn a_view_is_written_and_read_and_nonsense_is_none() {
        let view = View::around(point(60.17, 24.94), 15);
        assert_eq!(View::from_code(&view.code()), Some(view));
        for wrong in ["", "60.17,24.94", "60.17,24.94,x", "95,24,9", "a,b,c"] {
            assert_eq!(View::from_code(wrong), None, "{wrong}");
        }
        assert_eq!(View::from_code("60.17,24.94,250").unwrap().zoom, ZOOMS.1);
    }

    #[test]
    fn steps_lead_around_and_back() {
        let view = View::around(point(60.17, 24.94), 15);
        let around = view
            .after(Step::North)
            .after(Step::East)
            .after(Step::South)
            .after(Step::West);
        assert_eq!(around.code(), view.code());
        assert_eq!(view.after(Step::In).after(Step::Out), view);
        assert!(view.after(Step::North).centre().latitude() > 60.17);
        let tiles = view.tiles((10, 15));
        assert!((1..=4).contains(&tiles.len()), "{tiles:?}");
    }
}
