//! Near and alike: reports of the same problem by others, and orders about it.
use kuitti_shared::{
    api::{
        Page,
        orders::{OrderFilter, OrderRow},
        requests::{RequestFilter, RequestRow},
    },
    domain::{OrderStatus, Position},
    id::{CategoryCode, OrderId, RequestId},
};

use super::view::Stages;
use crate::api::{self, ApiError};

/// Farther apart, two reports are hardly about the same thing.
const NEAR_METRES: f64 = 150.0;

/// So many are shown.
const MOST: usize = 8;

/// A request or an order nearby, and how far away.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Neighbour<T> {
    pub(crate) row: T,
    pub(crate) metres: f64,
}

/// Requests of the same category near a place that are not over, nearest first; `but` is left out.
pub(crate) async fn near_and_alike(
    category: CategoryCode,
    place: Position,
    but: Option<RequestId>,
) -> Result<Vec<Neighbour<RequestRow>>, ApiError> {
    let stages: Vec<_> = [Stages::Waiting, Stages::UnderWay]
        .into_iter()
        .filter_map(Stages::filter)
        .collect();
    let filter = RequestFilter {
        category: Some(category.0),
        stage: Some(stages.join(",")),
        limit: Some(500),
        ..RequestFilter::default()
    };
    let page: Page<RequestRow> = api::find("/api/requests", &filter).await?;
    let others = page.rows.into_iter().filter(|row| Some(row.id) != but);
    Ok(nearest(place, others, |row| row.place.position))
}

/// Open orders of the same category near a place, nearest first; `but` is left out.
pub(crate) async fn orders_near(
    category: CategoryCode,
    place: Position,
    but: OrderId,
) -> Result<Vec<Neighbour<OrderRow>>, ApiError> {
    let filter = OrderFilter {
        category: Some(category.0),
        status: Some(open_statuses()),
        limit: Some(500),
        ..OrderFilter::default()
    };
    let page: Page<OrderRow> = api::find("/api/orders", &filter).await?;
    let others = page.rows.into_iter().filter(|row| row.id != but);
    Ok(nearest(place, others, |row| row.place.position))
}

/// The open order with this number, if there is one.
pub(crate) async fn order_of_number(number: &str) -> Result<Option<OrderRow>, ApiError> {
    let filter = OrderFilter {
        text: Some(number.to_owned()),
        status: Some(open_statuses()),
        limit: Some(500),
        ..OrderFilter::default()
    };
    let page: Page<OrderRow> = api::find("/api/orders", &filter).await?;
    let is_it = |row: &OrderRow| row.number.0.eq_ignore_ascii_case(number);
    Ok(page.rows.into_iter().find(is_it))
}

/// The statuses of orders that are not over.
fn open_statuses() -> String {
    let open = OrderStatus::ALL
        .into_iter()
        .filter(|status| !status.is_terminal());
    open.map(OrderStatus::code).collect::<Vec<_>>().join(",")
}

fn nearest<T>(
    place: Position,
    rows: impl Iterator<Item = T>,
    position: impl Fn(&T) -> Option<Position>,
) -> Vec<Neighbour<T>> {
    let with_distance = rows.filter_map(|row| {
        let metres = place.distance_to(position(&row)?).0;
        (metres <= NEAR_METRES).then_some(Neighbour { row, metres })
    });
    let mut near: Vec<_> = with_distance.collect();
    near.sort_by(|one, other| one.metres.total_cmp(&other.metres));
    near.truncate(MOST);
    near
}
