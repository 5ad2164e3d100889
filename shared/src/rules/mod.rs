//! The tables that decide. Each rule about orders, requests and notices stands here once, for app, server and console.

pub mod conflict;
pub mod evidence;
pub mod late_completion;
pub mod legal_moves;
pub mod notice_gate;
pub mod notice_plan;
pub mod order_status;
pub mod permission;
pub mod request_stage;
pub mod request_truth;
pub mod routing;
