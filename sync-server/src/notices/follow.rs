//! The hook: whatever changes an order or a citizen's wishes comes through here, in the same transaction.

use std::collections::BTreeSet;

use kuitti_shared::domain::{NoticeChannel, NoticeStage, NoticeState, OrderAggregate, OrderStatus};
use kuitti_shared::id::{NoticeId, RequestId};
use kuitti_shared::rules::notice_plan::{ALREADY_TOLD, NoticeFacts, Step, TOLD_WITH_ANOTHER, plan};
use kuitti_shared::rules::notice_wishes::wishes;

use super::gate::{self, Case};
use crate::act::{Act, Novelty};
use crate::error::Result;
use crate::orders::{Cases, Change};
use crate::storage::{NoticeRecord, WriteTx};

/// Follows a change of an order, in its transaction: writes the rows of messages it causes, cancels what it
/// contradicts, and judges the gates of those that wait for it (a photo that arrived, a conflict that was settled).
/// `moved` are the requests whose stage moved.
pub(crate) fn on_order_changed(cases: &mut Cases, change: &Change<'_>, moved: &[RequestId], act: &Act) {
    for request in cases.requests_of(change.after.order.id) {
        if moved.contains(&request) || matters(change, &cases.notices_of(request)) {
            follow(cases, request, act);
        }
    }
}

/// Most changes move neither stage nor status and have nothing that waits for them.
fn matters(change: &Change<'_>, notices: &[&NoticeRecord]) -> bool {
    let status = |order: &OrderAggregate| order.order.status;
    if change.before.map(status) != Some(status(change.after)) {
        return true;
    }
    let unconfirmed = |order: &OrderAggregate| order.order.status == OrderStatus::FinishedUnconfirmed;
    let claims = unconfirmed(change.after) || change.before.is_some_and(unconfirmed);
    claims || notices.iter().any(|notice| waits(&notice.state))
}

/// Brings the messages of a request to what is true now. Doing it again changes nothing.
///
/// # Errors
/// When the storage fails.
pub async fn follow_request(tx: &mut dyn WriteTx, request: RequestId, act: &Act) -> Result<()> {
    let mut cases = Cases::of_request(tx, request).await?;
    follow(&mut cases, request, act);
    cases.store(tx).await
}

/// The first message: we have it, here is your code.
///
/// # Errors
/// When the storage fails.
pub async fn tell_received(tx: &mut dyn WriteTx, request: RequestId, act: &Act) -> Result<()> {
    let mut cases = Cases::of_request(tx, request).await?;
    if let Some(case) = cases.case(request) {
        tell(&mut cases, &case, NoticeStage::Received, &WAITING, act);
        ask_gate(&mut cases, &case, act);
    }
    cases.store(tx).await
}

/// A code to a number or an address that nobody has proved: the `round`th.
///
/// # Errors
/// When the storage fails.
pub async fn ask_to_confirm(
    tx: &mut dyn WriteTx,
    request: RequestId,
    channel: NoticeChannel,
    round: u32,
    act: &Act,
) -> Result<()> {
    let mut cases = Cases::of_request(tx, request).await?;
    if let Some(case) = cases.case(request) {
        let offer = act.config.citizens.offer();
        let unproved = wishes(&case.contact, NoticeStage::Confirm, &offer).into_iter();
        for (channel, recipient) in unproved.filter(|(wished, _)| *wished == channel) {
            let mut notice = record(act, &case, NoticeStage::Confirm, channel, recipient, WAITING);
            notice.occurrence = round;
            cases.add_notice(notice);
        }
        ask_gate(&mut cases, &case, act);
    }
    cases.store(tx).await
}

const WAITING: NoticeState = NoticeState::Waiting { reason: None };

/// Brings the messages of a request among `cases` to what is true now.
pub(crate) fn follow(cases: &mut Cases, request: RequestId, act: &Act) {
    let Some(mut case) = cases.case(request) else {
        return;
    };
    let notices = cases.notices_of(request).into_iter();
    let facts: Vec<NoticeFacts> = notices.map(NoticeRecord::facts).collect();
    for step in plan(case.truth, case.request.occurrence, &facts) {
        carry_out(cases, &mut case, step, act);
    }
    ask_gate(cases, &case, act);
}

fn carry_out(cases: &mut Cases, case: &mut Case, step: Step, act: &Act) {
    match step {
        Step::Tell(stage) => tell(cases, case, stage, &WAITING, act),
        Step::Known(stage) => tell(cases, case, stage, &cancelled(ALREADY_TOLD), act),
        Step::Revive(id) => change(cases, case, id, WAITING, act),
        Step::Cancel(id, reason) => change(cases, case, id, cancelled(reason), act),
        Step::Correct {
            occurrence,
            channel,
            recipient,
        } => {
            let mut correction = record(act, case, NoticeStage::Corrected, channel, recipient, WAITING);
            correction.occurrence = occurrence;
            cases.add_notice(correction);
        }
        Step::NextOccurrence => {
            case.request.occurrence += 1;
            case.request.updated_at = act.now;
            cases.put_request(case.request.clone());
        }
    }
}

fn tell(cases: &mut Cases, case: &Case, stage: NoticeStage, state: &NoticeState, act: &Act) {
    for (channel, recipient) in wishes(&case.contact, stage, &act.config.citizens.offer()) {
        let mut notice = record(act, case, stage, channel, recipient, state.clone());
        if act.novelty == Novelty::PerhapsRepeated && waits(&notice.state) {
            // The lost server may have told it: a person decides.
            notice.state = NoticeState::Uncertain;
        }
        if stage != NoticeStage::Received && told_with_another(cases, case, &notice) {
            notice.state = cancelled(TOLD_WITH_ANOTHER);
        }
        cases.add_notice(notice);
    }
}

const fn waits(state: &NoticeState) -> bool {
    matches!(state, NoticeState::Waiting { .. })
}

fn cancelled(reason: &str) -> NoticeState {
    NoticeState::Cancelled {
        reason: reason.to_owned(),
    }
}

/// Does the same person hear the same about another report of the same problem? Then once is enough. A report that has
/// other orders too ends at another time, and is another story.
fn told_with_another(cases: &Cases, case: &Case, notice: &NoticeRecord) -> bool {
    let own = case.request.id;
    let orders = cases.live_orders_of(own);
    let others: BTreeSet<RequestId> = orders
        .iter()
        .flat_map(|order| cases.requests_of(*order))
        .filter(|other| *other != own && cases.live_orders_of(*other) == orders)
        .collect();
    others.iter().any(|other| tells(cases, *other, notice))
}

/// Has this request a live message of the same kind to the same recipient, about its present occurrence?
fn tells(cases: &Cases, request: RequestId, wanted: &NoticeRecord) -> bool {
    let occurrence = cases.request(request).map(|request| request.occurrence);
    cases.notices_of(request).iter().any(|notice| {
        notice.stage == wanted.stage
            && notice.channel == wanted.channel
            && notice.recipient == wanted.recipient
            && Some(notice.occurrence) == occurrence
            && !matches!(notice.state, NoticeState::Cancelled { .. })
    })
}

fn record(
    act: &Act,
    case: &Case,
    stage: NoticeStage,
    channel: NoticeChannel,
    recipient: String,
    state: NoticeState,
) -> NoticeRecord {
    NoticeRecord {
        id: NoticeId(act.new_id()),
        request: case.request.id,
        order: case.orders.last().map(|order| order.order.id),
        stage,
        occurrence: case.request.occurrence,
        channel,
        recipient,
        language: case.request.language,
        state,
        due_at: None,
        leased_until: None,
        taken_by: None,
        attempts: 0,
        reference: None,
        words: None,
        texts: Vec::new(),
        instead_of: None,
        created_at: act.now,
        updated_at: act.now,
    }
}

/// A message that comes true again begins anew: the worker can take back this finish too.
fn change(cases: &mut Cases, case: &Case, id: NoticeId, state: NoticeState, act: &Act) {
    let notices = cases.notices_of(case.request.id);
    let Some(notice) = notices.iter().find(|notice| notice.id == id) else {
        return;
    };
    let mut notice = (*notice).clone();
    if waits(&state) {
        notice.created_at = act.now;
    }
    notice.state = state;
    notice.due_at = None;
    notice.updated_at = act.now;
    cases.put_notice(notice);
}

/// Lets the gate decide on everything that waits.
fn ask_gate(cases: &mut Cases, case: &Case, act: &Act) {
    let notices = cases.notices_of(case.request.id).into_iter();
    for before in notices.cloned().collect::<Vec<_>>() {
        let mut notice = before.clone();
        gate::decide(&mut notice, case, act);
        if notice != before {
            cases.put_notice(notice);
        }
    }
}
