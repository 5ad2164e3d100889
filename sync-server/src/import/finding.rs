//! What an import says about one line: a verdict, and the findings that led to it.
//!
//! Every finding has a stable code, which is also the key of its sentence, so that a report can be read by people in any
//! language and by programs for ever.

use kuitti_shared::api::imports::LineVerdict;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Good to know; the line is as good as any other.
    Note,
    /// The line was taken, and somebody should look at it.
    Warning,
    /// The line cannot be taken.
    Refusal,
}

/// Something worth saying about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// It has more or fewer columns than the first line.
    ColumnCount,
    /// It has no number of its own.
    NoNumber,
    /// It says no kind of problem.
    NoCategory,
    /// Neither an address nor coordinates.
    NoPlace,
    /// Its time of creation cannot be read.
    CreatedUnreadable,
    /// It was created after now.
    CreatedInFuture,
    /// It has an address and no coordinates: it is not on the map.
    NoCoordinates,
    /// Its coordinates are no place on earth: the address alone is kept.
    CoordinatesUnreadable,
    /// It was closed before it was created: the time of closing is not kept.
    ClosedBeforeCreated,
    /// Its time of closing cannot be read.
    ClosedUnreadable,
    /// Its time falls into the hour that the clocks repeat or leave out.
    ClockChange,
    /// A status that the preset does not know: taken as open.
    StatusUnknown,
    /// Another line of the file has the same address and kind of problem.
    SharesPlace,
    /// The town does not have this kind of problem: it was made, for the office only.
    CategoryMade,
    /// A text was too long and was cut.
    Shortened,
    /// A crew reported it, no citizen.
    ReportedByCrew,
    /// The other system cancelled it.
    CancelledThere,
    /// The other system passed it on to somebody else.
    ReferredThere,
}

impl Finding {
    /// Every finding.
    pub const ALL: [Self; 18] = [
        Self::ColumnCount,
        Self::NoNumber,
        Self::NoCategory,
        Self::NoPlace,
        Self::CreatedUnreadable,
        Self::CreatedInFuture,
        Self::NoCoordinates,
        Self::CoordinatesUnreadable,
        Self::ClosedBeforeCreated,
        Self::ClosedUnreadable,
        Self::ClockChange,
        Self::StatusUnknown,
        Self::SharesPlace,
        Self::CategoryMade,
        Self::Shortened,
        Self::ReportedByCrew,
        Self::CancelledThere,
        Self::ReferredThere,
    ];

    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ColumnCount => "column_count",
            Self::NoNumber => "no_number",
            Self::NoCategory => "no_category",
            Self::NoPlace => "no_place",
            Self::CreatedUnreadable => "created_unreadable",
            Self::CreatedInFuture => "created_in_future",
            Self::NoCoordinates => "no_coordinates",
            Self::CoordinatesUnreadable => "coordinates_unreadable",
            Self::ClosedBeforeCreated => "closed_before_created",
            Self::ClosedUnreadable => "closed_unreadable",
            Self::ClockChange => "clock_change",
            Self::StatusUnknown => "status_unknown",
            Self::SharesPlace => "shares_place",
            Self::CategoryMade => "category_made",
            Self::Shortened => "shortened",
            Self::ReportedByCrew => "reported_by_crew",
            Self::CancelledThere => "cancelled_there",
            Self::ReferredThere => "referred_there",
        }
    }

    /// The finding of a [`Finding::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finding| finding.code() == code)
    }

    /// How much it matters.
    #[must_use]
    pub const fn weight(self) -> Weight {
        match self {
            Self::ColumnCount
            | Self::NoNumber
            | Self::NoCategory
            | Self::NoPlace
            | Self::CreatedUnreadable
            | Self::CreatedInFuture => Weight::Refusal,
            Self::ReportedByCrew | Self::CancelledThere | Self::ReferredThere => Weight::Note,
            _ => Weight::Warning,
        }
    }
}

/// The verdict on a line that was not known before, from its findings.
#[must_use]
pub fn verdict(findings: &[Finding]) -> LineVerdict {
    match findings.iter().map(|finding| finding.weight()).max() {
        Some(Weight::Refusal) => LineVerdict::Refused,
        Some(Weight::Warning) => LineVerdict::TakenWithWarning,
        Some(Weight::Note) | None => LineVerdict::Taken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_finding_decides() {
        assert_eq!(verdict(&[]), LineVerdict::Taken);
        assert_eq!(verdict(&[Finding::ReportedByCrew]), LineVerdict::Taken);
        assert_eq!(
            verdict(&[Finding::ReportedByCrew, Finding::NoCoordinates]),
            LineVerdict::TakenWithWarning
        );
        assert_eq!(
            verdict(&[Finding::NoPlace, Finding::SharesPlace]),
            LineVerdict::Refused
        );
    }

    #[test]
    fn every_finding_has_a_code_of_its_own() {
        for finding in Finding::ALL {
            assert_eq!(Finding::from_code(finding.code()), Some(finding));
        }
    }
}
