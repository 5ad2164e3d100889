//! Where a finger is on the element that it draws on.

use dioxus::prelude::{Event, PointerData};
use dioxus::web::WebEventExt;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// How far across and down the element of the event, each between 0 and 1.
#[must_use]
pub fn place(event: &Event<PointerData>) -> Option<(f64, f64)> {
    let event = event.data().try_as_web_event()?.dyn_into::<PointerEvent>().ok()?;
    let pad = event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest("svg")
        .ok()??;
    let area = pad.get_bounding_client_rect();
    let share = |at: i32, from: f64, length: f64| ((f64::from(at) - from) / length.max(1.0)).clamp(0.0, 1.0);
    Some((
        share(event.client_x(), area.left(), area.width()),
        share(event.client_y(), area.top(), area.height()),
    ))
}
