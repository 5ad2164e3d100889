//! The districts of the centre, with outlines simple enough to be read. They leave no gap between them.

use kuitti_shared::domain::{Language, Position, Zone};
use kuitti_shared::id::ZoneCode;

use super::categories::words;
use crate::error::{Error, Result};

type Corner = (f64, f64);

// Corners where districts meet.
const EROTTAJA: Corner = (60.1668, 24.9430);
const HIETALAHTI: Corner = (60.1625, 24.9285);
const MARKET_SQUARE: Corner = (60.1674, 24.9520);
const LONG_BRIDGE: Corner = (60.1775, 24.9495);
const TOOLO_BAY: Corner = (60.1765, 24.9325);
const RUOHOLAHTI: Corner = (60.1620, 24.9120);
const EIRA: Corner = (60.1555, 24.9450);
const KATAJANOKKA: Corner = (60.1655, 24.9660);

/// Code, name (the same in every language), outline.
const ZONES: &[(&str, &str, &[Corner])] = &[
    (
        "kamppi",
        "Kamppi",
        &[TOOLO_BAY, EROTTAJA, HIETALAHTI, RUOHOLAHTI, (60.1765, 24.9120)],
    ),
    (
        "kluuvi",
        "Kluuvi",
        &[
            EROTTAJA,
            MARKET_SQUARE,
            (60.1745, 24.9503),
            LONG_BRIDGE,
            (60.1815, 24.9400),
            TOOLO_BAY,
        ],
    ),
    (
        "kruununhaka",
        "Kruununhaka",
        &[
            MARKET_SQUARE,
            KATAJANOKKA,
            (60.1700, 24.9720),
            (60.1790, 24.9620),
            LONG_BRIDGE,
            (60.1745, 24.9503),
        ],
    ),
    (
        "kaartinkaupunki",
        "Kaartinkaupunki",
        &[EROTTAJA, EIRA, (60.1555, 24.9660), KATAJANOKKA, MARKET_SQUARE],
    ),
    (
        "punavuori",
        "Punavuori",
        &[EROTTAJA, HIETALAHTI, RUOHOLAHTI, (60.1555, 24.9120), EIRA],
    ),
];

/// All of them.
pub(super) fn all() -> Result<Vec<Zone>> {
    let zones = ZONES.iter().map(|(code, name, outline)| {
        Ok(Zone {
            code: (*code).into(),
            name: words(&[*name; Language::ALL.len()]),
            outline: outline
                .iter()
                .map(|corner| position(*corner))
                .collect::<Result<_>>()?,
        })
    });
    zones.collect()
}

/// The codes of all zones.
pub(super) fn codes() -> impl Iterator<Item = ZoneCode> {
    ZONES.iter().map(|(code, ..)| (*code).into())
}

/// A position of our own tables.
pub(super) fn position((latitude, longitude): Corner) -> Result<Position> {
    Position::new(latitude, longitude).map_err(|error| Error::Internal(error.to_string()))
}
