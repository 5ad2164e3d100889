//! Messages to citizens: told once, told the truth.
//!
//! ```text
//!  a change of an order ---> follow: stage of the request, rows as `rules::notice_plan` says   } one transaction
//!                            gate: each row that waits, by `rules::notice_gate`                }
//!  after the commit -------> courier: lease (committed) -> sender -> what came of it
//! ```
//! - [`follow`]: the hook that order changes and citizens' wishes go through
//! - [`gate`]: the facts of the gate from the storage, and its verdict on a row
//! - [`quiet`]: the hours in which nobody is woken
//! - [`text`]: what a message says; how large that is as text message, says the crate `kuitti-sms`
//! - [`courier`]: the loop that sends; [`sender`]: e-mail by SMTP, text messages by SMPP and HTTP, the demo inbox
//! - `incoming`: what a provider of text messages brings, `webhook` over HTTP. `receipts`: what became of a message in the end, and who is told on
//!   another way instead; `polling` asks a gateway that does not bring it, `bounces`
//!   takes mails that came back; `answers`: what people write back, by the words of `keywords`
//! - [`staff`]: messages to people of the town
//! - [`calls`]: citizens whom somebody calls
//! - [`mod@desk`]: what the office sees and decides; [`inbox`]: the demo inbox as a page

mod answers;
mod bounces;
mod calls;
pub mod courier;
mod desk;
mod follow;
mod gate;
mod inbox;
mod incoming;
mod keywords;
mod looks;
mod polling;
pub mod quiet;
mod receipts;
pub mod sender;
pub mod staff;
pub mod text;

use tokio::sync::oneshot;
use utoipa_axum::router::OpenApiRouter;

use crate::app::AppState;

mod webhook;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use answers::read as answers_were_read;
pub(crate) use desk::row;
pub use follow::{ask_to_confirm, follow_request, tell_received};
pub(crate) use follow::{follow, on_order_changed};
pub(crate) use gate::Case;
pub use inbox::router as inbox_router;
pub(crate) use staff::{fetched, take_back_fetched, tell as tell_staff};
pub use webhook::router as gateway_router;

/// `/api/notices`, and what people of the town choose.
#[must_use]
pub fn router() -> OpenApiRouter<AppState> {
    desk::router().merge(staff::router())
}

/// Sends what is due, and takes what providers bring, until the server stops. What is on its way then may still be answered.
pub async fn run(app: AppState) {
    let (nothing_is_on_its_way, silence) = oneshot::channel::<()>();
    let sending = async {
        courier::run(&app).await;
        drop(nothing_is_on_its_way);
    };
    let until = async {
        // Whoever held it is done, or gone.
        let _ = silence.await;
    };
    tokio::join!(
        sending,
        incoming::run(&app, until),
        staff::run(&app),
        polling::run(&app)
    );
}
