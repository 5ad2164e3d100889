//! What the town says it told, held against what arrived.

use std::collections::BTreeMap;
use std::fmt;

use kuitti_server::storage::NoticeRecord;
use kuitti_shared::domain::{NoticeStage, NoticeState, WaitReason};

use super::people::{Citizen, Lot};
use crate::scene::Site;

/// What became of everybody.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    told: usize,
    /// Perhaps told: listed for a person to decide.
    uncertain: usize,
    /// Neither told nor listed.
    missing: Vec<String>,
    /// More arrived than was sent or is listed.
    doubled: Vec<String>,
    /// Told what is not so, at night, or against their word.
    wronged: Vec<String>,
}

impl Verdict {
    pub(super) fn is_kept(&self) -> bool {
        self.missing.is_empty() && self.doubled.is_empty() && self.wronged.is_empty() && self.told > 0
    }

    fn weigh(&mut self, citizen: &Citizen, notices: &[NoticeRecord], arrived: usize) {
        let count = |is: fn(&NoticeState) -> bool| notices.iter().filter(|notice| is(&notice.state)).count();
        let (sent, perhaps) = (count(has_left), count(may_have_left));
        let name =
            || format!("{citizen:?}: {sent} sent, {perhaps} uncertain, {arrived} arrived: {notices:#?}");
        let done = notices.iter().find(|notice| notice.stage == NoticeStage::Done);
        let done = done.map(|notice| &notice.state);
        let told = done.is_some_and(has_left);
        self.told += usize::from(told);
        self.uncertain += perhaps;
        if arrived < sent || (citizen.lot == Lot::Told && !told && !done.is_some_and(may_have_left)) {
            self.missing.push(name());
        }
        if arrived > sent + perhaps {
            self.doubled.push(name());
        }
        if !is_right(citizen.lot, done, arrived) {
            self.wronged.push(name());
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { told, uncertain, .. } = self;
        write!(
            out,
            "{told} citizens told that it is done, and {uncertain} messages listed as uncertain"
        )
    }
}

/// Was the one who should not hear left in peace?
fn is_right(lot: Lot, done: Option<&NoticeState>, arrived: usize) -> bool {
    let is_cancelled = matches!(done, None | Some(NoticeState::Cancelled { .. }));
    match lot {
        Lot::Told => true,
        Lot::AtNight => matches!(
            done,
            Some(NoticeState::Waiting {
                reason: Some(WaitReason::QuietHours { .. })
            })
        ),
        Lot::Undone | Lot::Cancelled => is_cancelled,
        Lot::OptedOut => is_cancelled && arrived == 0,
    }
}

const fn has_left(state: &NoticeState) -> bool {
    matches!(state, NoticeState::Sent | NoticeState::Delivered)
}

const fn may_have_left(state: &NoticeState) -> bool {
    matches!(state, NoticeState::Uncertain)
}

/// Looks at a town that no server uses.
pub(super) async fn judge(site: &Site, citizens: &[Citizen], taken: &BTreeMap<String, usize>) -> Verdict {
    let app = site.open().await;
    let mut tx = app.storage.read().await.unwrap();
    let mut verdict = Verdict::default();
    for citizen in citizens {
        let notices = tx.notices_of(citizen.request).await.unwrap();
        let arrived = taken.get(&citizen.reach).copied().unwrap_or_default();
        verdict.weigh(citizen, &notices, arrived);
    }
    drop(tx);
    app.storage.close().await;
    verdict
}
