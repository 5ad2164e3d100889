//! What happened, one readable line an event.

use std::cell::{Cell, RefCell};
use std::fmt::Display;
use std::sync::Arc;

use crate::time::Time;

/// Are lines printed as they come?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// At once: what hangs shows where.
    Aloud,
    /// Not at all.
    Silent,
}

/// Lines of a run.
#[derive(Debug)]
pub struct Trace {
    time: Arc<Time>,
    event: Cell<u32>,
    voice: Voice,
    lines: RefCell<Vec<String>>,
}

impl Trace {
    /// An empty one.
    #[must_use]
    pub const fn new(time: Arc<Time>, voice: Voice) -> Self {
        Self {
            time,
            event: Cell::new(0),
            voice,
            lines: RefCell::new(Vec::new()),
        }
    }

    /// The next event begins.
    pub fn next_event(&self) {
        self.event.set(self.event.get() + 1);
    }

    /// Something happened.
    pub fn say(&self, who: impl Display, what: impl Display) {
        let seconds = self.time.elapsed().0 / 1_000;
        let (days, hours) = (seconds / 86_400, seconds / 3_600 % 24);
        let (minutes, seconds) = (seconds / 60 % 60, seconds % 60);
        let event = self.event.get();
        let line = format!("{event:>4}  day {days:>2} {hours:02}:{minutes:02}:{seconds:02}  {who}: {what}");
        if self.voice == Voice::Aloud {
            println!("{line}");
        }
        self.lines.borrow_mut().push(line);
    }

    /// Everything so far.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.lines.borrow().clone()
    }
}

/// The end of an id: enough to follow it through a trace.
#[must_use]
pub fn short(id: uuid::Uuid) -> String {
    let text = id.simple().to_string();
    text.get(24..).unwrap_or_default().to_owned()
}
