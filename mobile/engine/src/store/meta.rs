//! Single facts about the device, each under its name.

use std::marker::PhantomData;

use kuitti_shared::api::map::MapPack;
use kuitti_shared::id::{DeviceId, IncarnationId};
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::sync::town::TownCard;
use kuitti_shared::unit::{Millis, Seq, WallTime};
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Result;
use super::column::Json;
use crate::protocol::{Settings, Standing};

/// The name of a fact, with its type.
pub(crate) struct Fact<T> {
    name: &'static str,
    holds: PhantomData<fn() -> T>,
}

impl<T> Fact<T> {
    const fn named(name: &'static str) -> Self {
        Self {
            name,
            holds: PhantomData,
        }
    }
}

/// How to reach the server, and as whom.
pub(crate) const SESSION: Fact<Session> = Fact::named("session");
/// Where the device's numbering of operations stands.
pub(crate) const NUMBERING: Fact<Numbering> = Fact::named("numbering");
/// What the town told its devices.
pub(crate) const TOWN: Fact<TownCard> = Fact::named("town");
/// How the office treats the device.
pub(crate) const STANDING: Fact<Standing> = Fact::named("standing");
/// Nothing comes down until the app is newer.
pub(crate) const UPGRADE_NEEDED: Fact<bool> = Fact::named("upgrade_needed");
/// When the device last had everything, by its own clock.
pub(crate) const LAST_SUCCESS: Fact<WallTime> = Fact::named("last_success");
/// How far the device's clock is ahead of the server's.
pub(crate) const CLOCK_ERROR: Fact<Millis> = Fact::named("clock_error");
/// What the worker chose.
pub(crate) const SETTINGS: Fact<Settings> = Fact::named("settings");
/// The street map that is used: all of it is here.
pub(crate) const MAP: Fact<MapPack> = Fact::named("map");
/// The street map that is being fetched.
pub(crate) const NEXT_MAP: Fact<MapPack> = Fact::named("next_map");
/// How often a worker of this device was chosen until this one was: the highest is shown.
pub(crate) const SHOWN: Fact<u64> = Fact::named("shown");
/// Digest mismatches since the last snapshot.
pub(crate) const DIGEST_MISMATCHES: Fact<u32> = Fact::named("digest_mismatches");

/// How to reach the server, and as whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The server's address, without a slash at the end.
    pub server: String,
    /// The bearer token.
    pub token: String,
    /// The device's id.
    pub device: DeviceId,
}

/// Where the device's numbering of operations stands (SYNC.md rule 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Numbering {
    /// Which numbering.
    pub(crate) incarnation: IncarnationId,
    /// The last number given out.
    pub(crate) last: Seq,
    /// The last number that the server has acknowledged.
    pub(crate) acked: Seq,
}

pub(crate) fn get<T: DeserializeOwned>(store: &Connection, fact: &Fact<T>) -> Result<Option<T>> {
    store
        .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
        .query_row([fact.name], |row| row.get::<_, Json<T>>(0))
        .optional()
        .map(|found| found.map(|Json(value)| value))
}

pub(crate) fn set<T: Serialize>(store: &Connection, fact: &Fact<T>, value: &T) -> Result<()> {
    store
        .prepare_cached(
            "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2",
        )?
        .execute(params![fact.name, Json(value)])?;
    Ok(())
}

pub(crate) fn forget<T>(store: &Connection, fact: &Fact<T>) -> Result<()> {
    store
        .prepare_cached("DELETE FROM meta WHERE name = ?1")?
        .execute([fact.name])?;
    Ok(())
}

/// A moment of the device's clock on the town's clock, as far as the last answer told.
pub(crate) fn town_time(store: &Connection, wall: WallTime) -> Result<WallTime> {
    Ok(wall - get(store, &CLOCK_ERROR)?.unwrap_or_default())
}

/// The worker of this device with the crew, as the office has it now.
pub(crate) fn hand(town: &TownCard) -> Hand {
    Hand {
        worker: town.worker.id,
        crew: town.worker.crew,
    }
}
