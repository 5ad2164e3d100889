//! Which way the phone points, as often as its compass tells. A desk has none.

use kuitti_shared::unit::Degrees;

use super::bridge::{self, FromPage, Listener};

/// Listens to the compass until it is dropped.
pub struct HeadingWatch {
    _listening: Listener,
}

impl HeadingWatch {
    /// Calls `tell` with each direction, clockwise from north.
    #[must_use]
    pub fn start(tell: impl Fn(Degrees) + 'static) -> Option<Self> {
        let listening = bridge::listen(move |message| {
            if let FromPage::Heading { degrees } = message {
                tell(Degrees(*degrees));
            }
        });
        bridge::tell("followHeading", &[(); 0]);
        Some(Self {
            _listening: listening,
        })
    }
}

/// Asks for the compass where the web view wants to be asked.
pub async fn ask() {
    let _its_answer_is_the_persons = bridge::ask::<bool>("askForHeading", &[(); 0]).await;
}

/// Does the web view want to be asked? That of iOS does.
#[must_use]
pub const fn wants_to_be_asked() -> bool {
    cfg!(target_os = "ios")
}
