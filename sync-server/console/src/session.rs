//! Who sits in front of the screen.
use dioxus::prelude::*;
use kuitti_shared::{api::session::Me, rules::permission::Task};

use crate::api::{self, ApiError};

/// How far logging in has come.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Standing {
    /// The server is asked.
    Asking,
    /// Nobody.
    LoggedOut,
    /// This person.
    LoggedIn(Me),
    /// This person, but the server wants the password again. The screen stays, with what was typed into it.
    Expired(Me),
}

/// The session, given at the root.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    standing: Signal<Standing>,
}

/// The session of this console.
pub(crate) fn use_session() -> Session {
    use_context()
}

impl Session {
    /// Asks the server who this is, once.
    pub(crate) fn use_provider() -> Self {
        let mut session = Self {
            standing: use_signal(|| Standing::Asking),
        };
        use_context_provider(|| session);
        let expire = use_callback(move |()| session.expire());
        use_hook(|| api::on_logged_out(expire));
        use_future(move || async move {
            let standing = api::get("/api/session")
                .await
                .map_or(Standing::LoggedOut, Standing::LoggedIn);
            session.standing.set(standing);
        });
        session
    }

    pub(crate) fn standing(self) -> Standing {
        self.standing.read().clone()
    }

    /// The person, also while the session has expired.
    pub(crate) fn me(self) -> Option<Me> {
        match &*self.standing.read() {
            Standing::LoggedIn(me) | Standing::Expired(me) => Some(me.clone()),
            Standing::Asking | Standing::LoggedOut => None,
        }
    }

    /// What is shown; what is allowed is the server's decision.
    pub(crate) fn may(self, task: Task) -> bool {
        self.me().is_some_and(|me| me.tasks.contains(&task))
    }

    /// An answer said that the session has ended.
    fn expire(mut self) {
        let expired = match &*self.standing.peek() {
            Standing::LoggedIn(me) => Some(me.clone()),
            _ => None,
        };
        if let Some(me) = expired {
            self.standing.set(Standing::Expired(me));
        }
    }

    pub(crate) fn logged_in(mut self, me: Me) {
        self.standing.set(Standing::LoggedIn(me));
    }

    /// Ends the session on the server and here.
    pub(crate) async fn log_out(mut self) -> Result<(), ApiError> {
        match api::delete("/api/session").await {
            Ok(()) | Err(ApiError::LoggedOut) => {
                self.standing.set(Standing::LoggedOut);
                Ok(())
            }
            Err(problem) => Err(problem),
        }
    }
}
