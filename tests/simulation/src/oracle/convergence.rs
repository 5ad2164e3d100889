//! All views converge: every phone holds what the server has for it, and shows that.

use std::collections::{BTreeMap, BTreeSet};

use kuitti_shared::domain::OrderAggregate;
use kuitti_shared::id::OrderId;
use kuitti_shared::sync::request::Scope;

use super::Violation;
use crate::people::WORKERS;
use crate::phone::Phone;
use crate::shelf::Shelf;
use crate::town::Town;

pub(crate) async fn check(town: &Town) -> Result<(), Violation> {
    for phone in &town.phones {
        let (membership, orders) = expected(town, phone).await;
        let shelf = Shelf::of(&phone.directory());
        compare(phone, &shelf, &membership, &orders)?;
    }
    Ok(())
}

fn compare(
    phone: &Phone,
    shelf: &Shelf,
    membership: &BTreeSet<(Scope, OrderId)>,
    orders: &BTreeMap<OrderId, OrderAggregate>,
) -> Result<(), Violation> {
    let violated = |what: String| Err(Violation::of("convergence", format!("{}: {what}", phone.name)));
    if shelf.membership != *membership {
        let (has, should) = (&shelf.membership, membership);
        return violated(format!("holds {has:?}, and the server says {should:?}"));
    }
    let keys = |orders: &BTreeMap<OrderId, OrderAggregate>| orders.keys().copied().collect::<Vec<_>>();
    if keys(&shelf.base) != keys(orders) {
        return violated(format!("base {:?}, server {:?}", keys(&shelf.base), keys(orders)));
    }
    for (id, order) in orders {
        if shelf.base.get(id) != Some(order) {
            return violated(format!("has another truth about order {id}"));
        }
    }
    if shelf.view != shelf.base {
        return violated("shows something else than the server's truth".to_owned());
    }
    if shelf.mismatches > 0 {
        return violated("compares its digest in vain".to_owned());
    }
    Ok(())
}

/// What the server has for a phone.
async fn expected(
    town: &Town,
    phone: &Phone,
) -> (BTreeSet<(Scope, OrderId)>, BTreeMap<OrderId, OrderAggregate>) {
    let crew = WORKERS[phone.number % WORKERS.len()].1;
    let scopes = [Some(Scope::Worker(phone.worker)), crew.map(Scope::Crew)];
    let mut tx = town.server.look().await;
    let mut membership = BTreeSet::new();
    for scope in scopes.into_iter().flatten() {
        let lines = tx.feed_after(scope, 0, 10_000).await.unwrap();
        let present = lines
            .iter()
            .map(|line| line.row)
            .filter(|line| line.gone.is_none());
        membership.extend(present.map(|line| (scope, line.order)));
    }
    let ids: Vec<OrderId> = membership.iter().map(|(_, order)| *order).collect();
    let orders = tx.orders(&ids).await.unwrap();
    let orders = orders.into_iter().map(|order| (order.order.id, order)).collect();
    (membership, orders)
}
