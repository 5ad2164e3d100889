//! Near and alike: reports of the same problem by others.
use kuitti_shared::{
    api::{
        Page,
        requests::{RequestFilter, RequestRow},
    },
    domain::Position,
    id::{CategoryCode, RequestId},
};

use super::view::Stages;
use crate::api::{self, ApiError};

/// Farther apart, two reports are hardly about the same thing.
const NEAR_METRES: f64 = 150.0;

/// A request nearby, and how far away.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Neighbour {
    pub(crate) row: RequestRow,
    pub(crate) metres: f64,
}

/// Requests of the same category near a place that are not over, nearest first; `but` is left out.
pub(crate) async fn near_and_alike(
    category: CategoryCode,
    place: Position,
    but: Option<RequestId>,
) -> Result<Vec<Neighbour>, ApiError> {
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
    let mut near: Vec<_> = page
        .rows
        .into_iter()
        .filter(|row| Some(row.id) != but)
        .filter_map(|row| {
            Some(Neighbour {
                metres: distance(place, row.place.position?),
                row,
            })
        })
        .filter(|neighbour| neighbour.metres <= NEAR_METRES)
        .collect();
    near.sort_by(|one, other| one.metres.total_cmp(&other.metres));
    near.truncate(8);
    Ok(near)
}

/// Metres on a flat map: exact enough within a town.
fn distance(one: Position, other: Position) -> f64 {
    const METRES_PER_DEGREE: f64 = 111_320.0;
    let north = (one.latitude() - other.latitude()) * METRES_PER_DEGREE;
    let east = (one.longitude() - other.longitude()) * METRES_PER_DEGREE * one.latitude().to_radians().cos();
    north.hypot(east)
}
