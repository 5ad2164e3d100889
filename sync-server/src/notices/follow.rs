//! The hook: whatever changes an order or a citizen's wishes comes through here, in the same transaction.

use std::collections::BTreeSet;

use kuitti_shared::domain::{Contact, NoticeChannel, NoticeStage, NoticeState, OrderAggregate, OrderStatus};
use kuitti_shared::id::{NoticeId, RequestId};
use kuitti_shared::rules::notice_plan::{ALREADY_TOLD, NoticeFacts, Step, TOLD_WITH_ANOTHER, plan};

use super::gate::{self, Case, wishes};
use crate::act::{Act, Novelty};
use crate::error::Result;
use crate::orders::{OrderChange, StageChange};
use crate::pokes::Poke;
use crate::storage::{NoticeRecord, RequestRecord, WriteTx};

/// Follows a change of an order, in its transaction: writes the rows of messages it causes, cancels what it
/// contradicts, and judges the gates of those that wait for it (a photo that arrived, a conflict that was settled).
///
/// # Errors
/// When the storage fails.
pub async fn on_order_changed(tx: &mut dyn WriteTx, change: OrderChange<'_>, act: &Act) -> Result<()> {
    for request in tx.requests_of_order(change.after.order.id).await? {
        let notices = tx.notices_of(request).await?;
        if matters(&change, request, &notices) {
            follow_request(tx, request, act).await?;
        }
    }
    Ok(())
}

/// Most changes move no stage and have nothing that waits for them; those cost one look.
fn matters(change: &OrderChange<'_>, request: RequestId, notices: &[NoticeRecord]) -> bool {
    let unconfirmed = |order: &OrderAggregate| order.order.status == OrderStatus::FinishedUnconfirmed;
    let claims = unconfirmed(change.after) || change.before.is_some_and(unconfirmed);
    let waits = |notice: &NoticeRecord| waits(&notice.state);
    let moved = |stage: &StageChange| stage.request == request;
    claims || change.stages.iter().any(moved) || notices.iter().any(waits)
}

/// Brings the messages of a request to what is true now. Doing it again changes nothing.
///
/// # Errors
/// When the storage fails.
pub async fn follow_request(tx: &mut dyn WriteTx, request: RequestId, act: &Act) -> Result<()> {
    let Some(request) = tx.request(request).await? else {
        return Ok(());
    };
    let mut case = Case::load(tx, request).await?;
    let notices = tx.notices_of(case.request.id).await?;
    let facts: Vec<NoticeFacts> = notices.iter().map(NoticeRecord::facts).collect();
    for step in plan(case.truth, case.request.occurrence, &facts) {
        carry_out(tx, act, &mut case, &notices, step).await?;
    }
    ask_gate(tx, act, &case).await
}

/// The first message: we have it, here is your code.
///
/// # Errors
/// When the storage fails.
pub async fn tell_received(
    tx: &mut dyn WriteTx,
    request: &RequestRecord,
    contact: &Contact,
    act: &Act,
) -> Result<()> {
    if wishes(contact).is_empty() {
        return Ok(());
    }
    let case = Case::load(tx, request.clone()).await?;
    tell(tx, act, &case, NoticeStage::Received, WAITING).await?;
    ask_gate(tx, act, &case).await
}

const WAITING: NoticeState = NoticeState::Waiting { reason: None };

async fn carry_out(
    tx: &mut dyn WriteTx,
    act: &Act,
    case: &mut Case,
    notices: &[NoticeRecord],
    step: Step,
) -> Result<()> {
    match step {
        Step::Tell(stage) => tell(tx, act, case, stage, WAITING).await,
        Step::Known(stage) => tell(tx, act, case, stage, cancelled(ALREADY_TOLD)).await,
        Step::Revive(id) => change(tx, act, notices, id, WAITING).await,
        Step::Cancel(id, reason) => change(tx, act, notices, id, cancelled(reason)).await,
        Step::Correct {
            occurrence,
            channel,
            recipient,
        } => {
            let mut correction = record(act, case, NoticeStage::Corrected, channel, recipient, WAITING);
            correction.occurrence = occurrence;
            tx.add_notice(&correction).await?;
            Ok(())
        }
        Step::NextOccurrence => {
            case.request.occurrence += 1;
            case.request.updated_at = act.now;
            tx.put_request(&case.request).await?;
            Ok(())
        }
    }
}

async fn tell(
    tx: &mut dyn WriteTx,
    act: &Act,
    case: &Case,
    stage: NoticeStage,
    state: NoticeState,
) -> Result<()> {
    for (channel, recipient) in wishes(&case.contact) {
        let mut notice = record(act, case, stage, channel, recipient, state.clone());
        if act.novelty == Novelty::PerhapsRepeated && waits(&notice.state) {
            // The lost server may have told it: a person decides.
            notice.state = NoticeState::Uncertain;
        }
        if stage != NoticeStage::Received && told_with_another(tx, case, &notice).await? {
            notice.state = cancelled(TOLD_WITH_ANOTHER);
        }
        tx.add_notice(&notice).await?;
    }
    Ok(())
}

const fn waits(state: &NoticeState) -> bool {
    matches!(state, NoticeState::Waiting { .. })
}

fn cancelled(reason: &str) -> NoticeState {
    NoticeState::Cancelled {
        reason: reason.to_owned(),
    }
}

/// Does the same person hear the same about another report of the same problem? Then once is enough.
async fn told_with_another(tx: &mut dyn WriteTx, case: &Case, notice: &NoticeRecord) -> Result<bool> {
    let mut others = BTreeSet::new();
    for order in &case.orders {
        others.extend(tx.requests_of_order(order.order.id).await?);
    }
    others.remove(&case.request.id);
    for other in others {
        if same_orders(tx, case, other).await? && tells(tx, other, notice).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A report that has other orders too ends at another time, and is another story.
async fn same_orders(tx: &mut dyn WriteTx, case: &Case, other: RequestId) -> Result<bool> {
    let live = |order: &&OrderAggregate| order.order.merged_into.is_none();
    let ids = |orders: &[OrderAggregate]| {
        let live = orders.iter().filter(live);
        live.map(|order| order.order.id).collect::<BTreeSet<_>>()
    };
    Ok(ids(&tx.orders_of_request(other).await?) == ids(&case.orders))
}

/// Has this request a live message of the same kind to the same recipient, about its present occurrence?
async fn tells(tx: &mut dyn WriteTx, request: RequestId, wanted: &NoticeRecord) -> Result<bool> {
    let occurrence = tx.request(request).await?.map(|request| request.occurrence);
    let notices = tx.notices_of(request).await?;
    Ok(notices.iter().any(|notice| {
        notice.stage == wanted.stage
            && notice.channel == wanted.channel
            && notice.recipient == wanted.recipient
            && Some(notice.occurrence) == occurrence
            && !matches!(notice.state, NoticeState::Cancelled { .. })
    }))
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
        attempts: 0,
        reference: None,
        created_at: act.now,
        updated_at: act.now,
    }
}

/// A message that comes true again begins anew: the worker can take back this finish too.
async fn change(
    tx: &mut dyn WriteTx,
    act: &Act,
    notices: &[NoticeRecord],
    id: NoticeId,
    state: NoticeState,
) -> Result<()> {
    if let Some(notice) = notices.iter().find(|notice| notice.id == id) {
        let mut notice = notice.clone();
        if matches!(state, NoticeState::Waiting { .. }) {
            notice.created_at = act.now;
        }
        notice.state = state;
        notice.due_at = None;
        notice.updated_at = act.now;
        tx.put_notice(&notice).await?;
    }
    Ok(())
}

/// Lets the gate decide on everything that waits.
async fn ask_gate(tx: &mut dyn WriteTx, act: &Act, case: &Case) -> Result<()> {
    for mut notice in tx.notices_of(case.request.id).await? {
        let before = notice.clone();
        gate::decide(&mut notice, case, act);
        if notice != before {
            tx.put_notice(&notice).await?;
        }
        if notice.due_at.is_some() && notice != before {
            tx.poke(Poke::Notices);
        }
    }
    Ok(())
}
