//! Photos made in code: a fresh machine has none.

use jpeg_encoder::{ColorType, Encoder};

const WIDTH: u16 = 320;
const HEIGHT: u16 = 240;

/// A photo that differs from every other `seed`'s.
#[must_use]
pub fn photo(seed: u32) -> Vec<u8> {
    let mut state = seed | 1;
    let noise = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()
    });
    let length = usize::from(WIDTH) * usize::from(HEIGHT) * 3;
    let rgb: Vec<u8> = noise.flatten().take(length).collect();
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 90)
        .encode(&rgb, WIDTH, HEIGHT, ColorType::Rgb)
        .unwrap();
    jpeg
}
