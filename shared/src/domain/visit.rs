//! A visit: what one worker did at one order.

use serde::{Deserialize, Serialize};

use crate::clock::Occurred;
use crate::id::{DeviceId, OpId, OrderNumber, VisitId, WorkerId};
use crate::unit::{AssignmentEpoch, Millis, WallTime};

/// Where a visit stands.
///
/// ```text
/// accepted -> en_route -> on_site <-> paused -> finished(outcome)
///     |___________|__________|___________|----> declined | handed_back
/// ```
/// Moves forward may skip states: offline, a worker presses one button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum VisitState {
    /// The worker will go.
    Accepted,
    /// On the way.
    EnRoute,
    /// At work.
    OnSite,
    /// Interrupted.
    Paused {
        /// Why, in the worker's words.
        reason: String,
    },
    /// Ended with an outcome.
    Finished {
        /// What came of it.
        outcome: Outcome,
        /// The whole order or only this worker's part of it.
        extent: Extent,
        /// Whether it moved the order.
        standing: Standing,
    },
    /// Refused before any work.
    Declined {
        /// Why, in the worker's words.
        reason: String,
    },
    /// Given back after it was accepted.
    HandedBack {
        /// Why, in the worker's words.
        reason: String,
    },
}

/// What came of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "result", content = "reason")]
pub enum Outcome {
    /// The problem is gone.
    Done,
    /// Made safe or partly repaired; somebody has to come again.
    DoneNeedsFollowUp,
    /// Not done.
    NotDone(NotDoneReason),
}

/// Why work was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NotDoneReason {
    /// Nothing of the kind is there.
    NotFound,
    /// The place cannot be reached.
    NoAccess,
    /// It would be dangerous.
    Unsafe,
    /// It belongs to somebody else.
    NotOurs,
    /// Tools or material are missing.
    NeedsEquipment,
    /// Another order is about the same problem.
    DuplicateOf(OrderNumber),
}

/// How much of the order a finish covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// All of it.
    Whole,
    /// This worker's part; others go on.
    Part,
}

/// What a finished visit does to its order, decided once by [`crate::rules::late_completion`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It counts.
    Counts,
    /// It waits until the other worker or the office confirms it.
    Unconfirmed,
    /// Kept on record; it moves nothing.
    Recorded,
}

/// One worker at one order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Visit {
    /// Id: that of the operation that opened it, so device and server agree without asking.
    pub id: VisitId,
    /// Who.
    pub worker: WorkerId,
    /// On which device.
    pub device: DeviceId,
    /// Under which assignment it began.
    pub epoch: AssignmentEpoch,
    /// In which closure of the order: a reopening starts a new one.
    pub closure: u32,
    /// Where it stands.
    #[serde(flatten)]
    pub state: VisitState,
    /// The operation of the last move: what an undo can take back.
    pub last_move: OpId,
    /// When the worker accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<Occurred>,
    /// When the worker set off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en_route_at: Option<Occurred>,
    /// When the worker began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_site_at: Option<Occurred>,
    /// Time at work, pauses left out, up to the latest of them.
    #[serde(default, skip_serializing_if = "Millis::is_zero")]
    pub worked: Millis,
    /// Since when the worker has been at work without a pause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_since: Option<Occurred>,
    /// When the visit ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Occurred>,
}

impl Visit {
    /// Is the worker still busy with it?
    #[must_use]
    pub const fn is_active(&self) -> bool {
        matches!(
            self.state,
            VisitState::Accepted | VisitState::EnRoute | VisitState::OnSite | VisitState::Paused { .. }
        )
    }

    /// Starts or stops the time at work, as the state now says.
    pub(crate) fn keep_time(&mut self, at: Occurred) {
        if self.state == VisitState::OnSite {
            self.working_since.get_or_insert(at);
        } else if let Some(since) = self.working_since.take() {
            self.worked = Millis(self.worked.0 + (at.at - since.at).0.max(0));
        }
    }

    /// Time at work until `now`, pauses left out.
    #[must_use]
    pub(super) fn time_at_work(&self, now: WallTime) -> Millis {
        let running = self.working_since.map_or(Millis(0), |since| now - since.at);
        Millis(self.worked.0 + running.0.max(0))
    }

    /// Outcome, extent and standing of a finished visit.
    #[must_use]
    pub const fn finish(&self) -> Option<(&Outcome, Extent, Standing)> {
        match &self.state {
            VisitState::Finished {
                outcome,
                extent,
                standing,
            } => Some((outcome, *extent, *standing)),
            _ => None,
        }
    }
}
