//! The moments at which the engine should know more: the network came or went, the worker looks at the app or not.

use std::cell::Cell;

use super::bridge::{self, FromPage};
use super::{elsewhere, report};
pub use crate::shell::platform::Returning;

thread_local! {
    static ONLINE: Cell<bool> = const { Cell::new(true) };
}

/// Calls `tell` at each such moment, for as long as the window lives.
pub fn watch(tell: impl Fn(Returning) + Clone + 'static) {
    let listener = bridge::listen(move |message| match message {
        FromPage::Network { online } => {
            ONLINE.set(*online);
            tell(if *online {
                Returning::Online
            } else {
                Returning::Offline
            });
        }
        FromPage::Visibility { visible } => tell(if *visible {
            Returning::Visible
        } else {
            Returning::Hidden
        }),
        _ => {}
    });
    listener.for_ever();
    elsewhere::serve();
    report::start();
}

/// Whether the web view believes that there is a network. "Yes" may be wrong, "no" is right.
#[must_use]
pub fn is_online() -> bool {
    ONLINE.get()
}
