//! Orders.

use kuitti_shared::domain::{Appointment, Assignee, OrderStatus};
use kuitti_shared::id::{CrewId, OrderId, OrderNumber, RequestId, WorkerId};
use kuitti_shared::unit::{Version, WallTime};

use super::Opened;
use super::samples::{NOW, id, order, request};
use crate::storage::{After, OrderFilter};

pub(super) async fn an_order_comes_back_as_it_was_stored(opened: Opened) {
    let mut aggregate = order(7, OrderStatus::New, None);
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_order(&aggregate, NOW).await.unwrap();
    aggregate.order.version = Version(2);
    aggregate.order.status = OrderStatus::Assigned;
    aggregate.order.assignee = Some(Assignee::Worker(WorkerId(id(9))));
    tx.put_order(&aggregate, NOW).await.unwrap();
    assert_eq!(
        tx.order(aggregate.order.id).await.unwrap().as_ref(),
        Some(&aggregate)
    );
    tx.commit().await.unwrap();
    let mut tx = opened.storage.read().await.unwrap();
    let found = tx.order_by_number(&OrderNumber("W-7".into())).await.unwrap();
    assert_eq!(found.as_ref(), Some(&aggregate));
    assert_eq!(tx.orders(&[aggregate.order.id]).await.unwrap(), [aggregate]);
    assert_eq!(tx.order(OrderId(id(8))).await.unwrap(), None);
}

const AGREED: Appointment = Appointment {
    from: NOW,
    until: WallTime(NOW.0 + 1),
};

/// What is agreed anew, and taken back, without anything else changing.
pub(super) async fn an_agreed_time_stands_in_lists_as_it_is_now(opened: Opened) {
    let mut aggregate = order(7, OrderStatus::Assigned, None);
    for (version, agreed) in (1..).zip([None, Some(AGREED), None]) {
        aggregate.order.version = Version(version);
        aggregate.order.appointment = agreed;
        let mut tx = opened.storage.write().await.unwrap();
        tx.put_order(&aggregate, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = opened.storage.read().await.unwrap();
        let filter = OrderFilter {
            limit: 9,
            ..OrderFilter::default()
        };
        let (page, _) = tx.order_list(&filter).await.unwrap();
        let listed: Vec<_> = page.iter().map(|row| row.appointment).collect();
        assert_eq!(listed, [agreed]);
    }
}

pub(super) async fn lists_filter_and_continue_where_they_ended(opened: Opened) {
    let crew = Some(Assignee::Crew(CrewId(id(50))));
    let mut tx = opened.storage.write().await.unwrap();
    for number in 1..=5 {
        let mut order = order(number, OrderStatus::New, None);
        order.order.appointment = (number == 5).then_some(AGREED);
        tx.put_order(&order, NOW).await.unwrap();
    }
    tx.put_order(&order(6, OrderStatus::Assigned, crew), NOW)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut tx = opened.storage.read().await.unwrap();
    let mut filter = OrderFilter {
        statuses: vec![OrderStatus::New],
        limit: 3,
        ..OrderFilter::default()
    };
    let (page, total) = tx.order_list(&filter).await.unwrap();
    let numbers: Vec<_> = page.iter().map(|row| row.number.0.as_str()).collect();
    assert_eq!((numbers, total), (vec!["W-5", "W-4", "W-3"], 5));
    let agreed: Vec<_> = page.iter().map(|row| row.appointment).collect();
    assert_eq!(agreed, [Some(AGREED), None, None]);
    let last = page.last().unwrap();
    filter.after = Some(After {
        at: last.created_at,
        id: last.id.0,
    });
    let (page, _) = tx.order_list(&filter).await.unwrap();
    assert_eq!(page.len(), 2);
    let of_crew = OrderFilter {
        assignee: crew,
        limit: 9,
        ..OrderFilter::default()
    };
    assert_eq!(tx.order_list(&of_crew).await.unwrap().1, 1);
    let words = OrderFilter {
        text: Some("äyräpään 6".into()),
        limit: 9,
        ..OrderFilter::default()
    };
    assert_eq!(tx.order_list(&words).await.unwrap().0[0].number.0, "W-6");
}

pub(super) async fn links_lead_both_ways_and_are_made_once(opened: Opened) {
    let aggregate = order(7, OrderStatus::New, None);
    let mut tx = opened.storage.write().await.unwrap();
    tx.put_request(&request(1)).await.unwrap();
    tx.put_order(&aggregate, NOW).await.unwrap();
    for _ in 0..2 {
        tx.link_request(aggregate.order.id, RequestId(id(1)))
            .await
            .unwrap();
    }
    assert_eq!(
        tx.requests_of_order(aggregate.order.id).await.unwrap(),
        [RequestId(id(1))]
    );
    assert_eq!(tx.orders_of_request(RequestId(id(1))).await.unwrap(), [aggregate]);
}

pub(super) async fn load_counts_only_what_is_not_over(opened: Opened) {
    let crew = CrewId(id(50));
    let mut tx = opened.storage.write().await.unwrap();
    for (number, status) in [
        (1, OrderStatus::Assigned),
        (2, OrderStatus::InWork),
        (3, OrderStatus::Finished),
    ] {
        tx.put_order(&order(number, status, Some(Assignee::Crew(crew))), NOW)
            .await
            .unwrap();
    }
    assert_eq!(tx.open_load().await.unwrap(), [(crew, 2)]);
}

/// Requests 1 and 2 have order 7 in common, 2 and 3 order 8; request 4 and order 9 are another story.
pub(super) async fn many_are_read_and_written_at_once(opened: Opened) {
    let orders = [9, 8, 7].map(|number| order(number, OrderStatus::New, None));
    let mut tx = opened.storage.write().await.unwrap();
    let requests = [4, 3, 2, 1].map(request);
    tx.put_requests(&requests.each_ref()).await.unwrap();
    tx.put_orders(&orders.each_ref(), NOW).await.unwrap();
    let pairs = [(1, 7), (2, 7), (2, 8), (3, 8), (4, 9)]
        .map(|(request, order)| (RequestId(id(request)), OrderId(id(order))));
    for (request, order) in pairs {
        tx.link_request(order, request).await.unwrap();
    }
    let ids = [9, 7, 5].map(|number| OrderId(id(number)));
    let found = tx.orders(&ids).await.unwrap();
    assert_eq!(found, [orders[2].clone(), orders[0].clone()]);
    let ids = [3, 1, 5].map(|number| RequestId(id(number)));
    let found = tx.requests(&ids).await.unwrap();
    assert_eq!(found, [requests[3].clone(), requests[1].clone()]);
    let around = tx.requests_around(&[OrderId(id(7))]).await.unwrap();
    assert_eq!(around.links, pairs[..4]);
    let three = [3, 2, 1].map(|place| requests[place].clone());
    assert_eq!(around.requests, three);
    assert!(tx.requests_around(&[]).await.unwrap().links.is_empty());
}
