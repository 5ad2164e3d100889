//! A photo of 12 megapixels made ready to be sent, on one thread: decoded, reduced, encoded, hashed, with its thumbnail.
//! The ceiling is libvips on the same file, where it is installed.

use std::time::Instant;

use anyhow::Result;
use jpeg_encoder::{ColorType, Encoder};

use crate::ceilings::vips;
use crate::report::Report;
use crate::samples::Samples;

const WIDTH: u16 = 4_032;
const HEIGHT: u16 = 3_024;
const ROUNDS: usize = 9;

pub(super) fn measure(report: &mut Report) -> Result<()> {
    let photo = camera_photo()?;
    let mut samples = Samples::default();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        kuitti_photo::develop(&photo)?;
        samples.add(began.elapsed());
    }
    let ceiling = vips::median_ms(&photo, ROUNDS)?;
    report.add(
        "downscale_ms",
        samples.median_ms(),
        ceiling,
        "≤ 1.5 × libvips, reach 1.2 ×",
    );
    Ok(())
}

/// Slopes, edges and noise: a file of about the size that a phone makes.
fn camera_photo() -> Result<Vec<u8>> {
    let mut rgb = Vec::with_capacity(usize::from(WIDTH) * usize::from(HEIGHT) * 3);
    let mut noise = 1_u32;
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            let [grain, ..] = noise.to_le_bytes();
            let edge = if (x / 64 + y / 48) % 2 == 0 { 40 } else { 0 };
            let [slope_x, slope_y] = [x / 24, y / 24].map(|slope| u8::try_from(slope).unwrap_or(u8::MAX));
            rgb.extend([slope_x, slope_y, edge].map(|base: u8| base.saturating_add(grain / 16)));
        }
    }
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 92).encode(&rgb, WIDTH, HEIGHT, ColorType::Rgb)?;
    Ok(jpeg)
}
