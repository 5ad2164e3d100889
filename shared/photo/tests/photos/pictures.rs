//! JPEGs made in code (the engine's tests use them too): four coloured corners, stored in each of the eight ways that EXIF knows.

use jpeg_encoder::{ColorType, Encoder};

pub(crate) type Colour = [u8; 3];

pub(crate) const RED: Colour = [220, 30, 30];
pub(crate) const GREEN: Colour = [30, 200, 30];
pub(crate) const BLUE: Colour = [30, 30, 220];
pub(crate) const WHITE: Colour = [240, 240, 240];

/// Upright: red top left, green top right, blue bottom left, white bottom right.
fn upright(x: usize, y: usize, width: usize, height: usize) -> Colour {
    match (x < width / 2, y < height / 2) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => WHITE,
    }
}

/// An upright picture of `width` x `height`, stored as a camera held so stores it (EXIF 2.32, table of `Orientation`: at
/// which visual side the stored row 0 and the stored column 0 lie).
pub(crate) fn held(orientation: u16, width: usize, height: usize) -> Vec<u8> {
    let swapped = orientation >= 5;
    let (stored_width, stored_height) = if swapped { (height, width) } else { (width, height) };
    let mut rgb = Vec::new();
    for row in 0..stored_height {
        for column in 0..stored_width {
            let (x, y) = match orientation {
                1 => (column, row),
                2 => (width - 1 - column, row),
                3 => (width - 1 - column, height - 1 - row),
                4 => (column, height - 1 - row),
                5 => (row, column),
                6 => (width - 1 - row, column),
                7 => (width - 1 - row, height - 1 - column),
                _ => (row, height - 1 - column),
            };
            rgb.extend(upright(x, y, width, height));
        }
    }
    jpeg(&rgb, stored_width, stored_height, &tiff(orientation))
}

/// A plain photo; `shade` is below 16, so that a JPEG keeps two of them apart.
pub(crate) fn plain(shade: u8) -> Vec<u8> {
    let (width, height) = (64, 48);
    let rgb: Vec<u8> = (0..width * height)
        .flat_map(|_| [shade * 16, 128, 255 - shade * 16])
        .collect();
    jpeg(&rgb, width, height, &tiff(1))
}

pub(crate) fn jpeg(rgb: &[u8], width: usize, height: usize, tiff: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    encoder.add_app_segment(1, &[b"Exif\0\0", tiff].concat()).unwrap();
    let side = |side: usize| u16::try_from(side).unwrap();
    encoder
        .encode(rgb, side(width), side(height), ColorType::Rgb)
        .unwrap();
    bytes
}

/// The smallest EXIF: one directory with one entry, `Orientation`.
fn tiff(orientation: u16) -> Vec<u8> {
    let mut bytes = b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    bytes.extend(orientation.to_be_bytes());
    bytes.extend([0, 0, 0, 0, 0, 0]);
    bytes
}

/// The pixels of a JPEG.
pub(crate) fn decode(jpeg: &[u8]) -> (usize, usize, Vec<u8>) {
    use zune_jpeg::zune_core::bytestream::ZCursor;
    let mut decoder = zune_jpeg::JpegDecoder::new(ZCursor::new(jpeg));
    let pixels = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    (usize::from(info.width), usize::from(info.height), pixels)
}

/// Is the picture upright, corner by corner?
#[track_caller]
pub(crate) fn check_upright(jpeg: &[u8]) {
    let (width, height, pixels) = decode(jpeg);
    let corners = [
        (width / 4, height / 4, RED),
        (width * 3 / 4, height / 4, GREEN),
        (width / 4, height * 3 / 4, BLUE),
        (width * 3 / 4, height * 3 / 4, WHITE),
    ];
    for (x, y, expected) in corners {
        let start = (y * width + x) * 3;
        let found = &pixels[start..start + 3];
        let is_near = found
            .iter()
            .zip(expected)
            .all(|(found, expected)| found.abs_diff(expected) < 24);
        assert!(
            is_near,
            "({x}, {y}) of {width} x {height}: {found:?}, not {expected:?}"
        );
    }
}
