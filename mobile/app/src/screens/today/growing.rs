//! A list that grows as the reader comes near its end: hundreds of rows at once would make everything wait.
//!
//! It is drawn in pages, and what a page shows is looked at again only when that page has changed: what is scrolled past costs
//! nothing more, however long the list has grown.

use dioxus::prelude::*;
use kuitti_engine::protocol::OrderCard;
use kuitti_shared::id::OrderId;

use super::row::Row;
use super::stop::Together;
use crate::screens::answer::Shown;

/// Entries of a page: so few that drawing them does not disturb a finger that scrolls.
const PAGE: usize = 3;
/// More than a tall phone shows.
pub(in crate::screens) const FIRST: usize = 4 * PAGE;

/// What stands below each other: orders, those at one place together.
pub(super) type Entries = Shown<[Vec<OrderCard>]>;

/// An entry each.
pub(super) fn single(cards: Vec<OrderCard>) -> Entries {
    cards.into_iter().map(|card| vec![card]).collect()
}

/// An entry a stop.
pub(super) fn by_stop(cards: &[OrderCard]) -> Entries {
    let stops = cards.chunk_by(|one, other| one.stop == other.stop);
    stops.map(<[OrderCard]>::to_vec).collect()
}

/// What the order of a list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sequence {
    /// First things first.
    Visits,
    /// Nothing that matters.
    Loose,
}

/// See the module. How much is `shown` can be somebody else's to remember.
#[component]
pub(super) fn Growing(
    entries: Entries,
    sequence: Sequence,
    shown: Option<Signal<usize>>,
    current: Option<OrderId>,
) -> Element {
    let own = use_signal(|| FIRST);
    let shown = shown.unwrap_or(own);
    let total = entries.len();
    let pages = rsx! {
        for from in (0..shown().min(total)).step_by(PAGE) {
            Page { key: "{from}", entries: entries.clone(), from, to: shown().min(from + PAGE), current }
        }
    };
    rsx! {
        div { class: "growing",
            match sequence {
                Sequence::Visits => rsx! { ol { class: "stack near order-rows", {pages} } },
                Sequence::Loose => rsx! { ul { class: "stack near order-rows", {pages} } },
            }
            ListEnd { shown, total }
        }
    }
}

#[component]
fn Page(entries: Entries, from: usize, to: usize, current: Option<OrderId>) -> Element {
    rsx! {
        for entry in entries.iter().take(to).skip(from) {
            li { key: "{key(entry)}",
                match entry.as_slice() {
                    [card] => rsx! { Row { is_current: current == Some(card.id), card: card.clone() } },
                    stop => rsx! { Together { stop: stop.to_vec(), current } },
                }
            }
        }
    }
}

fn key(entry: &[OrderCard]) -> String {
    entry.first().map_or_else(String::new, |card| card.id.to_string())
}

/// Stands at the end of what is drawn of `total` entries, reaches some screens up, and lets the list grow when it is seen.
#[component]
pub(in crate::screens) fn ListEnd(shown: Signal<usize>, total: usize) -> Element {
    if shown() >= total {
        return rsx! {};
    }
    let mut shown = shown;
    let grow = move |event: Event<VisibleData>| {
        if event.is_intersecting().unwrap_or_default() {
            shown += PAGE;
        }
    };
    // Each length has an end of its own: one that was seen before is not reported again.
    rsx! {
        for length in [shown()] {
            div { key: "{length}", class: "list-end", aria_hidden: "true", onvisible: grow }
        }
    }
}
