//! Who tries too often waits. Guessing a password, a one-time code or a tracking code is all that it is about; ordinary
//! work is never counted.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use kuitti_shared::unit::{Millis, WallTime};

use crate::app::AppState;
use crate::error::{Error, Result};

/// Failures in a window before a caller has to wait.
const FAILURES: u32 = 10;
/// A whole office can stand behind one address, and its log-ins fail one by one.
const FAILURES_OF_AN_OFFICE: u32 = 100;
const WINDOW: Millis = Millis::from_seconds(60);
/// Callers remembered at once; beyond that the oldest windows are dropped.
const REMEMBERED: usize = 10_000;

/// Logging in, counted by the name that was tried.
pub(super) const LOG_IN_AS: &str = "log_in_as";
/// Logging in, counted by where it was tried from.
pub(super) const LOG_IN_FROM: &str = "log_in_from";

/// Counts failures by what was tried and by whom.
#[derive(Default)]
pub struct RateLimits(Mutex<HashMap<(&'static str, String), Window>>);

#[derive(Clone, Copy)]
struct Window {
    since: WallTime,
    failures: u32,
}

impl RateLimits {
    /// May `who` try `what` now?
    ///
    /// # Errors
    /// [`Error::Busy`] with the rest of the window.
    pub fn check(&self, what: &'static str, who: &str, now: WallTime) -> Result<()> {
        let windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match windows.get(&(what, who.to_owned())) {
            Some(window) if window.failures >= most(what) && now - window.since < WINDOW => {
                Err(Error::Busy {
                    retry_after: WINDOW - (now - window.since),
                })
            }
            _ => Ok(()),
        }
    }

    /// Counts a failure.
    pub fn failed(&self, what: &'static str, who: &str, now: WallTime) {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= REMEMBERED {
            windows.retain(|_, window| now - window.since < WINDOW);
        }
        let window = windows.entry((what, who.to_owned())).or_insert(Window {
            since: now,
            failures: 0,
        });
        if now - window.since >= WINDOW {
            *window = Window {
                since: now,
                failures: 0,
            };
        }
        window.failures += 1;
    }
}

fn most(what: &str) -> u32 {
    if what == LOG_IN_FROM {
        FAILURES_OF_AN_OFFICE
    } else {
        FAILURES
    }
}

/// Where a request comes from: the peer of the connection, never a header that anybody can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller(pub IpAddr);

impl FromRequestParts<AppState> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(
            peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip()),
        ))
    }
}
