//! What the screens hear: everything about the worker who is shown, and of the others that something has moved.

use std::cell::Cell;

use crate::protocol::{Event, StoreNumber};

/// See the module.
pub(super) struct Voice {
    shown: Cell<StoreNumber>,
    tell: Box<dyn Fn(Event)>,
}

impl Voice {
    pub(super) fn new(tell: impl Fn(Event) + 'static) -> Self {
        Self {
            shown: Cell::new(StoreNumber::FIRST),
            tell: Box::new(tell),
        }
    }

    pub(super) fn shown(&self) -> StoreNumber {
        self.shown.get()
    }

    pub(super) fn is_from(&self, store: StoreNumber) -> bool {
        self.shown.get() == store
    }

    pub(super) fn speak_for(&self, store: StoreNumber) {
        self.shown.set(store);
    }

    pub(super) fn tell(&self, event: Event) {
        (self.tell)(event);
    }

    /// Passes on what the engine of `store` says.
    pub(super) fn pass_on(&self, store: StoreNumber, event: Event) {
        if self.is_from(store) {
            self.tell(event);
        } else if matches!(event, Event::StatusChanged { .. }) {
            self.tell(Event::WorkersChanged);
        }
    }
}
