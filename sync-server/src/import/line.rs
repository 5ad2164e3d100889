//! One line of a file becomes a draft of a request, or is refused with its reasons.

use std::borrow::Cow;

use csv::StringRecord;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kuitti_shared::domain::{Place, Position, RequestStage};
use kuitti_shared::unit::WallTime;

use super::file::Survey;
use super::finding::Finding;
use super::preset::{Fate, Preset};
use crate::intake::limits;

/// A request as another system describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The other system's word for the kind of problem.
    pub category: String,
    /// Where.
    pub place: Place,
    /// When it was reported there.
    pub created: WallTime,
    /// How and when it ended there.
    pub ended: Option<(RequestStage, WallTime)>,
}

/// A line as read: its number there, what is to be said about it, and the draft unless it is refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The other system's number.
    pub external: String,
    /// What is to be said.
    pub findings: Vec<Finding>,
    /// The request.
    pub draft: Option<Draft>,
}

/// Reads lines of one file.
#[derive(Debug)]
pub struct LineReader<'a> {
    /// How the other system writes.
    pub preset: &'a Preset,
    /// What is known of the file.
    pub survey: &'a Survey,
    /// The zone of its times.
    pub zone: TimeZone,
    /// Now.
    pub now: WallTime,
}

/// The columns of one line, by meaning.
struct Cells<'a> {
    number: &'a str,
    created: &'a str,
    closed: &'a str,
    category: &'a str,
    status: &'a str,
    reporter: &'a str,
    address: &'a str,
    latitude: &'a str,
    longitude: &'a str,
}

impl LineReader<'_> {
    /// Reads one line.
    #[must_use]
    pub fn read(&self, record: &StringRecord) -> Line {
        let cells = self.cells(record);
        let mut findings = Vec::new();
        if record.len() != self.survey.layout.width {
            findings.push(Finding::ColumnCount);
        }
        if cells.number.is_empty() {
            findings.push(Finding::NoNumber);
        }
        let draft = if findings.is_empty() {
            self.draft(&cells, &mut findings)
        } else {
            None
        };
        findings.sort_unstable();
        Line {
            external: limits::cut(cells.number, limits::EXTERNAL_NUMBER).into_owned(),
            findings,
            draft,
        }
    }

    fn cells<'r>(&self, record: &'r StringRecord) -> Cells<'r> {
        let [
            number,
            created,
            closed,
            category,
            status,
            reporter,
            address,
            latitude,
            longitude,
        ] = self
            .survey
            .layout
            .positions
            .map(|at| record.get(at).unwrap_or_default().trim());
        Cells {
            number,
            created,
            closed,
            category,
            status,
            reporter,
            address,
            latitude,
            longitude,
        }
    }

    fn draft(&self, cells: &Cells<'_>, findings: &mut Vec<Finding>) -> Option<Draft> {
        let place = place(cells, findings);
        if cells.category.is_empty() {
            findings.push(Finding::NoCategory);
        }
        let created = self.time(cells.created, Finding::CreatedUnreadable, findings);
        if created.is_some_and(|created| created > self.now) {
            findings.push(Finding::CreatedInFuture);
        }
        if self.preset.crews.contains(&cells.reporter) {
            findings.push(Finding::ReportedByCrew);
        }
        if self.survey.is_shared(cells.address, cells.category) {
            findings.push(Finding::SharesPlace);
        }
        let refused = super::finding::verdict(findings) == kuitti_shared::api::imports::LineVerdict::Refused;
        let created = created.filter(|_| !refused)?;
        Some(Draft {
            category: shortened(cells.category, limits::CATEGORY_NAME, findings),
            place,
            created,
            ended: self.ended(cells, created, findings),
        })
    }

    fn ended(
        &self,
        cells: &Cells<'_>,
        created: WallTime,
        findings: &mut Vec<Finding>,
    ) -> Option<(RequestStage, WallTime)> {
        let known = self
            .preset
            .statuses
            .iter()
            .find(|(word, _)| *word == cells.status);
        let fate = known.map_or(Fate::Open, |(_, fate)| *fate);
        match (known, fate) {
            (None, _) => findings.push(Finding::StatusUnknown),
            (_, Fate::Cancelled) => findings.push(Finding::CancelledThere),
            (_, Fate::Referred) => findings.push(Finding::ReferredThere),
            (_, Fate::Open | Fate::Done) => {}
        }
        let stage = fate.ended()?;
        let closed = self.time(cells.closed, Finding::ClosedUnreadable, findings);
        if closed.is_some_and(|closed| closed < created) {
            findings.push(Finding::ClosedBeforeCreated);
        }
        Some((stage, closed.unwrap_or(created).clamp(created, self.now)))
    }

    /// A local time as an instant. `unreadable` is what to say when it is none.
    fn time(&self, text: &str, unreadable: Finding, findings: &mut Vec<Finding>) -> Option<WallTime> {
        let local = DateTime::strptime(self.preset.time_format, text).ok();
        let instant = local.map(|local| self.zone.to_ambiguous_timestamp(local));
        if instant
            .as_ref()
            .is_some_and(jiff::tz::AmbiguousTimestamp::is_ambiguous)
        {
            findings.push(Finding::ClockChange);
        }
        let instant = instant.and_then(|instant| instant.compatible().ok());
        if instant.is_none() {
            findings.push(unreadable);
        }
        instant.map(|instant| WallTime(instant.as_millisecond()))
    }
}

fn place(cells: &Cells<'_>, findings: &mut Vec<Finding>) -> Place {
    let position = position(cells, findings);
    if position.is_none() && cells.address.is_empty() {
        findings.push(Finding::NoPlace);
    }
    Place {
        address: shortened(cells.address, limits::ADDRESS, findings),
        position,
        detail: String::new(),
    }
}

/// A point in the sea off Africa, 0 and 0, is how many systems write "unknown".
fn position(cells: &Cells<'_>, findings: &mut Vec<Finding>) -> Option<Position> {
    if cells.latitude.is_empty() || cells.longitude.is_empty() {
        findings.push(Finding::NoCoordinates);
        return None;
    }
    let degrees = cells
        .latitude
        .parse::<f64>()
        .ok()
        .zip(cells.longitude.parse::<f64>().ok());
    let position = degrees
        .filter(|degrees| *degrees != (0.0, 0.0))
        .and_then(|(latitude, longitude)| Position::new(latitude, longitude).ok());
    if position.is_none() {
        findings.push(Finding::CoordinatesUnreadable);
    }
    position
}

fn shortened(text: &str, most: usize, findings: &mut Vec<Finding>) -> String {
    let cut = limits::cut(text, most);
    if cut.len() < text.len() && !findings.contains(&Finding::Shortened) {
        findings.push(Finding::Shortened);
    }
    Cow::into_owned(cut)
}
