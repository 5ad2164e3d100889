//! How a point looks: its shape tells the state to those who cannot tell colours.
use kuitti_shared::domain::{OrderStatus, RequestStage};

/// What a point stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointLook {
    /// An order in its status.
    Order(OrderStatus),
    /// A request in its stage.
    Request(RequestStage),
}

const CIRCLE: &str = "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z";
const SQUARE: &str = "M-7-10H7a3 3 0 0 1 3 3V7a3 3 0 0 1-3 3H-7a3 3 0 0 1-3-3V-7a3 3 0 0 1 3-3z";
const DIAMOND: &str = "M0-13.5 13.5 0 0 13.5-13.5 0z";
const TRIANGLE: &str = "M0-13 13 10H-13z";
const HEXAGON: &str = "M-6-11H6L12 0 6 11H-6L-12 0z";

const PLUS: &str = "M0-5v10M-5 0H5";
const PERSON: &str = "M-2.5-2.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M-4.5 5.5a4.5 4.5 0 0 1 9 0";
const BAR: &str = "M0-6V6";
const TICK: &str = "M-4.5 .5-1.5 3.5 4.5-3.5";
const CROSS: &str = "M-4-4 4 4M4-4-4 4";
const BACK: &str = "M5 0H-5M-1.5-3.5-5 0-1.5 3.5";
const AGAIN: &str = "M-4 4a4 4 0 1 1 4 2";

impl PointLook {
    /// Outline and sign as SVG paths around 0, 0.
    pub(crate) const fn paths(self) -> (&'static str, &'static str) {
        match self {
            Self::Order(OrderStatus::New) | Self::Request(RequestStage::Received) => (CIRCLE, PLUS),
            Self::Order(OrderStatus::Assigned) | Self::Request(RequestStage::Planned) => (SQUARE, PERSON),
            Self::Order(OrderStatus::InWork) | Self::Request(RequestStage::InWork) => (DIAMOND, BAR),
            Self::Order(OrderStatus::Finished) | Self::Request(RequestStage::Done) => (CIRCLE, TICK),
            Self::Order(OrderStatus::FinishedUnconfirmed) => (DIAMOND, TICK),
            Self::Order(OrderStatus::Closed) => (SQUARE, TICK),
            Self::Order(OrderStatus::Declined) | Self::Request(RequestStage::NotDone) => (HEXAGON, BACK),
            Self::Order(OrderStatus::Cancelled) => (CIRCLE, CROSS),
            Self::Order(OrderStatus::Reopened)
            | Self::Request(RequestStage::Reopened | RequestStage::NeedsVisit) => (TRIANGLE, AGAIN),
        }
    }

    /// The value of `data-status`, for orders.
    pub(crate) const fn status(self) -> Option<&'static str> {
        match self {
            Self::Order(status) => Some(status.code()),
            Self::Request(_) => None,
        }
    }

    /// The value of `data-stage`, for requests.
    pub(crate) const fn stage(self) -> Option<&'static str> {
        match self {
            Self::Order(_) => None,
            Self::Request(stage) => Some(stage.code()),
        }
    }
}
