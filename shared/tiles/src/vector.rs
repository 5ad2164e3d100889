//! What stands in a tile: lines and areas, read from Mapbox Vector Tile 2.1 as far as a picture needs it. Tiles come from other
//! programs too, so that nothing in them is believed: what is damaged is left out.

/// A line or an area of a tile.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    /// The layer, as the OpenMapTiles schema names it.
    pub layer: String,
    /// Its class: which kind of street, for example.
    pub class: String,
    /// Its name; empty where it has none.
    pub name: String,
    /// Is it an area?
    pub is_area: bool,
    /// Its parts, each as corners from the tile's upper left corner, in parts of the tile's side.
    pub parts: Vec<Vec<(f64, f64)>>,
}

/// Everything in an unpacked tile.
#[must_use]
pub fn features(tile: &[u8]) -> Vec<Feature> {
    let layers = fields(tile).filter_map(|field| field.message(3));
    layers.flat_map(layer).collect()
}

fn layer(bytes: &[u8]) -> Vec<Feature> {
    let mut name = String::new();
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    let mut extent = 4_096;
    for field in fields(bytes) {
        match field {
            Field {
                number: 1,
                value: Value::Bytes(bytes),
            } => name = text(bytes),
            Field {
                number: 3,
                value: Value::Bytes(bytes),
            } => keys.push(text(bytes)),
            Field {
                number: 4,
                value: Value::Bytes(bytes),
            } => values.push(words(bytes)),
            Field {
                number: 5,
                value: Value::Number(number),
            } => extent = number,
            _ => {}
        }
    }
    let side = f64::from(u32::try_from(extent).unwrap_or(4_096).max(1));
    let read = |bytes| feature(bytes, &name, &keys, &values, side);
    fields(bytes)
        .filter_map(|field| field.message(2))
        .filter_map(read)
        .collect()
}

fn feature(bytes: &[u8], layer: &str, keys: &[String], values: &[String], side: f64) -> Option<Feature> {
    let (mut tags, mut geometry, mut kind) = (Vec::new(), Vec::new(), 0);
    for field in fields(bytes) {
        match field {
            Field {
                number: 2,
                value: Value::Bytes(bytes),
            } => tags = numbers(bytes),
            Field {
                number: 3,
                value: Value::Number(number),
            } => kind = number,
            Field {
                number: 4,
                value: Value::Bytes(bytes),
            } => geometry = numbers(bytes),
            _ => {}
        }
    }
    let tag = |wanted: &str| {
        let mut pairs = tags.as_chunks::<2>().0.iter();
        let found = pairs.find(|[key, _]| at(keys, *key).is_some_and(|key| key == wanted));
        found
            .and_then(|[_, value]| at(values, *value))
            .cloned()
            .unwrap_or_default()
    };
    // 2: lines, 3: areas (4.3.4). Points are left to those who label maps.
    matches!(kind, 2 | 3).then(|| Feature {
        layer: layer.to_owned(),
        class: tag("class"),
        name: tag("name"),
        is_area: kind == 3,
        parts: parts(&geometry, side),
    })
}

fn at<T>(list: &[T], index: u64) -> Option<&T> {
    list.get(usize::try_from(index).ok()?)
}

/// Commands and steps (4.3.1): 1 goes to a corner and begins a part, 2 draws to corners, 7 closes.
fn parts(geometry: &[u64], side: f64) -> Vec<Vec<(f64, f64)>> {
    let mut parts: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut numbers = geometry.iter().copied();
    let (mut x, mut y) = (0_i64, 0_i64);
    while let Some(command) = numbers.next() {
        if command & 7 == 7 {
            continue;
        }
        for _ in 0..command >> 3 {
            let (Some(right), Some(down)) = (numbers.next(), numbers.next()) else {
                return parts;
            };
            x = x.saturating_add(signed(right));
            y = y.saturating_add(signed(down));
            if command & 7 == 1 {
                parts.push(Vec::new());
            }
            if let Some(part) = parts.last_mut() {
                part.push((steps(x) / side, steps(y) / side));
            }
        }
    }
    parts
}

/// Corners of a tile are near it: what lies elsewhere is damaged.
fn steps(value: i64) -> f64 {
    i32::try_from(value).map_or(0.0, f64::from)
}

/// Small negative numbers are small here too.
const fn signed(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A value as words; numbers and flags say nothing that a picture needs.
fn words(bytes: &[u8]) -> String {
    fields(bytes)
        .find_map(|field| field.message(1))
        .map(text)
        .unwrap_or_default()
}

fn numbers(mut bytes: &[u8]) -> Vec<u64> {
    std::iter::from_fn(|| variable(&mut bytes)).collect()
}

/// A field of a message, as Protocol Buffers writes it.
struct Field<'a> {
    number: u64,
    value: Value<'a>,
}

enum Value<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

impl<'a> Field<'a> {
    const fn message(&self, number: u64) -> Option<&'a [u8]> {
        match self.value {
            Value::Bytes(bytes) if self.number == number => Some(bytes),
            _ => None,
        }
    }
}

/// The fields up to the first that makes no sense.
fn fields(mut bytes: &[u8]) -> impl Iterator<Item = Field<'_>> {
    std::iter::from_fn(move || {
        let key = variable(&mut bytes)?;
        let value = match key & 7 {
            0 => Value::Number(variable(&mut bytes)?),
            1 => Value::Bytes(taken(&mut bytes, 8)?),
            2 => {
                let length = variable(&mut bytes)?;
                Value::Bytes(taken(&mut bytes, length)?)
            }
            5 => Value::Bytes(taken(&mut bytes, 4)?),
            _ => return None,
        };
        Some(Field {
            number: key >> 3,
            value,
        })
    })
}

fn taken<'a>(bytes: &mut &'a [u8], length: u64) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(usize::try_from(length).ok()?)?;
    *bytes = rest;
    Some(taken)
}

/// A number in groups of seven bits, the lowest first.
fn variable(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_tiles_are_read_as_far_as_they_make_sense() {
        assert_eq!(features(b""), []);
        assert_eq!(features(&[0x1a, 0xff, 0xff, 0xff, 0x7f, 1]), []);
        assert_eq!(features(&[0xff; 40]), []);
        // A layer whose feature promises a thousand million corners.
        let geometry = [0x22, 6, 0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f];
        let mut feature = vec![0x18, 2];
        feature.extend(geometry);
        let mut layer = vec![0x12, 10];
        layer.extend(&feature);
        let mut tile = vec![0x1a, 12];
        tile.extend(&layer);
        assert_eq!(features(&tile).len(), 1);
    }

    #[test]
    fn steps_go_both_ways() {
        assert_eq!([0, 1, 2, 3].map(signed), [0, -1, 1, -2]);
        // To (25, 17); lines to (25, 17), then back.
        let read = parts(&[9, 50, 34, 18, 2, 1, 1, 2], 100.0);
        assert_eq!(read, [vec![(0.25, 0.17), (0.26, 0.16), (0.25, 0.17)]]);
    }
}
