//! Zones as the browser knows them. Asked how it writes an instant, it names the offset: `11/21/2026, GMT+02:00`.

use js_sys::{Array, Function, Object, Reflect};
use kuitti_shared::unit::WallTime;
use wasm_bindgen::{JsCast, JsValue};

/// See the module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Zone {
    name: String,
    /// Writes an instant; none for UTC.
    write: Option<Function>,
}

impl Zone {
    /// A zone that the browser does not know is UTC.
    pub(crate) fn of_name(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            write: writer(name).ok(),
        }
    }

    /// Seconds before UTC at an instant.
    pub(crate) fn offset_seconds(&self, at: WallTime) -> i32 {
        self.asked(at).unwrap_or_default()
    }

    fn asked(&self, at: WallTime) -> Option<i32> {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds up to the year 9999 fit")]
        let at = JsValue::from_f64(at.0 as f64);
        let written = self.write.as_ref()?.call1(&JsValue::UNDEFINED, &at).ok()?;
        offset_in(&written.as_string()?)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

/// The bound `format` of an `Intl.DateTimeFormat`. Made by reflection, because the constructor throws at a zone that it does
/// not know.
fn writer(zone: &str) -> Result<Function, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let format = Reflect::get(&intl, &"DateTimeFormat".into())?.dyn_into::<Function>()?;
    let options = Object::new();
    for (name, value) in [("timeZone", zone), ("timeZoneName", "longOffset")] {
        Reflect::set(&options, &name.into(), &value.into())?;
    }
    let format = Reflect::construct(&format, &Array::of2(&"en-US".into(), &options))?;
    Reflect::get(&format, &"format".into())?.dyn_into()
}

/// Seconds east of UTC: nothing after `GMT` is UTC itself, and old local times have seconds.
fn offset_in(written: &str) -> Option<i32> {
    let (_, offset) = written.split_once("GMT")?;
    let (sign, parts) = match offset.chars().next() {
        None => return Some(0),
        Some('+') => (1, offset.trim_start_matches('+')),
        Some(_minus) => (-1, offset.trim_start_matches(['-', '\u{2212}'])),
    };
    let mut seconds = 0;
    for (part, worth) in parts.split(':').zip([3_600, 60, 1]) {
        seconds += part.parse::<i32>().ok()? * worth;
    }
    Some(sign * seconds)
}
