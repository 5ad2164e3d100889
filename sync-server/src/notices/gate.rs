//! The gate of one message: its facts from the storage, and the verdict written into its row.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::domain::{
    Category, Contact, NoticeStage, NoticeState, OrderAggregate, Priority, WaitReason,
};
use kuitti_shared::id::{OrderId, RequestId};
use kuitti_shared::rules::confirmation::is_open;
use kuitti_shared::rules::notice_gate::{Facts, Verdict, judge, proof_missing};
use kuitti_shared::rules::notice_wishes::{is_unproved, reach, wishes};
use kuitti_shared::rules::request_truth::Truth;
use kuitti_shared::unit::WallTime;
use serde_json::value::RawValue;

use super::quiet::QuietHours;
use crate::act::Act;
use crate::error::Result;
use crate::orders;
use crate::storage::{NoticeRecord, ReadTx, RequestRecord, StorageError, StorageResult};

/// A request with everything that the gate and the texts look at.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) request: RequestRecord,
    pub(crate) orders: Vec<OrderAggregate>,
    pub(crate) category: Option<Category>,
    pub(crate) contact: Contact,
    pub(crate) truth: Truth,
}

impl Case {
    pub(super) async fn load(tx: &mut dyn ReadTx, request: RequestRecord) -> Result<Self> {
        let orders = tx.orders_of_request(request.id).await?;
        let category = tx.category(&request.category).await?;
        let contact = tx.contact(request.id).await?.unwrap_or_default();
        Ok(Self::new(request, orders, category, contact))
    }

    /// Some requests with what belongs to them, in as many statements as one takes. Those that are gone are missing.
    pub(super) async fn load_all(
        tx: &mut dyn ReadTx,
        requests: &[RequestId],
    ) -> Result<BTreeMap<RequestId, Self>> {
        let records = tx.requests(requests).await?;
        let mut orders = orders_of(tx, requests).await?;
        let mut contacts: BTreeMap<_, _> = tx.contacts(requests).await?.into_iter().collect();
        let mut categories = BTreeMap::new();
        let mut cases = BTreeMap::new();
        for record in records {
            let request = record.id;
            if !categories.contains_key(&record.category) {
                let found = tx.category(&record.category).await?;
                categories.insert(record.category.clone(), found);
            }
            let category = categories.get(&record.category).cloned().flatten();
            let orders = orders.remove(&request).unwrap_or_default();
            let contact = contacts.remove(&request).unwrap_or_default();
            cases.insert(request, Self::new(record, orders, category, contact));
        }
        Ok(cases)
    }

    fn new(
        request: RequestRecord,
        orders: Vec<OrderAggregate>,
        category: Option<Category>,
        contact: Contact,
    ) -> Self {
        Self {
            truth: orders::truth(&request, &orders),
            request,
            orders,
            category,
            contact,
        }
    }
}

/// The orders of requests, oldest first, without locking them: whoever changes an order locks it before its requests.
async fn orders_of(
    tx: &mut dyn ReadTx,
    requests: &[RequestId],
) -> Result<BTreeMap<RequestId, Vec<OrderAggregate>>> {
    let links = tx.order_links(requests).await?;
    let orders: BTreeSet<OrderId> = links.iter().map(|(_, order)| *order).collect();
    let documents = tx
        .order_documents(&orders.into_iter().collect::<Vec<_>>())
        .await?;
    let read = |(order, document): (OrderId, Box<RawValue>)| {
        let read = serde_json::from_str::<OrderAggregate>(document.get()).map_err(StorageError::from)?;
        Ok((order, read))
    };
    let known = documents
        .into_iter()
        .map(read)
        .collect::<StorageResult<BTreeMap<_, _>>>()?;
    let mut found: BTreeMap<RequestId, Vec<OrderAggregate>> = BTreeMap::new();
    for (request, order) in links {
        found
            .entry(request)
            .or_default()
            .extend(known.get(&order).cloned());
    }
    for orders in found.values_mut() {
        orders.sort_by_key(|order| (order.order.created_at, order.order.id));
    }
    Ok(found)
}

/// Asks the gate about a message that waits, and writes the verdict into it. Others stay as they are.
pub(super) fn decide(notice: &mut NoticeRecord, case: &Case, act: &Act) {
    let NoticeState::Waiting { reason } = notice.state.clone() else {
        return;
    };
    let facts = facts(notice, case, act, reason == Some(WaitReason::Office));
    let (state, due_at) = match judge(facts, act.now) {
        Verdict::Open => open(reason, act.now),
        Verdict::Shut(reason) => (NoticeState::Waiting { reason: Some(reason) }, until(reason)),
        Verdict::Cancel(reason) => (
            NoticeState::Cancelled {
                reason: reason.to_owned(),
            },
            None,
        ),
    };
    if state != notice.state || due_at != notice.due_at {
        notice.state = state;
        notice.due_at = due_at;
        notice.updated_at = act.now;
    }
}

/// An open gate does not shorten the pause after a failed attempt.
fn open(reason: Option<WaitReason>, now: WallTime) -> (NoticeState, Option<WallTime>) {
    match reason {
        Some(WaitReason::Retry { until }) if until > now => (NoticeState::Waiting { reason }, Some(until)),
        // It stands in the list of calls already.
        Some(WaitReason::Caller) => (NoticeState::Waiting { reason }, None),
        _ => (NoticeState::Waiting { reason: None }, Some(now)),
    }
}

/// When the gate is worth asking again without any change.
const fn until(reason: WaitReason) -> Option<WallTime> {
    match reason {
        WaitReason::UndoWindow { until } | WaitReason::QuietHours { until } | WaitReason::Retry { until } => {
            Some(until)
        }
        WaitReason::Proof { .. }
        | WaitReason::Conflict
        | WaitReason::Confirmation
        | WaitReason::Office
        | WaitReason::Caller => None,
    }
}

fn facts(notice: &NoticeRecord, case: &Case, act: &Act, held_by_office: bool) -> Facts {
    let wanted = wishes(&case.contact, notice.stage, &act.config.citizens.offer());
    let wanted =
        wanted.contains(&(notice.channel, notice.recipient.clone())) || stands_in(notice, &case.contact);
    let reports_work = notice.stage.reports_work();
    // An answer comes at once: whoever writes at night is awake.
    let answers = matches!(
        notice.stage,
        NoticeStage::Received | NoticeStage::Reopened | NoticeStage::Confirm
    );
    let quiet = !answers && !is_urgent(&case.orders);
    Facts {
        wanted,
        // What is no longer true was cancelled by the plan, in the transaction that made it untrue. A code ends by itself.
        contradicted: notice.stage == NoticeStage::Confirm && !is_open(notice.created_at, 0, act.now),
        held_by_office,
        conflict_open: !answers && case.orders.iter().any(OrderAggregate::has_open_review),
        unconfirmed: reports_work && case.truth.claimed.is_some(),
        proof_missing: proof(notice, case),
        // One that goes in another's place has waited already.
        undo_until: (reports_work && notice.instead_of.is_none())
            .then(|| notice.created_at + act.config.undo_window()),
        quiet_until: quiet.then(|| quiet_until(act)).flatten(),
    }
}

/// Where another way failed for good, an address that the citizen gave will do, as long as something is wanted at all.
fn stands_in(notice: &NoticeRecord, contact: &Contact) -> bool {
    let is_theirs = reach(contact, notice.channel) == Some(notice.recipient.as_str());
    let is_proved = !is_unproved(contact, notice.channel);
    notice.instead_of.is_some() && is_theirs && is_proved && !contact.notify.is_empty()
}

fn proof(notice: &NoticeRecord, case: &Case) -> u32 {
    let proof = case
        .category
        .as_ref()
        .map(|category| category.notice_proof)
        .unwrap_or_default();
    case.orders
        .iter()
        .map(|order| proof_missing(order, proof, notice.stage))
        .sum()
}

fn is_urgent(orders: &[OrderAggregate]) -> bool {
    orders
        .iter()
        .any(|order| order.order.priority == Priority::Urgent)
}

/// When the night ends in which nobody is woken; nothing by day.
pub(super) fn quiet_until(act: &Act) -> Option<WallTime> {
    let hours = &act.config.quiet_hours;
    let hours = hours
        .enabled
        .then(|| QuietHours::read(&hours.from, &hours.until, &act.config.town.time_zone));
    hours.flatten()?.ends_after(act.now)
}
