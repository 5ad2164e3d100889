//! The domain in sentences, where a single word is not enough.
use kuitti_shared::{
    domain::{Extent, NoticeState, Outcome, Priority, Standing, WaitReason},
    rules::routing::RoutingReason,
    unit::WallTime,
};
use kuitti_text::{Calendar, Text};
use kuitti_ui::{Glyph, Tone};

use crate::town::TownContext;

/// Why an order went where it went.
pub(crate) fn routing(reason: &RoutingReason, town: TownContext, text: Text) -> String {
    match reason {
        RoutingReason::OnShift {
            crew,
            zone: Some(zone),
            candidates,
            load,
        } => text.say(
            "routing-on-shift-in",
            [
                ("crew", crew.clone().into()),
                ("zone", town.zone(zone, text).into()),
                ("candidates", (*candidates).into()),
                ("load", (*load).into()),
            ],
        ),
        RoutingReason::OnShift {
            crew,
            zone: None,
            candidates,
            load,
        } => text.say(
            "routing-on-shift",
            [
                ("crew", crew.clone().into()),
                ("candidates", (*candidates).into()),
                ("load", (*load).into()),
            ],
        ),
        RoutingReason::ByHand => text.say("routing-by-hand", []),
        RoutingReason::OutsideZones => text.say("routing-outside-zones", []),
        RoutingReason::NobodyOnShift { zone: Some(zone) } => {
            text.say("routing-nobody-in", [("zone", town.zone(zone, text).into())])
        }
        RoutingReason::NobodyOnShift { zone: None } => text.say("routing-nobody", []),
    }
}

pub(crate) fn priority(priority: Priority, text: Text) -> String {
    let key = match priority {
        Priority::Low => "priority-low",
        Priority::Normal => "priority-normal",
        Priority::Urgent => "priority-urgent",
    };
    text.say(key, [])
}

/// What came of a visit, and whether it counts.
pub(crate) fn finish(outcome: &Outcome, extent: Extent, standing: Standing, text: Text) -> String {
    let mut said = text.outcome(outcome);
    let remarks = [
        (extent == Extent::Part).then_some("extent-part"),
        (standing == Standing::Unconfirmed).then_some("standing-unconfirmed"),
        (standing == Standing::Recorded).then_some("standing-recorded"),
    ];
    for key in remarks.into_iter().flatten() {
        said.push_str(" · ");
        said.push_str(&text.say(key, []));
    }
    said
}

/// What a phone said that it has not sent; nothing when it has sent everything.
pub(crate) fn pending(operations: u64, photos: u64, text: Text) -> Option<String> {
    match (operations, photos) {
        (0, 0) => None,
        (0, photos) => Some(text.say("pending-photos", [("photos", photos.into())])),
        (operations, 0) => Some(text.say("pending-reports", [("reports", operations.into())])),
        (operations, photos) => Some(text.say(
            "pending-both",
            [("reports", operations.into()), ("photos", photos.into())],
        )),
    }
}

/// The life of a message in a few words, with the colour and sign of it.
pub(crate) fn notice_state(
    state: &NoticeState,
    text: Text,
    calendar: &Calendar,
    now: WallTime,
) -> (Tone, Glyph, String) {
    let at = |until: &WallTime| text.moment(calendar.local(*until), calendar.local(now).date());
    match state {
        NoticeState::Waiting { reason: None } | NoticeState::Leased => {
            (Tone::Info, Glyph::Upload, text.say("notice-leaving", []))
        }
        NoticeState::Waiting { reason: Some(reason) } => {
            let said = match reason {
                WaitReason::UndoWindow { until } => {
                    text.say("notice-waits-undo", [("moment", at(until).into())])
                }
                WaitReason::Proof { missing } => {
                    text.say("notice-waits-proof", [("missing", (*missing).into())])
                }
                WaitReason::Conflict => text.say("notice-waits-conflict", []),
                WaitReason::Confirmation => text.say("notice-waits-confirmation", []),
                WaitReason::QuietHours { until } => {
                    text.say("notice-waits-quiet-hours", [("moment", at(until).into())])
                }
                WaitReason::Office => text.say("notice-waits-office", []),
                WaitReason::Caller => text.say("notice-waits-caller", []),
                WaitReason::Retry { until } => text.say("notice-waits-retry", [("moment", at(until).into())]),
            };
            (Tone::Warn, Glyph::Clock, said)
        }
        NoticeState::Sent => (Tone::Good, Glyph::Check, text.say("notice-sent", [])),
        NoticeState::Delivered => (
            Tone::Good,
            Glyph::StatusFinished,
            text.say("notice-delivered", []),
        ),
        NoticeState::Failed { reason } => (
            Tone::Bad,
            Glyph::Warning,
            text.say("notice-failed", [("reason", reason.clone().into())]),
        ),
        NoticeState::Uncertain => (Tone::Again, Glyph::Info, text.say("notice-uncertain", [])),
        NoticeState::Cancelled { reason } => {
            let key = format!("notice-cancelled-{}", reason.replace('_', "-"));
            let said = if text.knows(&key) {
                text.say(&key, [])
            } else {
                text.say("notice-cancelled", [])
            };
            (Tone::Still, Glyph::StatusCancelled, said)
        }
    }
}
