//! A session with a message centre, SMPP 3.4.
//!
//! ```text
//! keep: connect -> bind as transceiver -> listen, until it breaks -> wait -> connect
//! send: text -> parts -> window -> submit_sm -> what became of it
//! listen: deliver_sm -> receipt or text -> kept by whoever uses this -> deliver_sm_resp
//! ```
//! - [`settings`]: how to reach it, checked before anything is sent
//! - `link`: the session, kept up; `submit`: one part and its answer
//! - [`receipt`]: what receipts say, in the bases that message centres write ids in
//! - `deliver`: what comes from phones, put together again

mod deliver;
mod link;
pub mod receipt;
pub mod settings;
mod submit;

pub use link::Smpp;
pub use settings::{Settings, WrongSettings};
