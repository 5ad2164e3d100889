//! Where a request comes from: the peer of the connection, or what a proxy of the town's says. A header that anybody can
//! write is believed only from a proxy that the settings name.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};

use crate::app::AppState;

const FORWARDED_FOR: &str = "x-forwarded-for";

/// Where a request comes from. Of an IPv6 address the network alone: whoever has one has all of its addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller(pub IpAddr);

impl FromRequestParts<AppState> for Caller {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
        let trusted = &app.config.limits.trusted_proxies;
        Ok(Self(household(origin(peer, &parts.headers, trusted))))
    }
}

/// The nearest address that is none of our proxies'. What stands farther left, anybody can have written.
fn origin(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_ours = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut nearest = peer.to_canonical();
    let values = headers.get_all(FORWARDED_FOR).iter();
    let values: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
    let mut hops = values.iter().rev().flat_map(|value| value.rsplit(','));
    while is_ours(nearest) {
        match hops.next().and_then(address) {
            Some(before) => nearest = before,
            None => break,
        }
    }
    nearest
}

/// An address as proxies write it, with a port or without.
fn address(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let plain = hop.parse::<IpAddr>().ok();
    let address = plain.or_else(|| hop.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()));
    address.map(|address| address.to_canonical())
}

fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => IpAddr::V6(Ipv6Addr::from_bits(six.to_bits() & (u128::MAX << 64))),
    }
}

/// A network, as `10.0.0.0/8`; one address, as `127.0.0.1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

/// A text that names no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no network; write one as 10.0.0.0/8 or 2001:db8::/32, or one address")]
pub struct NotANetwork(String);

impl Network {
    fn contains(self, address: IpAddr) -> bool {
        let differs = match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => u128::from(own.to_bits() ^ other.to_bits()) << 96,
            (IpAddr::V6(own), IpAddr::V6(other)) => own.to_bits() ^ other.to_bits(),
            _ => return false,
        };
        differs.leading_zeros() >= u32::from(self.prefix)
    }
}

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let wrong = || NotANetwork(text.to_owned());
        let (address, prefix) = text.split_once('/').unzip();
        let address: IpAddr = address.unwrap_or(text).trim().parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(most), |prefix| prefix.trim().parse().map_err(|_| wrong()))?;
        (prefix <= most)
            .then_some(Self { address, prefix })
            .ok_or_else(wrong)
    }
}

impl fmt::Display for Network {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.address, self.prefix)
    }
}

impl TryFrom<String> for Network {
    type Error = NotANetwork;

    fn try_from(text: String) -> Result<Self, NotANetwork> {
        text.parse()
    }
}

impl From<Network> for String {
    fn from(network: Network) -> Self {
        network.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(peer: &str, forwarded: &[&'static str], trusted: &[&str], expected: &str) {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED_FOR, value.parse().unwrap());
        }
        let trusted: Vec<Network> = trusted.iter().map(|network| network.parse().unwrap()).collect();
        let found = origin(peer.parse().unwrap(), &headers, &trusted);
        assert_eq!(found, expected.parse::<IpAddr>().unwrap(), "{peer} {forwarded:?}");
    }

    #[test]
    fn only_a_proxy_of_ours_is_believed_and_only_about_its_own_neighbour() {
        check("203.0.113.9", &["198.51.100.1"], &[], "203.0.113.9");
        check("203.0.113.9", &["198.51.100.1"], &["10.0.0.0/8"], "203.0.113.9");
        check("10.1.2.3", &["198.51.100.1"], &["10.0.0.0/8"], "198.51.100.1");
        check(
            "10.1.2.3",
            &["1.1.1.1, 198.51.100.1"],
            &["10.0.0.0/8"],
            "198.51.100.1",
        );
        check(
            "127.0.0.1",
            &["1.1.1.1", "198.51.100.1, 10.0.0.7"],
            &["10.0.0.0/8", "127.0.0.1"],
            "198.51.100.1",
        );
        check(
            "::ffff:10.1.2.3",
            &["198.51.100.1:5060"],
            &["10.0.0.0/8"],
            "198.51.100.1",
        );
        check("10.1.2.3", &["unknown"], &["10.0.0.0/8"], "10.1.2.3");
        check("10.1.2.3", &[], &["10.0.0.0/8"], "10.1.2.3");
    }

    #[test]
    fn networks_are_read_as_people_write_them() {
        let network = |text: &str| text.parse::<Network>();
        let six = network("2001:db8::/32").unwrap();
        assert!(six.contains("2001:db8:ffff::1".parse().unwrap()));
        assert!(!six.contains("2001:db9::1".parse().unwrap()));
        assert!(!six.contains("32.1.13.184".parse().unwrap()));
        assert!(network("0.0.0.0/0").unwrap().contains("9.9.9.9".parse().unwrap()));
        for wrong in ["10.0.0.0/33", "10.0.0/8", "proxy", ""] {
            assert!(network(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_household_counts_as_one() {
        let one: IpAddr = "2001:db8:1:2:aaaa::1".parse().unwrap();
        let other: IpAddr = "2001:db8:1:2:bbbb::9".parse().unwrap();
        assert_eq!(household(one), household(other));
        assert_ne!(household(one), household("2001:db8:1:3::1".parse().unwrap()));
    }
}
