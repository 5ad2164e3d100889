//! What the dispatcher looks at among the requests. It outlives the screen: whoever comes back from a detail finds the same rows marked.
use std::collections::BTreeSet;

use dioxus::prelude::*;
use kuitti_shared::{
    api::requests::{RequestFilter, RequestRow},
    domain::RequestStage,
    id::RequestId,
};

/// How many rows one page has.
const PAGE: u32 = 200;

/// Stages that belong together at a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Stages {
    /// Somebody has to make an order.
    #[default]
    Waiting,
    /// There is an order.
    UnderWay,
    /// Nothing is left to do.
    Over,
    /// Everything.
    All,
}

impl Stages {
    pub(crate) const ALL: [Self; 4] = [Self::Waiting, Self::UnderWay, Self::Over, Self::All];

    /// The text key of the group's name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "stages-waiting",
            Self::UnderWay => "stages-under-way",
            Self::Over => "stages-over",
            Self::All => "stages-all",
        }
    }

    /// The stages as the API takes them.
    pub(crate) fn filter(self) -> Option<String> {
        let wanted = |stage: &RequestStage| match self {
            Self::Waiting => matches!(
                stage,
                RequestStage::Received | RequestStage::Reopened | RequestStage::NeedsVisit
            ),
            Self::UnderWay => matches!(stage, RequestStage::Planned | RequestStage::InWork),
            Self::Over => stage.is_terminal(),
            Self::All => true,
        };
        let codes: Vec<_> = RequestStage::ALL
            .into_iter()
            .filter(wanted)
            .map(RequestStage::code)
            .collect();
        (self != Self::All).then(|| codes.join(","))
    }
}

/// The view, shared by list, map and dialogs.
#[derive(Clone, Copy)]
pub(crate) struct RequestsView {
    pub(crate) stages: Signal<Stages>,
    pub(crate) category: Signal<Option<String>>,
    pub(crate) text: Signal<String>,
    /// How many pages are read.
    pub(crate) pages: Signal<u32>,
    /// Chosen for a command.
    pub(crate) selected: Signal<BTreeSet<RequestId>>,
    /// Where the keyboard is.
    pub(crate) current: Signal<Option<RequestId>>,
}

/// The view of this console.
pub(crate) fn use_requests_view() -> RequestsView {
    use_context()
}

impl RequestsView {
    pub(crate) fn use_provider() -> Self {
        let view = Self {
            stages: use_signal(Stages::default),
            category: use_signal(|| None),
            text: use_signal(String::new),
            pages: use_signal(|| 1),
            selected: use_signal(BTreeSet::new),
            current: use_signal(|| None),
        };
        use_context_provider(|| view)
    }

    /// The question to the server, and how many pages of its answer are wanted.
    pub(crate) fn question(self) -> (RequestFilter, u32) {
        let text = self.text.read().trim().to_owned();
        let filter = RequestFilter {
            stage: self.stages.read().filter(),
            category: self.category.read().clone(),
            text: Some(text).filter(|text| !text.is_empty()),
            limit: Some(PAGE),
            ..RequestFilter::default()
        };
        (filter, *self.pages.read())
    }

    /// Looks at something else: what was chosen before would be out of sight.
    pub(crate) fn refilter(mut self, change: impl FnOnce(&mut Self)) {
        change(&mut self);
        self.pages.set(1);
        self.selected.write().clear();
        self.current.set(None);
    }

    /// Moves the keyboard by so many rows.
    pub(crate) fn step(mut self, rows: &[RequestRow], by: isize) {
        let here = self
            .current
            .peek()
            .and_then(|id| rows.iter().position(|row| row.id == id));
        let next = match here {
            Some(place) => place.saturating_add_signed(by).min(rows.len().saturating_sub(1)),
            None => 0,
        };
        self.current.set(rows.get(next).map(|row| row.id));
    }

    pub(crate) fn toggle(mut self, id: RequestId) {
        let mut selected = self.selected.write();
        if !selected.remove(&id) {
            selected.insert(id);
        }
    }

    /// What a command is about: the chosen rows, or else the one where the keyboard is.
    pub(crate) fn subjects(self) -> Vec<RequestId> {
        let selected = self.selected.peek();
        if selected.is_empty() {
            self.current.peek().iter().copied().collect()
        } else {
            selected.iter().copied().collect()
        }
    }
}
