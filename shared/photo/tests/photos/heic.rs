//! A real photo of an iPhone: a grid of tiles, turned by its container.

use kuitti_photo::{LONG_EDGE, PhotoFacts, develop};

use super::check_stripped;
use super::pictures::decode;

#[test]
fn a_photo_of_an_iphone_is_upright_and_says_when_and_where() {
    let Some(bytes) = heic() else { return };
    let developed = develop(&bytes).unwrap();
    check_stripped(&developed.photo);
    let PhotoFacts { width, height, .. } = developed.facts;
    assert_eq!((width, height), (1_586, LONG_EDGE), "it was held upright");
    assert!(developed.facts.taken_at.is_some(), "the camera knows when");
    let [red, green, blue] = average(&developed.thumbnail);
    assert!(
        red > blue && green > blue,
        "leaves and earth: {red} {green} {blue}"
    );
}

#[test]
fn damaged_photos_of_an_iphone_never_crash() {
    let Some(bytes) = heic() else { return };
    for length in [12, 40, 400, 4_000, bytes.len() / 2] {
        let _any = develop(&bytes[..length]);
    }
    // The head says where everything is; behind it lie the pixels.
    for place in (12..4_000).step_by(1_397) {
        let mut broken = bytes.clone();
        broken[place] ^= 0x55;
        let _any = develop(&broken);
    }
}

fn heic() -> Option<Vec<u8>> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/photos/IMG_5195.HEIC"
    );
    let bytes = std::fs::read(file).ok();
    if bytes.is_none() {
        println!("not run: ../shared/data/photos is absent");
    }
    bytes
}

fn average(jpeg: &[u8]) -> [u64; 3] {
    let (_, _, rgb) = decode(jpeg);
    let sum = |channel: usize| {
        rgb.iter()
            .skip(channel)
            .step_by(3)
            .map(|value| u64::from(*value))
            .sum::<u64>()
    };
    [0, 1, 2].map(sum)
}
