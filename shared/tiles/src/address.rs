//! Which tile, and its number within an archive.

/// A tile of the web's map: zoom 0 is the world, each zoom halves both sides; x grows to the east, y to the south.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileAddress {
    /// Zoom.
    pub z: u8,
    /// Column.
    pub x: u32,
    /// Row.
    pub y: u32,
}

/// Numbers of deeper tiles do not fit.
const DEEPEST: u8 = 26;

impl TileAddress {
    /// The tile's number: zoom after zoom, and within a zoom along Hilbert's curve, so that neighbours stand together. None for a
    /// tile that does not exist.
    ///
    /// Source: PMTiles version 3, "Tile ID".
    #[must_use]
    pub fn number(self) -> Option<u64> {
        if self.z > DEEPEST {
            return None;
        }
        let side = 1_u32 << self.z;
        if self.x >= side || self.y >= side {
            return None;
        }
        let before = ((1_u64 << (2 * self.z)) - 1) / 3;
        Some(before + along_curve(side, self.x, self.y))
    }
}

/// How far along Hilbert's curve a cell lies in a square with `side` cells, a power of two.
fn along_curve(side: u32, mut x: u32, mut y: u32) -> u64 {
    let mut distance = 0;
    let mut half = side / 2;
    while half > 0 {
        let (right, lower) = (u64::from(x & half > 0), u64::from(y & half > 0));
        distance += u64::from(half) * u64::from(half) * ((3 * right) ^ lower);
        if lower == 0 {
            if right == 1 {
                // Only the lower bits are looked at from here on.
                (x, y) = (
                    half.wrapping_sub(1).wrapping_sub(x),
                    half.wrapping_sub(1).wrapping_sub(y),
                );
            }
            std::mem::swap(&mut x, &mut y);
        }
        half /= 2;
    }
    distance
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(z: u8, x: u32, y: u32) -> Option<u64> {
        TileAddress { z, x, y }.number()
    }

    #[test]
    fn tiles_are_numbered_along_the_curve() {
        let first = [
            (0, 0, 0),
            (1, 0, 0),
            (1, 0, 1),
            (1, 1, 1),
            (1, 1, 0),
            (2, 0, 0),
            (2, 1, 0),
            (2, 1, 1),
        ];
        for (expected, (z, x, y)) in (0..).zip(first) {
            assert_eq!(number(z, x, y), Some(expected), "{z}/{x}/{y}");
        }
    }

    #[test]
    fn what_is_no_tile_has_no_number() {
        assert_eq!(number(1, 2, 0), None);
        assert_eq!(number(1, 0, 2), None);
        assert_eq!(number(27, 0, 0), None);
        assert_eq!(number(u8::MAX, 0, 0), None);
    }

    #[cfg(feature = "draw")]
    #[test]
    fn others_number_them_alike() {
        for (z, x, y) in [
            (3, 7, 2),
            (11, 1166, 592),
            (15, 18_653, 9_487),
            (26, 67_108_863, 1),
        ] {
            let theirs = pmtiles::TileId::from(pmtiles::TileCoord::new(z, x, y).unwrap());
            assert_eq!(number(z, x, y), Some(theirs.value()), "{z}/{x}/{y}");
        }
    }
}
