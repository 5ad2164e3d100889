//! Making an order from its category's template.

use kuitti_shared::domain::{
    Assignee, Category, ChecklistEntry, ContactCard, OfficeDecision, OrderAggregate, OrderStatus, Place,
    Priority, WorkOrder,
};
use kuitti_shared::id::{CategoryCode, OrderId, OrderNumber, RequestId};
use kuitti_shared::rules::order_status;
use kuitti_shared::unit::{AssignmentEpoch, Millis, Minutes, Version, WallTime};
use serde_json::json;

use super::entry;
use super::join;
use super::store::{self, Change};
use crate::act::Act;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::office_hours::OfficeHours;
use crate::pokes::Poke;
use crate::storage::WriteTx;
use crate::sync;

/// What a new order is to be.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOrder {
    /// Its id, where devices know it already (an order recreated after a restored backup); otherwise a new one.
    pub id: Option<OrderId>,
    /// Kind of problem.
    pub category: CategoryCode,
    /// What to do; otherwise the category's name in the town's language.
    pub title: Option<String>,
    /// What is known.
    pub description: String,
    /// Where.
    pub place: Place,
    /// How much it matters.
    pub priority: Priority,
    /// Which requests it serves.
    pub requests: Vec<RequestId>,
    /// Whose work it is.
    pub assignee: Option<Assignee>,
    /// From when on the category's targets count: since a citizen waits; otherwise from now.
    pub waiting_since: Option<WallTime>,
    /// The order that it continues.
    pub follows: Option<OrderId>,
    /// Whom to call; otherwise the first requester who left a number.
    pub contact: Option<ContactCard>,
}

impl NewOrder {
    /// An order of `category` about which nothing else is known.
    #[must_use]
    pub fn of(category: CategoryCode) -> Self {
        Self {
            id: None,
            category,
            title: None,
            description: String::new(),
            place: Place::default(),
            priority: Priority::default(),
            requests: Vec::new(),
            assignee: None,
            waiting_since: None,
            follows: None,
            contact: None,
        }
    }
}

/// Makes an order, tells its scopes, moves its requests, and replays operations that waited for it.
///
/// # Errors
/// 422 `category_unknown`, `request_unknown`; or when the storage fails.
pub async fn create(tx: &mut dyn WriteTx, new: NewOrder, act: &Act) -> Result<OrderAggregate> {
    let requests = new.requests.clone();
    let aggregate = build(tx, new, act).await?;
    insert(tx, &aggregate, &requests, act).await?;
    let change = Change {
        before: None,
        after: &aggregate,
        effects: &[],
        novelty: act.novelty,
    };
    store::follow(tx, &[change], &[&aggregate], act).await?;
    sync::replay_held(tx, aggregate.order.id, act).await?;
    super::load(tx, aggregate.order.id).await
}

/// When the target is over, which the office's hours count down where the category says so.
fn deadline(since: WallTime, target: Minutes, in_office_hours: bool, config: &Config) -> WallTime {
    let hours = in_office_hours.then(|| OfficeHours::of(config)).flatten();
    let worked = hours.and_then(|hours| hours.worked_after(since, hours.worked_in(target)));
    worked.unwrap_or(since + Millis::from(target))
}

/// The order as it will be, not yet stored.
pub(super) async fn build(tx: &mut dyn WriteTx, new: NewOrder, act: &Act) -> Result<OrderAggregate> {
    let category = tx
        .category(&new.category)
        .await?
        .ok_or_else(|| Error::invalid("category_unknown", "There is no such category."))?;
    let number = tx.next_number("work_order").await?;
    let contact = match new.contact {
        Some(contact) => Some(contact),
        None => first_contact(tx, &new.requests).await?,
    };
    let checklist = checklist(&category);
    let waiting_since = new.waiting_since.unwrap_or(act.now);
    let targets = category.targets;
    let due = |target| deadline(waiting_since, target, targets.in_office_hours, &act.config);
    let title = new
        .title
        .unwrap_or_else(|| category.name.get(act.config.town.language).to_owned());
    let order = WorkOrder {
        id: new.id.unwrap_or_else(|| OrderId(act.new_id())),
        number: OrderNumber(format!("{}-{number}", act.config.town.order_prefix)),
        version: Version(1),
        title,
        description: new.description,
        warn_at: Some(due(targets.warning)),
        due_at: Some(due(targets.breach)),
        appointment: None,
        category: category.code,
        category_name: category.name,
        priority: new.priority,
        place: new.place,
        assignment_epoch: AssignmentEpoch(u32::from(new.assignee.is_some())),
        assignee: new.assignee,
        closure: 0,
        closure_since: Version(0),
        decision: OfficeDecision::Open,
        status: OrderStatus::New,
        status_class: OrderStatus::New.class(),
        evidence: category.evidence,
        workers_take: category.workers_take,
        contact,
        follows: new.follows,
        merged_into: None,
        merged_knowing: None,
        created_at: act.now,
        field_versions: Default::default(),
        newer: Default::default(),
    };
    let mut aggregate = OrderAggregate {
        order,
        visits: Vec::new(),
        checklist,
        notes: Vec::new(),
        photos: Vec::new(),
        materials: Vec::new(),
        times: Vec::new(),
        suggestions: Vec::new(),
        exemptions: Vec::new(),
        conflicts: Vec::new(),
    };
    order_status::refresh(&mut aggregate);
    Ok(aggregate)
}

fn checklist(category: &Category) -> Vec<ChecklistEntry> {
    let lines = category.checklist.iter().cloned();
    lines
        .map(|line| ChecklistEntry {
            item: line.item,
            label: line.label,
            kind: line.kind,
            required: line.required,
            answer: None,
            history: Vec::new(),
        })
        .collect()
}

async fn first_contact(tx: &mut dyn WriteTx, requests: &[RequestId]) -> Result<Option<ContactCard>> {
    for request in requests {
        let contact = tx.contact(*request).await?;
        let card = contact.and_then(|contact| {
            contact.phone.map(|phone| ContactCard {
                name: contact.name,
                phone,
            })
        });
        if card.is_some() {
            return Ok(card);
        }
    }
    Ok(None)
}

/// Stores a new order with its links. Its scopes are told by the caller.
pub(super) async fn insert(
    tx: &mut dyn WriteTx,
    aggregate: &OrderAggregate,
    requests: &[RequestId],
    act: &Act,
) -> Result<()> {
    let order = &aggregate.order;
    tx.put_order(aggregate, act.now).await?;
    for request in &join::with_followers(tx, requests).await? {
        if tx.request(*request).await?.is_none() {
            return Err(Error::invalid("request_unknown", "There is no such request."));
        }
        tx.link_request(order.id, *request).await?;
        tx.poke(Poke::Request { request: *request });
    }
    let detail = json!({
        "category": order.category,
        "assignee": order.assignee,
        "requests": requests,
        "follows": order.follows,
    });
    tx.audit(&entry("order.made", order.id, detail, act)).await?;
    tx.poke(Poke::Order { order: order.id });
    Ok(())
}
