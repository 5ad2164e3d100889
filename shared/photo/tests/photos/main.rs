//! What becomes of a camera's picture.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as loudly as the tests themselves"
)]

mod heic;
mod pictures;

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use kuitti_photo::{Developed, LONG_EDGE, PhotoError, THUMBNAIL_EDGE, develop};
use kuitti_shared::unit::WallTime;

use pictures::{check_upright, decode, held, jpeg, plain};

#[test]
fn each_of_the_eight_orientations_comes_out_upright_and_stripped() {
    for orientation in 1..=8 {
        let developed = develop(&held(orientation, 96, 64)).unwrap();
        assert_eq!(
            (developed.facts.width, developed.facts.height),
            (96, 64),
            "{orientation}"
        );
        check_upright(&developed.photo);
        check_upright(&developed.thumbnail);
        check_stripped(&developed.photo);
        check_stripped(&developed.thumbnail);
    }
}

#[test]
fn a_large_photo_is_reduced_and_turned() {
    let developed = develop(&held(6, 1_080, 2_160)).unwrap();
    assert_eq!(
        (developed.facts.width, developed.facts.height),
        (1_024, LONG_EDGE)
    );
    check_upright(&developed.photo);
    let (width, height, _) = decode(&developed.thumbnail);
    assert_eq!((width, height), (128, usize::try_from(THUMBNAIL_EDGE).unwrap()));
}

#[test]
fn the_same_picture_gives_the_same_hash() {
    let one = develop(&plain(7)).unwrap();
    assert_eq!(one, develop(&plain(7)).unwrap());
    assert_ne!(one.facts.sha256, develop(&plain(8)).unwrap().facts.sha256);
}

#[test]
fn time_and_place_are_read_from_the_camera() {
    let text = |tag, text: &str| field(tag, Value::Ascii(vec![text.as_bytes().to_vec()]));
    let angle = |tag, parts: [(u32, u32); 3]| {
        let parts = parts.map(|(num, denom)| Rational { num, denom });
        field(tag, Value::Rational(parts.to_vec()))
    };
    let developed = with_exif(&[
        text(Tag::DateTimeOriginal, "2026:03:29 14:30:15"),
        text(Tag::OffsetTimeOriginal, "+03:00"),
        text(Tag::GPSLatitudeRef, "N"),
        angle(Tag::GPSLatitude, [(60, 1), (10, 1), (1_020, 100)]),
        text(Tag::GPSLongitudeRef, "E"),
        angle(Tag::GPSLongitude, [(24, 1), (57, 1), (864, 100)]),
    ]);
    // 2026-03-29T11:30:15Z
    assert_eq!(developed.facts.taken_at, Some(WallTime(1_774_783_815_000)));
    let place = developed.facts.taken_where.unwrap();
    assert!((place.latitude() - 60.169_5).abs() < 1e-6 && (place.longitude() - 24.952_4).abs() < 1e-6);
    check_stripped(&developed.photo);
}

#[test]
fn a_local_time_without_offset_is_no_moment_but_the_satellites_time_is() {
    let text = |tag, text: &str| field(tag, Value::Ascii(vec![text.as_bytes().to_vec()]));
    let local = text(Tag::DateTimeOriginal, "2026:03:29 14:30:15");
    assert_eq!(with_exif(std::slice::from_ref(&local)).facts.taken_at, None);
    let date = text(Tag::GPSDateStamp, "2026:03:29");
    let time = [(11, 1), (30, 1), (15, 1)].map(|(num, denom)| Rational { num, denom });
    let time = field(Tag::GPSTimeStamp, Value::Rational(time.to_vec()));
    let developed = with_exif(&[local, date, time]);
    assert_eq!(developed.facts.taken_at, Some(WallTime(1_774_783_815_000)));
}

#[test]
fn a_camera_without_a_fix_names_no_place() {
    let zeros = || Value::Rational(vec![Rational { num: 0, denom: 1 }; 3]);
    let north = field(Tag::GPSLatitudeRef, Value::Ascii(vec![b"N".to_vec()]));
    let east = field(Tag::GPSLongitudeRef, Value::Ascii(vec![b"E".to_vec()]));
    let latitude = field(Tag::GPSLatitude, zeros());
    let longitude = field(Tag::GPSLongitude, zeros());
    let developed = with_exif(&[north, latitude, east, longitude]);
    assert_eq!(developed.facts.taken_where, None);
}

#[test]
fn what_is_no_photo_gets_a_clear_answer() {
    let check = |bytes: &[u8], expected: PhotoError| assert_eq!(develop(bytes), Err(expected));
    check(b"", PhotoError::NotAPhoto);
    check(b"hello, this is a letter", PhotoError::NotAPhoto);
    check(&[0xFF, 0xD8, 0xFF], PhotoError::NotAPhoto);
    check(b"\x89PNG\r\n\x1a\n and so on", PhotoError::Kind);
    check(b"\0\0\0\x18ftypheic and so on", PhotoError::Kind);
    check(b"\0\0\0\x18ftypavif and so on", PhotoError::Kind);
    check(b"RIFF\0\0\0\0WEBPVP8 ", PhotoError::Kind);
}

#[test]
fn too_many_pixels_are_refused_by_the_header_alone() {
    let mut bytes = plain(1);
    let start_of_frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    // Height and width follow length and precision.
    bytes[start_of_frame + 5..start_of_frame + 9].copy_from_slice(&[0x27, 0x10, 0x27, 0x10]);
    assert_eq!(develop(&bytes), Err(PhotoError::TooLarge { megapixels: 100 }));
}

#[test]
fn damaged_photos_never_crash() {
    let whole = held(6, 200, 150);
    for length in (0..whole.len()).step_by(61) {
        let _any = develop(&whole[..length]);
    }
    let mut state = 42_u32;
    for _ in 0..300 {
        let mut broken = whole.clone();
        for _ in 0..8 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let place = usize::try_from(state >> 8).unwrap() % broken.len();
            broken[place] = u8::try_from(state & 0xFF).unwrap();
        }
        let _any = develop(&broken);
    }
}

#[test]
fn real_photos_are_developed() {
    let Ok(directory) = std::fs::read_dir(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/photos"
    )) else {
        println!("not run: ../shared/data/photos is absent");
        return;
    };
    let mut seen = 0;
    for entry in directory {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let developed = develop(&bytes);
        let developed = developed.unwrap_or_else(|error| panic!("{name}: {error}"));
        check_stripped(&developed.photo);
        assert!(
            developed.facts.width.max(developed.facts.height) <= LONG_EDGE,
            "{name}"
        );
        if name.starts_with("landscape") {
            assert!(developed.facts.width > developed.facts.height, "{name}");
        }
        // Cut in the middle, a real one does not crash either.
        let _any = develop(&bytes[..bytes.len() / 2]);
        seen += 1;
    }
    assert!(seen > 0);
}

/// No application segment but the plain JFIF header, no comment.
#[track_caller]
fn check_stripped(jpeg: &[u8]) {
    let mut at = 2;
    while jpeg[at] == 0xFF && jpeg[at + 1] != 0xDA {
        let marker = jpeg[at + 1];
        assert!(
            !(0xE1..=0xEF).contains(&marker) && marker != 0xFE,
            "segment {marker:#x} is still there"
        );
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
}

fn field(tag: Tag, value: Value) -> Field {
    Field {
        tag,
        ifd_num: In::PRIMARY,
        value,
    }
}

fn with_exif(fields: &[Field]) -> Developed {
    let mut tiff = std::io::Cursor::new(Vec::new());
    let mut writer = Writer::new();
    for field in fields {
        writer.push_field(field);
    }
    writer.write(&mut tiff, false).unwrap();
    let rgb = vec![128; 32 * 32 * 3];
    develop(&jpeg(&rgb, 32, 32, &tiff.into_inner())).unwrap()
}
