//! Do device and server hold the same orders? (SYNC.md rule 9)
//!
//! Each scope keeps `n`, the number of its orders, and `x`, the XOR of one 64-bit hash per (order, version). XOR makes the
//! upkeep O(1) per change: take the old hash out, put the new one in. The device compares after applying the last page.

use serde::{Deserialize, Serialize};

use crate::id::OrderId;
use crate::unit::Version;

/// Count and fingerprint of a set of (order, version).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Digest {
    /// How many orders.
    pub n: u64,
    /// XOR of their hashes, as 16 hexadecimal digits: JavaScript would round a 64-bit number.
    #[serde(with = "hex")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub x: u64,
}

impl Digest {
    /// The digest with one more order.
    #[must_use]
    pub fn with(self, order: OrderId, version: Version) -> Self {
        Self {
            n: self.n.wrapping_add(1),
            x: self.x ^ hash(order, version),
        }
    }

    /// The digest with one order fewer.
    #[must_use]
    pub fn without(self, order: OrderId, version: Version) -> Self {
        Self {
            n: self.n.wrapping_sub(1),
            x: self.x ^ hash(order, version),
        }
    }
}

impl FromIterator<(OrderId, Version)> for Digest {
    fn from_iter<I: IntoIterator<Item = (OrderId, Version)>>(orders: I) -> Self {
        orders
            .into_iter()
            .fold(Self::default(), |digest, (order, version)| {
                digest.with(order, version)
            })
    }
}

/// FNV-1a over the id's bytes and the version, then the finaliser of splitmix64. Fixed for protocol version 1.
fn hash(order: OrderId, version: Version) -> u64 {
    let bytes = order.bytes().iter().copied().chain(version.0.to_le_bytes());
    let fnv = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (fnv ^ (fnv >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

mod hex {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(x: &u64, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&format_args!("{x:016x}"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<u64, D::Error> {
        let text = String::deserialize(input)?;
        u64::from_str_radix(&text, 16).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    proptest! {
        #[test]
        fn rule_9_the_order_of_changes_does_not_matter(ids: Vec<(u128, u64)>) {
            let orders: Vec<_> = ids.iter().map(|(id, version)| (OrderId(Uuid::from_u128(*id)), Version(*version))).collect();
            let forward: Digest = orders.iter().copied().collect();
            let backward: Digest = orders.iter().rev().copied().collect();
            prop_assert_eq!(forward, backward);
            let emptied = orders.iter().fold(forward, |digest, (order, version)| digest.without(*order, *version));
            prop_assert_eq!(emptied, Digest::default());
        }

        #[test]
        fn rule_9_another_version_gives_another_digest(id: u128, version in 0_u64..u64::MAX) {
            let order = OrderId(Uuid::from_u128(id));
            let before: Digest = [(order, Version(version))].into_iter().collect();
            let after: Digest = [(order, Version(version + 1))].into_iter().collect();
            prop_assert_ne!(before, after);
        }
    }

    #[test]
    fn rule_12_the_hash_of_protocol_version_1_does_not_change() {
        let digest: Digest = [(OrderId(Uuid::from_u128(42)), Version(7))].into_iter().collect();
        insta::assert_json_snapshot!("digest_of_version_1", digest);
    }
}
