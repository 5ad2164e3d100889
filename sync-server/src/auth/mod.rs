//! Who asks: staff by a session cookie, devices by a bearer token.

mod caller;
mod device;
mod limit;
mod origin;
mod password;
mod session;
mod staff;
pub mod token;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::AppState;

pub use caller::{Caller, Network, NotANetwork};
pub use device::{Device, RevokedDevice, TokenHolder, revoked};
pub use limit::{Attempt, RateLimits};
pub use origin::check_origin;
pub use password::{add_user, hash_password};
pub use session::COOKIE;
pub use staff::Staff;

/// `/api/session`.
#[must_use]
pub fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(session::log_in, session::who_am_i, session::log_out))
}

#[cfg(test)]
mod tests;
