//! The requests of the demo town: about four weeks of them, many of the last days and few old ones.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kuitti_shared::domain::{Contact, IntakeChannel, Language, Place, RequestStage};
use kuitti_shared::id::{PublicNumber, RequestId};
use kuitti_shared::unit::{Millis, WallTime};

use super::places::{Address, DARK_LAMPS, PLACES};
use super::reports::{self, AGAIN, REPORTS};
use super::zones::position;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::storage::{RequestRecord, StageMark, WriteTx};

/// How many there are besides the dark lamps.
const COUNT: usize = 114;
/// Of the older ones every so many is the second report of the one before.
const REPEATED: usize = 6;
const FIRST_REPEATED: usize = 60;

/// Of a run of ten, which entries of [`REPORTS`] they are about: holes and litter are common, snow is not.
const MIX: [usize; 10] = [0, 1, 6, 2, 3, 1, 4, 0, 5, 2];
/// Every so many is about a tree or about ice.
const STORM: usize = 11;

/// A request as it will be reported.
#[derive(Debug, Clone)]
pub(super) struct Report {
    /// 0 is the latest; the dark lamps have none.
    pub(super) rank: Option<usize>,
    pub(super) category: &'static str,
    pub(super) received_at: WallTime,
    language: Language,
    description: &'static str,
    address: Address,
    detail: &'static str,
    channel: IntakeChannel,
}

/// All of them, the oldest first.
pub(super) fn all(now: WallTime) -> Vec<Report> {
    let mut reports: Vec<Report> = (0..COUNT).filter_map(|rank| report(rank, now)).collect();
    reports.extend(dark_lamps(now));
    reports.sort_by_key(|report| report.received_at);
    reports
}

/// Is this one the second report of the problem that the next older one is about?
pub(super) const fn repeats(rank: usize) -> bool {
    rank >= FIRST_REPEATED && rank.is_multiple_of(REPEATED)
}

fn report(rank: usize, now: WallTime) -> Option<Report> {
    let repeats = repeats(rank);
    let subject = if repeats { rank + 1 } else { rank };
    let (category, texts) = if subject % STORM == 5 {
        REPORTS.get(7 + subject / STORM % 2)?
    } else {
        REPORTS.get(*MIX.get(subject % MIX.len())?)?
    };
    let (language, description) = if repeats {
        *AGAIN.get(rank / REPEATED % AGAIN.len())?
    } else {
        *texts.get(subject / 3 % texts.len())?
    };
    Some(Report {
        rank: Some(rank),
        category,
        received_at: now - age(rank),
        language,
        description,
        address: *PLACES.get(subject * 23 % PLACES.len())?,
        detail: "",
        channel: channel(rank),
    })
}

/// From six minutes to about four weeks.
fn age(rank: usize) -> Millis {
    let rank = i64::try_from(rank).unwrap_or_default();
    Millis::from_seconds(60 * (6 + 11 * rank + 3 * rank * rank) + rank * 13 % 60)
}

const fn channel(rank: usize) -> IntakeChannel {
    match rank % 5 {
        1 | 3 => IntakeChannel::Phone,
        _ => IntakeChannel::Web,
    }
}

fn dark_lamps(now: WallTime) -> impl Iterator<Item = Report> {
    let pairs = DARK_LAMPS.into_iter().zip(reports::DARK_LAMPS);
    (1_i64..).zip(pairs).map(
        move |(nth, (address, ((language, description), detail)))| Report {
            rank: None,
            category: "street_lamp",
            received_at: now - Millis::from_seconds(nth * 5 * 3_600 + nth * 437),
            language,
            description,
            address,
            detail,
            channel: IntakeChannel::Web,
        },
    )
}

/// Stores a request as intake would have at that time.
pub(super) async fn put(tx: &mut dyn WriteTx, report: &Report, act: &Act) -> Result<RequestRecord> {
    let (address, latitude, longitude) = report.address;
    let record = RequestRecord {
        id: RequestId(act.new_id()),
        number: next_number(tx, act).await?,
        tracking: None,
        category: report.category.into(),
        description: report.description.to_owned(),
        place: Place {
            address: address.to_owned(),
            position: Some(position((latitude, longitude))?),
            detail: report.detail.to_owned(),
        },
        channel: report.channel,
        language: report.language,
        stage: RequestStage::Received,
        code_seed: None,
        ended_elsewhere: None,
        history: vec![StageMark {
            stage: RequestStage::Received,
            at: act.now,
        }],
        occurrence: 0,
        received_at: act.now,
        updated_at: act.now,
        external: None,
        reported_by: None,
        photos: Vec::new(),
        follows: None,
        confirmations: Vec::new(),
        feedback: Vec::new(),
        answers: Vec::new(),
    };
    tx.put_request(&record).await?;
    if let Some(caller) = report.rank.and_then(caller) {
        tx.put_contact(record.id, &caller).await?;
    }
    Ok(record)
}

async fn next_number(tx: &mut dyn WriteTx, act: &Act) -> Result<PublicNumber> {
    let count = tx.next_number("request").await?;
    let town = &act.config.town;
    let year = || {
        let zone = TimeZone::get(&town.time_zone)?;
        Ok(Timestamp::from_millisecond(act.now.0)?.to_zoned(zone).year())
    };
    let year = year().map_err(|error: jiff::Error| Error::Internal(error.to_string()))?;
    Ok(PublicNumber(format!("{}-{year}-{count:06}", town.request_prefix)))
}

/// Some people call again and again, so that an operator who finds a number sees what was reported before. They ask for no
/// messages.
fn caller(rank: usize) -> Option<Contact> {
    const CALLERS: [(&str, &str); 4] = [
        ("Liisa Salonen", "+358500000012"),
        ("Ali Hosseini", "+358500000034"),
        ("Ayşe Şahin", "+358500000056"),
        ("Kalle Laine", "+358500000078"),
    ];
    if channel(rank) != IntakeChannel::Phone {
        return None;
    }
    let (name, phone) = CALLERS.get(rank / 2 % CALLERS.len())?;
    Some(Contact {
        name: Some((*name).to_owned()),
        phone: Some((*phone).to_owned()),
        email: None,
        ..Contact::default()
    })
}
