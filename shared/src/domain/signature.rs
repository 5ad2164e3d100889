//! A drawn signature, as text in a checklist's answer.
//!
//! A value and not a photo: it is two kilobytes, travels with the answer that it confirms, is applied with it in one
//! transaction, needs no upload, and a phone that lost its files still holds it. Points are tenths of a percent of a box
//! three times as wide as high, so that every screen draws it at its own size: `0,120 15,130;400,80 410,90`.

use std::fmt;
use std::str::FromStr;

/// The width of the box in which points lie.
pub const WIDTH: u16 = 3_000;
/// Its height.
pub const HEIGHT: u16 = 1_000;
/// More points than a hand draws; a signature stays far below the longest text.
const MOST_POINTS: usize = 1_200;

/// A point of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From its start, at most [`WIDTH`].
    pub x: u16,
    /// From its top, at most [`HEIGHT`].
    pub y: u16,
}

/// What was drawn: strokes of points.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    strokes: Vec<Vec<Point>>,
}

/// It is no signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no signature")]
pub struct NoSignature;

impl Signature {
    /// Puts the pen down.
    pub fn begin(&mut self, point: Point) {
        self.strokes.push(Vec::new());
        self.go_on(point);
    }

    /// Moves the pen. A point next to the last one adds nothing.
    pub fn go_on(&mut self, point: Point) {
        const NEXT: u16 = 6;
        let drawn: usize = self.strokes.iter().map(Vec::len).sum();
        let Some(stroke) = self.strokes.last_mut() else {
            return;
        };
        let is_near = stroke
            .last()
            .is_some_and(|last| last.x.abs_diff(point.x) < NEXT && last.y.abs_diff(point.y) < NEXT);
        if drawn < MOST_POINTS && !is_near {
            stroke.push(Point {
                x: point.x.min(WIDTH),
                y: point.y.min(HEIGHT),
            });
        }
    }

    /// Is there more than a dot?
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.strokes.iter().any(|stroke| stroke.len() > 2)
    }

    /// The `d` of an SVG path in a view box of [`WIDTH`] by [`HEIGHT`]. Made of numbers alone, whatever was sent.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for stroke in &self.strokes {
            let mut command = 'M';
            for point in stroke {
                path.push_str(&format!("{command}{} {}", point.x, point.y));
                command = 'L';
            }
        }
        path
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, stroke) in self.strokes.iter().enumerate() {
            if place > 0 {
                formatter.write_str(";")?;
            }
            for (place, point) in stroke.iter().enumerate() {
                let space = if place > 0 { " " } else { "" };
                write!(formatter, "{space}{},{}", point.x, point.y)?;
            }
        }
        Ok(())
    }
}

impl FromStr for Signature {
    type Err = NoSignature;

    fn from_str(text: &str) -> Result<Self, NoSignature> {
        let strokes = text.split(';').map(stroke).collect::<Result<Vec<_>, _>>()?;
        let points: usize = strokes.iter().map(Vec::len).sum();
        if points > MOST_POINTS {
            return Err(NoSignature);
        }
        Ok(Self { strokes })
    }
}

fn stroke(text: &str) -> Result<Vec<Point>, NoSignature> {
    text.split(' ').map(point).collect()
}

fn point(text: &str) -> Result<Point, NoSignature> {
    let (x, y) = text.split_once(',').ok_or(NoSignature)?;
    let number = |text: &str| text.parse::<u16>().map_err(|_| NoSignature);
    let (x, y) = (number(x)?, number(y)?);
    if x > WIDTH || y > HEIGHT {
        return Err(NoSignature);
    }
    Ok(Point { x, y })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn() -> Signature {
        let mut signature = Signature::default();
        for (x, y) in [(0, 120), (15, 130), (16, 131), (40, 90)] {
            let point = Point { x, y };
            if x == 0 {
                signature.begin(point);
            } else {
                signature.go_on(point);
            }
        }
        signature.begin(Point { x: 9_999, y: 80 });
        signature
    }

    #[test]
    fn what_was_drawn_is_read_again() {
        let text = drawn().to_string();
        assert_eq!(text, "0,120 15,130 40,90;3000,80");
        assert_eq!(text.parse(), Ok(drawn()));
        assert_eq!(drawn().path(), "M0 120L15 130L40 90M3000 80");
        assert!(drawn().is_drawn());
    }

    #[test]
    fn what_is_no_signature_is_not_drawn() {
        for text in ["", "Aino Virtanen", "0,1 <script>", "5000,1", "1,1;;2,2", "-1,4"] {
            assert_eq!(text.parse::<Signature>(), Err(NoSignature), "{text:?}");
        }
        assert!(!Signature::default().is_drawn());
    }
}
