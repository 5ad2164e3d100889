//! Orders: the board, one order with everything that happened to it, and who gets it.
mod appointment;
mod assign;
mod board;
mod card;
mod decide;
mod detail;
mod evidence;
mod merge;
mod review;
mod story;
mod view;
mod visits;
mod watch;

pub(crate) use assign::{AssigneeChoice, on_shift_until};
pub(crate) use board::OrdersScreen;
pub(crate) use detail::OrderScreen;
pub(crate) use review::ConflictSlip;
