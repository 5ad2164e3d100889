//! What the board shows: columns by status, and where the keyboard is on it.
use std::collections::BTreeSet;

use dioxus::prelude::*;
use kuitti_shared::{
    api::orders::{OrderFilter, OrderRow},
    domain::{Assignee, OrderStatus},
    id::OrderId,
};

/// Enough for a board that a person can still look at.
const MOST: u32 = 500;

/// Which orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Shown {
    /// Those that somebody still has to look after.
    #[default]
    Current,
    /// Those that are over.
    Over,
}

/// A column of the board: its name's text key, and what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) statuses: &'static [OrderStatus],
}

const CURRENT: &[Column] = &[
    Column {
        name: "column-nobody",
        statuses: &[OrderStatus::New, OrderStatus::Declined, OrderStatus::Reopened],
    },
    Column {
        name: "order-status-assigned",
        statuses: &[OrderStatus::Assigned],
    },
    Column {
        name: "order-status-in-work",
        statuses: &[OrderStatus::InWork],
    },
    Column {
        name: "order-status-finished-unconfirmed",
        statuses: &[OrderStatus::FinishedUnconfirmed],
    },
    Column {
        name: "order-status-finished",
        statuses: &[OrderStatus::Finished],
    },
];
const OVER: &[Column] = &[
    Column {
        name: "order-status-closed",
        statuses: &[OrderStatus::Closed],
    },
    Column {
        name: "order-status-cancelled",
        statuses: &[OrderStatus::Cancelled],
    },
];

impl Shown {
    pub(crate) const fn columns(self) -> &'static [Column] {
        match self {
            Self::Current => CURRENT,
            Self::Over => OVER,
        }
    }

    fn filter(self) -> String {
        let codes: Vec<_> = self
            .columns()
            .iter()
            .flat_map(|column| column.statuses)
            .map(|status| status.code())
            .collect();
        codes.join(",")
    }
}

impl Column {
    /// The column's rows, in the order in which they were given.
    pub(crate) fn rows(self, all: &[OrderRow]) -> Vec<OrderRow> {
        all.iter()
            .filter(|row| self.statuses.contains(&row.status))
            .cloned()
            .collect()
    }
}

/// The board's state.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct BoardView {
    pub(crate) shown: Signal<Shown>,
    pub(crate) text: Signal<String>,
    pub(crate) assignee: Signal<Option<Assignee>>,
    pub(crate) selected: Signal<BTreeSet<OrderId>>,
    pub(crate) current: Signal<Option<OrderId>>,
}

/// A step of the keyboard on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Up,
    Down,
    Before,
    After,
}

impl BoardView {
    pub(crate) fn use_new() -> Self {
        Self {
            shown: use_signal(Shown::default),
            text: use_signal(String::new),
            assignee: use_signal(|| None),
            selected: use_signal(BTreeSet::new),
            current: use_signal(|| None),
        }
    }

    pub(crate) fn filter(self) -> OrderFilter {
        let text = self.text.read().trim().to_owned();
        OrderFilter {
            status: Some(self.shown.read().filter()),
            text: Some(text).filter(|text| !text.is_empty()),
            assignee: self.assignee.read().as_ref().map(assignee_code),
            limit: Some(MOST),
            ..OrderFilter::default()
        }
    }

    pub(crate) fn toggle(mut self, id: OrderId) {
        let mut selected = self.selected.write();
        if !selected.remove(&id) {
            selected.insert(id);
        }
    }

    pub(crate) fn subjects(self) -> Vec<OrderId> {
        let selected = self.selected.peek();
        if selected.is_empty() {
            self.current.peek().iter().copied().collect()
        } else {
            selected.iter().copied().collect()
        }
    }

    pub(crate) fn step(mut self, rows: &[OrderRow], step: Step) {
        let columns: Vec<Vec<OrderId>> = self
            .shown
            .peek()
            .columns()
            .iter()
            .map(|column| column.rows(rows).iter().map(|row| row.id).collect())
            .collect();
        let next = neighbour(&columns, *self.current.peek(), step);
        self.current.set(next);
    }
}

/// The code of an assignee in the API's filter.
pub(crate) fn assignee_code(assignee: &Assignee) -> String {
    match assignee {
        Assignee::Crew(id) => format!("crew:{id}"),
        Assignee::Worker(id) => format!("worker:{id}"),
    }
}

/// Where a step leads: within the column, or to the same height of the next column that has anything.
fn neighbour(columns: &[Vec<OrderId>], current: Option<OrderId>, step: Step) -> Option<OrderId> {
    let place = current.and_then(|id| {
        let column = columns.iter().position(|ids| ids.contains(&id))?;
        let row = columns.get(column)?.iter().position(|other| *other == id)?;
        Some((column, row))
    });
    let Some((column, row)) = place else {
        return columns.iter().flatten().next().copied();
    };
    let at = |column: usize, row: usize| {
        let ids = columns.get(column)?;
        ids.get(row.min(ids.len().checked_sub(1)?)).copied()
    };
    let moved = match step {
        Step::Up => at(column, row.saturating_sub(1)),
        Step::Down => at(column, row + 1),
        Step::Before => (0..column).rev().find_map(|column| at(column, row)),
        Step::After => (column + 1..columns.len()).find_map(|column| at(column, row)),
    };
    moved.or(current)
}
