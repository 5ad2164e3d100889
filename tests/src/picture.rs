//! Photos made in code: a fresh machine has none.

use jpeg_encoder::{ColorType, Encoder};

/// A photo that differs from every other `seed`'s.
#[must_use]
pub fn photo(seed: u32) -> Vec<u8> {
    noise(seed, 320, 240)
}

/// A photo of the size that phones send, more than a megabyte.
#[must_use]
pub fn large_photo(seed: u32) -> Vec<u8> {
    noise(seed, 1024, 768)
}

fn noise(seed: u32, width: u16, height: u16) -> Vec<u8> {
    let mut state = seed | 1;
    let noise = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()
    });
    let length = usize::from(width) * usize::from(height) * 3;
    let rgb: Vec<u8> = noise.flatten().take(length).collect();
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 90)
        .encode(&rgb, width, height, ColorType::Rgb)
        .unwrap();
    jpeg
}
