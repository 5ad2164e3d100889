//! Where a finger is on the element that it draws on.

use dioxus::html::point_interaction::InteractionLocation as _;
use dioxus::prelude::{Event, PointerData};

/// How far across and down the element of the event, each between 0 and 1.
///
/// An event here says where it was on the page, not where the pad lies; the page (`native/page.js`) gives the events of pads
/// their share of the pad instead.
#[must_use]
pub fn place(event: &Event<PointerData>) -> Option<(f64, f64)> {
    let (across, down) = event.data().page_coordinates().to_tuple();
    let is_share = |value: f64| (0.0..=1.0).contains(&value);
    (is_share(across) && is_share(down)).then_some((across, down))
}
