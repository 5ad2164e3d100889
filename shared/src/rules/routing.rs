//! An order that assigns itself: to the crew on shift in the zone with the skill, and it says why.

use geo::{Contains, Coord, LineString, Polygon};
use serde::{Deserialize, Serialize};

use crate::domain::{Category, Crew, Position, Shift, Zone};
use crate::id::{CrewId, ZoneCode};
use crate::unit::WallTime;

/// What routing knows of the town at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Town<'a> {
    /// Its districts.
    pub zones: &'a [Zone],
    /// Its crews.
    pub crews: &'a [Crew],
    /// Who works when and where.
    pub shifts: &'a [Shift],
    /// How many open orders each crew has; a crew that is not listed has none.
    pub load: &'a [(CrewId, u32)],
}

/// Why an order went where it went, in a form that any language can put into a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum RoutingReason {
    /// The crew is on shift in the zone, has the skill, and has the fewest open orders of `candidates` crews.
    OnShift {
        /// The crew's name.
        crew: String,
        /// The zone in which the place is; none for a crew of the whole town.
        zone: Option<ZoneCode>,
        /// How many crews would have fitted.
        candidates: u32,
        /// How many open orders it had.
        load: u32,
    },
    /// The category does not assign itself.
    ByHand,
    /// The place is in no zone and no crew serves the whole town.
    OutsideZones,
    /// No crew with the skill is on shift there now.
    NobodyOnShift {
        /// The zone in which the place is.
        zone: Option<ZoneCode>,
    },
}

/// Where an order goes: a crew or nobody, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The crew.
    pub crew: Option<CrewId>,
    /// Why.
    pub reason: RoutingReason,
}

/// Chooses the crew for an order of `category` at `position`, at `now`.
#[must_use]
pub fn choose(category: &Category, position: Option<Position>, town: Town<'_>, now: WallTime) -> Choice {
    if !category.assigns_itself {
        return Choice {
            crew: None,
            reason: RoutingReason::ByHand,
        };
    }
    let zone = position
        .and_then(|position| zone_of(position, town.zones))
        .map(|zone| zone.code.clone());
    let mut candidates: Vec<(u32, &Crew)> = town
        .crews
        .iter()
        .filter(|crew| {
            category
                .skill
                .as_ref()
                .is_none_or(|skill| crew.skills.contains(skill))
        })
        .filter(|crew| {
            town.shifts
                .iter()
                .any(|shift| serves(shift, crew.id, zone.as_ref(), now))
        })
        .map(|crew| (load_of(crew.id, town.load), crew))
        .collect();
    // Names break ties, so that the same morning always routes the same way.
    candidates
        .sort_by(|(load, crew), (other_load, other)| (load, &crew.name).cmp(&(other_load, &other.name)));
    let count = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
    match candidates.first() {
        Some((load, crew)) => Choice {
            crew: Some(crew.id),
            reason: RoutingReason::OnShift {
                crew: crew.name.clone(),
                zone,
                candidates: count,
                load: *load,
            },
        },
        None if zone.is_none() => Choice {
            crew: None,
            reason: RoutingReason::OutsideZones,
        },
        None => Choice {
            crew: None,
            reason: RoutingReason::NobodyOnShift { zone },
        },
    }
}

/// The zone in which a position lies; the first in the town's order where outlines overlap.
#[must_use]
pub fn zone_of(position: Position, zones: &[Zone]) -> Option<&Zone> {
    zones
        .iter()
        .find(|zone| outline(zone).contains(&position.point()))
}

fn outline(zone: &Zone) -> Polygon {
    let corners = zone.outline.iter().map(|corner| Coord {
        x: corner.longitude(),
        y: corner.latitude(),
    });
    Polygon::new(LineString::from_iter(corners), Vec::new())
}

fn serves(shift: &Shift, crew: CrewId, zone: Option<&ZoneCode>, now: WallTime) -> bool {
    let in_zone = shift.zones.is_empty() || zone.is_some_and(|zone| shift.zones.contains(zone));
    shift.crew == crew && in_zone && shift.from <= now && now < shift.until
}

fn load_of(crew: CrewId, load: &[(CrewId, u32)]) -> u32 {
    load.iter()
        .find(|(id, _)| *id == crew)
        .map_or(0, |(_, count)| *count)
}
