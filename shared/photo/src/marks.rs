//! What a worker drew becomes part of the pixels: nothing of what is black can be found again.

use kuitti_shared::domain::mark::{Mark, Spot, WHOLE};

use super::pixels::Pixels;

const BLACK: [u8; 3] = [0; 3];
/// A signal colour with a light rim, to be seen on any ground.
const PEN: [u8; 3] = [214, 0, 28];
const RIM: [u8; 3] = [255; 3];
/// The pen's width as a part of the long edge.
const PEN_PART: u32 = 160;

pub(super) fn draw(mut pixels: Pixels, marks: &[Mark]) -> Pixels {
    for mark in marks {
        match mark {
            Mark::Black { from, to } => black(&mut pixels, *from, *to),
            Mark::Line { spots } => line(&mut pixels, spots),
        }
    }
    pixels
}

/// Every pixel that the box touches.
fn black(pixels: &mut Pixels, from: Spot, to: Spot) {
    let (width, height) = (pixels.width(), pixels.height());
    let across = touched(from.x, to.x, width);
    for y in touched(from.y, to.y, height) {
        for x in across.clone() {
            pixels.set(x, y, BLACK);
        }
    }
}

fn touched(from: u16, to: u16, side: u32) -> std::ops::Range<u32> {
    let (low, high) = (u32::from(from.min(to)), u32::from(from.max(to)));
    let whole = u32::from(WHOLE);
    (low * side / whole)..(high * side).div_ceil(whole).min(side)
}

fn line(pixels: &mut Pixels, spots: &[Spot]) {
    let radius = i64::from((pixels.width().max(pixels.height()) / PEN_PART).max(2));
    for (colour, radius) in [(RIM, radius + radius / 2), (PEN, radius)] {
        for (from, to) in spots.iter().zip(spots.iter().skip(1).chain(spots.last())) {
            stroke(pixels, at(*from, pixels), at(*to, pixels), radius, colour);
        }
    }
}

fn at(spot: Spot, pixels: &Pixels) -> (i64, i64) {
    let place = |share: u16, side: u32| i64::from(share) * i64::from(side) / i64::from(WHOLE);
    (place(spot.x, pixels.width()), place(spot.y, pixels.height()))
}

/// A dot at every step of the way, so that corners are round.
fn stroke(pixels: &mut Pixels, from: (i64, i64), to: (i64, i64), radius: i64, colour: [u8; 3]) {
    let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()) / (radius / 2).max(1) + 1;
    for step in 0..=steps {
        let between = |from: i64, to: i64| from + (to - from) * step / steps;
        dot(
            pixels,
            (between(from.0, to.0), between(from.1, to.1)),
            radius,
            colour,
        );
    }
}

fn dot(pixels: &mut Pixels, centre: (i64, i64), radius: i64, colour: [u8; 3]) {
    for down in -radius..=radius {
        for across in -radius..=radius {
            let place = (u32::try_from(centre.0 + across), u32::try_from(centre.1 + down));
            if let ((Ok(x), Ok(y)), true) = (place, across * across + down * down <= radius * radius) {
                pixels.set(x, y, colour);
            }
        }
    }
}
