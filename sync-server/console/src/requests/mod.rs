//! Requests: what citizens reported, in a list and on the map, and how they become orders.
mod came_back;
mod detail;
mod list;
mod make_orders;
mod near;
mod screen;
mod view;

pub(crate) use detail::RequestScreen;
pub(crate) use list::RequestLine;
pub(crate) use make_orders::PriorityChoice;
pub(crate) use near::{Neighbour, near_and_alike, order_of_number, orders_near};
pub(crate) use screen::RequestsScreen;
pub(crate) use view::{RequestsView, Stages};
