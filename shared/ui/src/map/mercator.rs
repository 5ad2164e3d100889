//! Web Mercator (EPSG:3857) as a picture: degrees to a plane, and the part of the plane that is on the screen.
//!
//! The plane's unit is 1/2^26 of the world's width (about 0.6 m at the equator), small enough to draw streets in whole numbers.
use std::f64::consts::PI;

use kuitti_shared::domain::Position;

use super::maths::{asinh, atan, cos, log2, log10, pow, sinh, tan};

/// The world's width in units of the plane.
const WORLD: f64 = (1_u64 << 26) as f64;
const EARTH_CIRCUMFERENCE: f64 = 40_075_016.686;
const CLOSEST: f64 = 19.5;
const FARTHEST: f64 = 3.0;

/// A point of the plane; y runs down.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct PlanePoint {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// A point of the screen in pixels from the map's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct ScreenPoint {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// A size on the screen in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct ScreenSize {
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// What the screen shows: its middle, and the zoom as web maps count it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct View {
    pub(crate) centre: PlanePoint,
    pub(crate) zoom: f64,
}

impl PlanePoint {
    pub(crate) fn of(position: Position) -> Self {
        // The projection ends at 85.05 degrees, where the map is square.
        let latitude = position.latitude().clamp(-85.05, 85.05).to_radians();
        let x = (position.longitude() + 180.0) / 360.0;
        let y = (1.0 - asinh(tan(latitude)) / PI) / 2.0;
        Self {
            x: x * WORLD,
            y: y * WORLD,
        }
    }

    pub(crate) fn position(self) -> Option<Position> {
        let latitude = atan(sinh(PI * (1.0 - 2.0 * self.y / WORLD))).to_degrees();
        Position::new(latitude, self.x / WORLD * 360.0 - 180.0).ok()
    }
}

impl View {
    /// Pixels per unit of the plane.
    pub(crate) fn scale(self) -> f64 {
        256.0 * pow(2.0, self.zoom) / WORLD
    }

    /// Where the plane's `origin` is drawn.
    pub(crate) fn offset(self, origin: PlanePoint, size: ScreenSize) -> ScreenPoint {
        self.to_screen(origin, size)
    }

    pub(crate) fn to_screen(self, point: PlanePoint, size: ScreenSize) -> ScreenPoint {
        let scale = self.scale();
        ScreenPoint {
            x: (point.x - self.centre.x) * scale + size.width / 2.0,
            y: (point.y - self.centre.y) * scale + size.height / 2.0,
        }
    }

    pub(crate) fn to_plane(self, point: ScreenPoint, size: ScreenSize) -> PlanePoint {
        let scale = self.scale();
        PlanePoint {
            x: (point.x - size.width / 2.0) / scale + self.centre.x,
            y: (point.y - size.height / 2.0) / scale + self.centre.y,
        }
    }

    /// The view after the picture was dragged by so many pixels.
    pub(crate) fn dragged(self, right: f64, down: f64) -> Self {
        let scale = self.scale();
        let centre = PlanePoint {
            x: self.centre.x - right / scale,
            y: self.centre.y - down / scale,
        };
        Self { centre, ..self }
    }

    /// The view after zooming, with the point under `fixed` staying where it is.
    pub(crate) fn zoomed(self, by: f64, fixed: ScreenPoint, size: ScreenSize) -> Self {
        let held = self.to_plane(fixed, size);
        let zoomed = Self {
            zoom: (self.zoom + by).clamp(FARTHEST, CLOSEST),
            ..self
        };
        let moved = zoomed.to_screen(held, size);
        zoomed.dragged(fixed.x - moved.x, fixed.y - moved.y)
    }

    /// The view that holds all `points` with a margin; a single point is shown with its neighbourhood.
    pub(crate) fn around(points: impl IntoIterator<Item = PlanePoint>, size: ScreenSize) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let (low, high) = points.fold((first, first), |(low, high), point| {
            (
                PlanePoint {
                    x: low.x.min(point.x),
                    y: low.y.min(point.y),
                },
                PlanePoint {
                    x: high.x.max(point.x),
                    y: high.y.max(point.y),
                },
            )
        });
        let room = |pixels: f64| (pixels - 2.0 * 40.0).max(40.0);
        let fit = |pixels: f64, extent: f64| log2(room(pixels) * WORLD / (256.0 * extent.max(1.0)));
        let zoom = fit(size.width, high.x - low.x)
            .min(fit(size.height, high.y - low.y))
            .clamp(FARTHEST, 17.0);
        let centre = PlanePoint {
            x: f64::midpoint(low.x, high.x),
            y: f64::midpoint(low.y, high.y),
        };
        Some(Self { centre, zoom })
    }

    /// Metres on the ground for one pixel in the middle of the map.
    pub(crate) fn metres_per_pixel(self) -> f64 {
        let latitude = self.centre.position().map_or(0.0, |position| position.latitude());
        EARTH_CIRCUMFERENCE * cos(latitude.to_radians()) / WORLD / self.scale()
    }
}

/// The longest round length that fits a scale bar: metres and pixels.
pub(crate) fn scale_bar(metres_per_pixel: f64) -> (f64, f64) {
    let most = 90.0 * metres_per_pixel;
    let power = pow(10.0, log10(most).floor());
    let metres = [5.0, 2.0, 1.0]
        .into_iter()
        .map(|step| step * power)
        .find(|metres| *metres <= most)
        .unwrap_or(power);
    (metres, metres / metres_per_pixel)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: ScreenSize = ScreenSize {
        width: 600.0,
        height: 400.0,
    };

    fn helsinki() -> PlanePoint {
        PlanePoint::of(Position::new(60.1699, 24.9384).unwrap())
    }

    #[test]
    fn a_position_survives_the_plane() {
        let back = helsinki().position().unwrap();
        assert!((back.latitude() - 60.1699).abs() < 1e-9);
        assert!((back.longitude() - 24.9384).abs() < 1e-9);
    }

    #[test]
    fn the_point_under_the_pointer_stays_while_zooming() {
        let view = View {
            centre: helsinki(),
            zoom: 15.0,
        };
        let pointer = ScreenPoint { x: 123.0, y: 77.0 };
        let before = view.to_plane(pointer, SIZE);
        let after = view.zoomed(1.3, pointer, SIZE).to_plane(pointer, SIZE);
        assert!((before.x - after.x).abs() < 1e-3 && (before.y - after.y).abs() < 1e-3);
    }

    #[test]
    fn everything_fits_and_a_single_point_keeps_its_neighbourhood() {
        let far = PlanePoint {
            x: helsinki().x + 5_000.0,
            y: helsinki().y - 900.0,
        };
        let view = View::around([helsinki(), far], SIZE).unwrap();
        for point in [helsinki(), far] {
            let seen = view.to_screen(point, SIZE);
            assert!(
                (30.0..570.0).contains(&seen.x) && (30.0..370.0).contains(&seen.y),
                "{seen:?}"
            );
        }
        assert!((View::around([helsinki()], SIZE).unwrap().zoom - 17.0).abs() < 1e-9);
        assert!(View::around([], SIZE).is_none());
    }

    #[test]
    fn the_scale_bar_is_round_and_short_enough() {
        for (per_pixel, metres) in [(0.3, 20.0), (1.2, 100.0), (2.4, 200.0), (60.0, 5_000.0)] {
            let (length, pixels) = scale_bar(per_pixel);
            assert!((length - metres).abs() < 1e-6, "{per_pixel}: {length}");
            assert!(pixels <= 90.0);
        }
    }
}
