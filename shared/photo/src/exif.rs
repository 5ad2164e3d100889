//! What the camera wrote beside the pixels: which way up, when, where (EXIF 2.32). A damaged note is no note.

use std::io::Cursor;

use exif::{DateTime, Exif, Field, In, Rational, Reader, Tag, Value};
use kuitti_shared::domain::Position;
use kuitti_shared::unit::WallTime;

/// How the pixels lie, as EXIF `Orientation` counts: what has to be done to see the picture upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WayUp {
    /// 1: as it is.
    Upright,
    /// 2: mirrored left to right.
    Mirrored,
    /// 3: upside down.
    HalfTurn,
    /// 4: mirrored top to bottom.
    MirroredHalfTurn,
    /// 5: mirrored along the diagonal from top left.
    Transposed,
    /// 6: lies on its left side; a quarter turn clockwise rights it.
    QuarterClockwise,
    /// 7: mirrored along the diagonal from top right.
    Transversed,
    /// 8: lies on its right side; a quarter turn counter-clockwise rights it.
    QuarterCounterClockwise,
}

impl WayUp {
    const fn from_exif(number: u32) -> Self {
        match number {
            2 => Self::Mirrored,
            3 => Self::HalfTurn,
            4 => Self::MirroredHalfTurn,
            5 => Self::Transposed,
            6 => Self::QuarterClockwise,
            7 => Self::Transversed,
            8 => Self::QuarterCounterClockwise,
            _ => Self::Upright,
        }
    }

    /// Do width and height change places?
    #[must_use]
    pub const fn swaps_sides(self) -> bool {
        matches!(
            self,
            Self::Transposed | Self::QuarterClockwise | Self::Transversed | Self::QuarterCounterClockwise
        )
    }

    /// Where the upright pixel at (x, y) lies in a picture of `width` x `height` as the camera stored it.
    pub(super) const fn source(self, x: u32, y: u32, width: u32, height: u32) -> (u32, u32) {
        let (right, bottom) = (width - 1, height - 1);
        match self {
            Self::Upright => (x, y),
            Self::Mirrored => (right - x, y),
            Self::HalfTurn => (right - x, bottom - y),
            Self::MirroredHalfTurn => (x, bottom - y),
            Self::Transposed => (y, x),
            Self::QuarterClockwise => (y, bottom - x),
            Self::Transversed => (right - y, bottom - x),
            Self::QuarterCounterClockwise => (right - y, x),
        }
    }
}

/// What the camera wrote.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Notes {
    pub(super) way_up: WayUp,
    pub(super) taken_at: Option<WallTime>,
    pub(super) taken_where: Option<Position>,
}

/// Reads what can be read.
pub(super) fn read(file: &[u8]) -> Notes {
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_from_container(&mut Cursor::new(file));
    let exif = read.or_else(|error| error.distill_partial_result(|_| ())).ok();
    Notes {
        way_up: exif.as_ref().map_or(WayUp::Upright, way_up),
        taken_at: exif.as_ref().and_then(taken_at),
        taken_where: exif.as_ref().and_then(taken_where),
    }
}

fn field(exif: &Exif, tag: Tag) -> Option<&Field> {
    exif.get_field(tag, In::PRIMARY)
}

fn way_up(exif: &Exif) -> WayUp {
    let number = field(exif, Tag::Orientation).and_then(|field| field.value.get_uint(0));
    WayUp::from_exif(number.unwrap_or(1))
}

/// The camera's own time with its offset, else the satellites' time, which is always UTC.
fn taken_at(exif: &Exif) -> Option<WallTime> {
    camera_time(exif).or_else(|| satellite_time(exif))
}

fn camera_time(exif: &Exif) -> Option<WallTime> {
    let mut time = DateTime::from_ascii(ascii(exif, Tag::DateTimeOriginal)?).ok()?;
    time.parse_offset(ascii(exif, Tag::OffsetTimeOriginal)?).ok()?;
    let offset_minutes = i64::from(time.offset?);
    let seconds = i64::from(time.hour) * 3_600 + i64::from(time.minute) * 60 + i64::from(time.second);
    let days = days_since_1970(i64::from(time.year), i64::from(time.month), i64::from(time.day))?;
    Some(WallTime((days * 86_400 + seconds - offset_minutes * 60) * 1_000))
}

fn satellite_time(exif: &Exif) -> Option<WallTime> {
    let date = std::str::from_utf8(ascii(exif, Tag::GPSDateStamp)?).ok()?;
    let mut parts = date.trim_end_matches('\0').split(':').map(str::parse);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let days = days_since_1970(year, month, day)?;
    let [hours, minutes, seconds] = three(exif, Tag::GPSTimeStamp)?;
    let of_day = hours * 3_600.0 + minutes * 60.0 + seconds;
    if !(0.0..86_400.0).contains(&of_day) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "less than a day in milliseconds")]
    let millis = (of_day * 1_000.0) as i64;
    Some(WallTime(days * 86_400_000 + millis))
}

/// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn days_since_1970(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1900..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

fn taken_where(exif: &Exif) -> Option<Position> {
    let latitude = angle(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, b'S')?;
    let longitude = angle(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, b'W')?;
    // Cameras without a fix write zeros: a place in the Gulf of Guinea where no town is.
    let is_null_island = latitude == 0.0 && longitude == 0.0;
    Position::new(latitude, longitude)
        .ok()
        .filter(|_| !is_null_island)
}

fn angle(exif: &Exif, tag: Tag, reference: Tag, negative: u8) -> Option<f64> {
    let [degrees, minutes, seconds] = three(exif, tag)?;
    let size = degrees + minutes / 60.0 + seconds / 3_600.0;
    let is_negative = ascii(exif, reference)?.first() == Some(&negative);
    Some(if is_negative { -size } else { size })
}

fn three(exif: &Exif, tag: Tag) -> Option<[f64; 3]> {
    match &field(exif, tag)?.value {
        Value::Rational(parts) => {
            let numbers: Vec<f64> = parts.iter().map(Rational::to_f64).collect();
            let numbers: [f64; 3] = numbers.try_into().ok()?;
            numbers.iter().all(|number| number.is_finite()).then_some(numbers)
        }
        _ => None,
    }
}

fn ascii(exif: &Exif, tag: Tag) -> Option<&[u8]> {
    match &field(exif, tag)?.value {
        Value::Ascii(texts) => texts.first().map(Vec::as_slice),
        _ => None,
    }
}
