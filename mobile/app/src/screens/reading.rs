//! Where somebody was in the list of the day: what was looked for, how far it had grown and been scrolled. It is there again
//! when they come back from an order, and gone when another worker takes the device.

use std::rc::Rc;

use dioxus::html::ScrollBehavior;
use dioxus::html::geometry::PixelsVector2D;
use dioxus::prelude::*;

use super::today::{FIRST, Wanted};

/// All of it.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Reading {
    /// What is looked for.
    pub(super) wanted: Signal<Wanted>,
    /// The list as a screen of its own.
    pub(super) list: Place,
    /// The list beside an order, on a tablet.
    pub(super) beside: Place,
}

/// A place in a list that grows within something that scrolls.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// How many entries are drawn.
    pub(super) shown: Signal<usize>,
    top: CopyValue<f64>,
    scroller: CopyValue<Option<Rc<MountedData>>>,
}

impl Reading {
    /// At the beginning of everything.
    pub(super) fn begin() -> Self {
        Self {
            wanted: Signal::new(Wanted::default()),
            list: Place::begin(),
            beside: Place::begin(),
        }
    }
}

/// The reading of this worker.
pub(super) fn use_reading() -> Reading {
    use_context()
}

impl Place {
    fn begin() -> Self {
        Self {
            shown: Signal::new(FIRST),
            top: CopyValue::new(0.0),
            scroller: CopyValue::new(None),
        }
    }

    /// The scroller is on the screen.
    pub(super) fn mounted(mut self, event: &Event<MountedData>) {
        self.scroller.set(Some(event.data()));
    }

    /// The reader scrolls.
    pub(super) fn scrolled(mut self, event: &Event<ScrollData>) {
        self.top.set(event.scroll_top());
    }

    /// The list is drawn again: back to where the reader was.
    pub(super) fn return_to(self) {
        let Some(scroller) = self.scroller.cloned() else {
            return;
        };
        let top = PixelsVector2D::new(0.0, self.top.cloned());
        spawn(async move {
            // A browser that cannot scroll shows the beginning.
            drop(scroller.scroll(top, ScrollBehavior::Instant).await);
        });
    }
}
