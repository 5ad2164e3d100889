//! What becomes of each request: the latest wait, those of the last days are planned or under way, older ones are mostly over.

use kuitti_shared::domain::NotDoneReason;

use super::requests;

/// Ranks below this are so new that nobody has planned them.
const UNREAD: usize = 20;
/// Ranks from here on are more than a week old.
const OLD: usize = 58;

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nobody has planned it.
    Waits,
    /// It is another report of a problem that is planned with the one before.
    Repeats,
    /// There is an order that nobody has.
    Unassigned,
    /// A crew has the order.
    Assigned,
    /// A worker does something about it just now.
    UnderWay(Now),
    /// A worker refused it.
    Declined,
    /// A worker says it is done; a colleague is still at it.
    Unconfirmed,
    /// It is over.
    Over(End),
}

/// How far a worker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Now {
    Accepted,
    EnRoute,
    OnSite,
    Paused,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    /// Done; the office has yet to look at it.
    Done,
    /// Done, and the office is done with it.
    Closed,
    /// Looked at and not done.
    NotDone(NotDoneReason),
    /// Made safe; somebody has to come again.
    FollowUp(&'static str),
    /// Called off.
    Cancelled,
    /// Done, and it came back.
    Reopened,
}

/// The fate of a request of some rank; `assigns_itself` says that its order is made as it comes in.
pub(super) fn of(rank: usize, category: &str, assigns_itself: bool) -> Fate {
    if requests::repeats(rank) {
        Fate::Repeats
    } else if rank >= OLD {
        old(rank, assigns_itself)
    } else if assigns_itself {
        match rank {
            0..12 => Fate::Assigned,
            12..30 => Fate::UnderWay(Now::EnRoute),
            _ => Fate::Over(End::Done),
        }
    } else if rank < UNREAD || category == "street_lamp" {
        Fate::Waits
    } else {
        recent(rank)
    }
}

fn recent(rank: usize) -> Fate {
    match rank {
        22 => Fate::Unassigned,
        24 => Fate::Assigned,
        26 => Fate::UnderWay(Now::OnSite),
        29 => Fate::UnderWay(Now::Paused),
        31 => Fate::UnderWay(Now::EnRoute),
        33 => Fate::UnderWay(Now::Accepted),
        35 | 45 => Fate::Unassigned,
        36 | 40 | 47 => Fate::Assigned,
        41 => Fate::Declined,
        43 => Fate::Unconfirmed,
        50 | 51 | 53 | 55 => Fate::Over(End::Done),
        _ => Fate::Waits,
    }
}

fn old(rank: usize, assigns_itself: bool) -> Fate {
    match rank {
        61 | 85 => Fate::Over(End::Done),
        64 => Fate::Over(End::NotDone(NotDoneReason::NotFound)),
        70 => Fate::Over(End::FollowUp(
            "Order a new cover and fit it; cone left at the place.",
        )),
        74 => Fate::Over(End::Reopened),
        76 => Fate::Over(End::NotDone(NotDoneReason::NotOurs)),
        80 => Fate::Over(End::Cancelled),
        88 => Fate::Over(End::NotDone(NotDoneReason::NoAccess)),
        _ if assigns_itself || rank % 6 == 1 || rank.is_multiple_of(10) => Fate::Over(End::Closed),
        _ => Fate::Waits,
    }
}
