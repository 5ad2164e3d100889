//! Which way the phone points, as often as its compass tells.

use js_sys::{Function, Promise, Reflect};
use kuitti_shared::unit::Degrees;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, Window};

/// Android's browsers tell directions from north under this name.
const FROM_NORTH: &str = "deviceorientationabsolute";
/// iOS has one event, with the compass in a property of its own.
const WITH_COMPASS: &str = "deviceorientation";

/// Listens to the compass until it is dropped.
pub struct HeadingWatch {
    window: Window,
    listener: Closure<dyn Fn(Event)>,
}

impl HeadingWatch {
    /// Calls `tell` with each direction, clockwise from north. None where there is no window.
    pub fn start(tell: impl Fn(Degrees) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let screen = window.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if let Some(heading) = heading(&event) {
                tell(Degrees(heading + turned(&screen)).within_a_turn());
            }
        });
        for name in [FROM_NORTH, WITH_COMPASS] {
            // A browser that has no such event never sends one.
            let _never = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
        Some(Self { window, listener })
    }
}

impl Drop for HeadingWatch {
    fn drop(&mut self) {
        for name in [FROM_NORTH, WITH_COMPASS] {
            let listener = self.listener.as_ref().unchecked_ref();
            let _was_not_there = self.window.remove_event_listener_with_callback(name, listener);
        }
    }
}

/// Asks for the compass where the browser wants to be asked, which it only lets a press do. Elsewhere there is nothing to ask.
pub async fn ask() {
    let Some(asking) = permission() else { return };
    if let Ok(promise) = asking.call0(&JsValue::UNDEFINED) {
        // Refused: then no direction ever comes, and the arrow is shown from north.
        let _answer = JsFuture::from(promise.unchecked_into::<Promise>()).await;
    }
}

/// Does the browser want to be asked?
#[must_use]
pub fn wants_to_be_asked() -> bool {
    permission().is_some()
}

fn permission() -> Option<Function> {
    let events = Reflect::get(&js_sys::global(), &"DeviceOrientationEvent".into()).ok()?;
    Reflect::get(&events, &"requestPermission".into())
        .ok()?
        .dyn_into()
        .ok()
}

/// Degrees clockwise from north, when the event knows north.
fn heading(event: &Event) -> Option<f64> {
    let read = |name: &str| Reflect::get(event, &name.into()).ok()?.as_f64();
    read("webkitCompassHeading").or_else(|| {
        let knows_north = event.type_() == FROM_NORTH;
        // Counted against the clock (W3C Device Orientation, section 3).
        knows_north
            .then(|| read("alpha"))
            .flatten()
            .map(|alpha| 360.0 - alpha)
    })
}

/// How far the screen is turned against the phone.
fn turned(window: &Window) -> f64 {
    let angle = || {
        let screen = Reflect::get(window, &"screen".into()).ok()?;
        let orientation = Reflect::get(&screen, &"orientation".into()).ok()?;
        Reflect::get(&orientation, &"angle".into()).ok()?.as_f64()
    };
    angle().unwrap_or_default()
}
