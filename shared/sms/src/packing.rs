//! Septets in octets, as they travel over the air. Source: 3GPP TS 23.038, section 6.1.2.1.

/// Octets that hold the septets one after the other, the lowest bits first; behind a header of `before` octets the first
/// septet begins at a multiple of seven bits.
#[must_use]
pub fn pack(septets: &[u8], before: usize) -> Vec<u8> {
    let mut octets = Vec::with_capacity(septets.len());
    let (mut kept, mut bits) = (0u16, fill(before));
    for septet in septets {
        kept |= u16::from(septet & 0x7F) << bits;
        bits += 7;
        if bits >= 8 {
            octets.push(low(kept));
            kept >>= 8;
            bits -= 8;
        }
    }
    if bits > 0 && !septets.is_empty() {
        octets.push(low(kept));
    }
    octets
}

/// The first `count` septets of octets that stand behind a header of `before` octets.
#[must_use]
pub fn unpack(octets: &[u8], before: usize, count: usize) -> Vec<u8> {
    let fill = fill(before);
    let mut septets = Vec::with_capacity(count);
    let (mut kept, mut bits) = (0u16, 0u32);
    let mut skip = fill;
    for octet in octets {
        if septets.len() == count {
            break;
        }
        kept |= u16::from(*octet) << bits;
        bits += 8;
        if skip > 0 {
            kept >>= skip;
            bits -= skip;
            skip = 0;
        }
        while bits >= 7 && septets.len() < count {
            septets.push(low(kept) & 0x7F);
            kept >>= 7;
            bits -= 7;
        }
    }
    septets
}

/// Bits that are left empty before the first septet.
fn fill(before: usize) -> u32 {
    // At most six.
    u32::try_from((7 - before * 8 % 7) % 7).unwrap_or_default()
}

const fn low(bits: u16) -> u8 {
    bits.to_le_bytes()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hello_is_packed_as_everywhere() {
        let packed = pack(b"hellohello", 0);
        assert_eq!(packed, [0xE8, 0x32, 0x9B, 0xFD, 0x46, 0x97, 0xD9, 0xEC, 0x37]);
        assert_eq!(unpack(&packed, 0, 10), b"hellohello");
    }

    #[test]
    fn behind_a_header_the_first_septet_begins_at_an_edge() {
        for (before, bits) in [(0, 0), (4, 3), (6, 1), (7, 0), (9, 5), (12, 2)] {
            assert_eq!(fill(before), bits);
            let packed = pack(b"hellohello", before);
            assert_eq!(unpack(&packed, before, 10), b"hellohello", "{before}");
        }
    }
}
