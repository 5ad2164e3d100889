//! Who works in the demo town: the office, crews, workers, and the phones that they already have.

use kuitti_shared::domain::{Crew, Language, Role, Worker};
use kuitti_shared::id::{CrewId, DeviceId, Sha256Hex, SkillCode, WorkerId};
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::unit::Millis;

use crate::act::Act;
use crate::auth::add_user;
use crate::error::{Error, Result};
use crate::storage::{DeviceRecord, ReadTx, WorkerRecord, WriteTx};

/// The crew that gets the open street lamps.
pub(super) const LIGHTING_CREW: &str = "Katuvalot 1";
/// The worker whose phone is enrolled by whoever tries the town out.
pub(super) const NEWCOMER: &str = "Matti Lehtonen";

/// Who logs in: name, password, role.
pub(super) const STAFF: [(&str, &str, Role); 4] = [
    ("admin", "demo-admin", Role::Administrator),
    ("dispatcher", "demo-dispatcher", Role::Dispatcher),
    ("operator", "demo-operator", Role::Intake),
    ("auditor", "demo-auditor", Role::Auditor),
];

/// Where a crew works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Area {
    /// In the districts: its orders name the one that they are in.
    Districts,
    /// Anywhere, also at a place that nobody has found on the map yet. For what cannot wait.
    WholeTown,
}

/// A crew as this file has it.
pub(super) struct Team {
    pub(super) name: &'static str,
    pub(super) area: Area,
    skills: &'static [&'static str],
    workers: &'static [(&'static str, Language)],
}

const TEAMS: &[Team] = &[
    Team {
        name: LIGHTING_CREW,
        area: Area::Districts,
        skills: &["lighting"],
        workers: &[("Elif Kaya", Language::Fi), (NEWCOMER, Language::En)],
    },
    Team {
        name: "Kadunhoito 1",
        area: Area::Districts,
        skills: &["street"],
        workers: &[("Timo Virtanen", Language::Fi), ("Mehmet Yılmaz", Language::Tr)],
    },
    Team {
        name: "Viheralue 2",
        area: Area::WholeTown,
        skills: &["green"],
        workers: &[("Aino Korhonen", Language::Fi), ("Shirin Ahmadi", Language::Fa)],
    },
    Team {
        name: "Siivous 3",
        area: Area::Districts,
        skills: &["cleaning"],
        workers: &[("Zeynep Demir", Language::Fi), ("Pekka Nieminen", Language::Fi)],
    },
    Team {
        name: "Talvihoito 1",
        area: Area::WholeTown,
        skills: &["winter", "street"],
        workers: &[("Reza Karimi", Language::En), ("Sanna Mäkelä", Language::Fi)],
    },
];

/// Somebody at work with a phone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) hand: Hand,
    pub(super) device: DeviceId,
}

/// Hires everybody. All but the newcomer have a phone.
pub(super) async fn hire(tx: &mut dyn WriteTx, act: &Act) -> Result<()> {
    for (name, password, role) in STAFF {
        add_user(tx, name, role, password.to_owned(), act).await?;
    }
    for team in TEAMS {
        let crew = Crew {
            id: CrewId(act.new_id()),
            name: team.name.to_owned(),
            skills: team.skills.iter().map(|skill| SkillCode::from(*skill)).collect(),
        };
        tx.put_crew(&crew).await?;
        for (name, language) in team.workers {
            let worker = hire_worker(tx, name, *language, crew.id, act).await?;
            if *name != NEWCOMER {
                tx.put_device(&phone(worker, name, act)).await?;
            }
        }
    }
    Ok(())
}

async fn hire_worker(
    tx: &mut dyn WriteTx,
    name: &str,
    language: Language,
    crew: CrewId,
    act: &Act,
) -> Result<WorkerId> {
    let worker = Worker {
        id: WorkerId(act.new_id()),
        name: name.to_owned(),
        language,
        crew: Some(crew),
    };
    let id = worker.id;
    tx.put_worker(&WorkerRecord { worker, active: true }).await?;
    Ok(id)
}

/// A phone that nobody holds: its token is the hash of nothing.
fn phone(worker: WorkerId, name: &str, act: &Act) -> DeviceRecord {
    DeviceRecord {
        id: DeviceId(act.new_id()),
        worker,
        name: format!("{name} – Android"),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        token: Sha256Hex::from(act.random::<32>()),
        enrolled_at: act.now - Millis::from_days(60),
        pushed_at: Some(act.now - Millis::from_seconds(10 * 60)),
        revoked_at: None,
        drain_until: None,
    }
}

/// A crew by name.
pub(super) async fn crew(tx: &mut dyn ReadTx, name: &str) -> Result<Crew> {
    let crews = tx.crews().await?;
    let found = crews.into_iter().find(|crew| crew.name == name);
    found.ok_or_else(|| Error::Internal(format!("the demo town has lost its crew {name}")))
}

/// The newcomer.
pub(super) async fn newcomer(tx: &mut dyn ReadTx) -> Result<WorkerId> {
    let workers = tx.workers().await?;
    let found = workers.iter().find(|record| record.worker.name == NEWCOMER);
    found
        .map(|record| record.worker.id)
        .ok_or_else(|| Error::Internal(format!("the demo town has lost {NEWCOMER}")))
}

/// The members of a crew who have a phone, the usual one first.
pub(super) async fn members(tx: &mut dyn ReadTx, crew: CrewId) -> Result<Vec<Member>> {
    let workers = tx.workers().await?;
    let devices = tx.devices().await?;
    let members = workers.iter().filter(|record| record.worker.crew == Some(crew));
    let with_phone = members.filter_map(|record| {
        let worker = record.worker.id;
        let device = devices.iter().find(|device| device.worker == worker)?;
        let hand = Hand {
            worker,
            crew: Some(crew),
        };
        Some(Member {
            hand,
            device: device.id,
        })
    });
    Ok(with_phone.collect())
}

/// All crews.
pub(super) const fn teams() -> &'static [Team] {
    TEAMS
}

/// The crew with a skill.
pub(super) fn crew_with(skill: &str) -> Option<&'static str> {
    TEAMS
        .iter()
        .find(|team| team.skills.contains(&skill))
        .map(|team| team.name)
}
