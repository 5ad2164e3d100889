//! The tables that decide. Each rule about orders, requests and notices stands here once, for app, server and console.

pub mod confirmation;
pub mod conflict;
pub mod evidence;
pub mod feedback;
pub mod late_completion;
pub mod legal_moves;
pub mod nearby;
pub mod notice_gate;
pub mod notice_plan;
pub mod notice_wishes;
pub mod order_status;
pub mod permission;
pub mod request_stage;
pub mod request_truth;
pub mod retention;
pub mod routing;
pub mod satisfaction;
pub mod staff_news;
