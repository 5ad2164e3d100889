//! Where the device is, as often as the browser tells.

use kuitti_shared::domain::{Fix, Position};
use kuitti_shared::unit::{Metres, WallTime};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{PositionError, PositionOptions};

/// Why there is no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPosition {
    /// The user or the device's settings forbid it.
    Denied,
    /// No satellite, no network, or no receiver.
    Unavailable,
}

/// One piece of news about the position.
pub type PositionNews = Result<Fix, NoPosition>;

const PERMISSION_DENIED: u16 = 1;

/// Follows the position until it is dropped: a receiver that nobody needs costs the battery.
pub struct PositionWatch {
    following: Option<(web_sys::Geolocation, i32)>,
    _on_fix: Closure<dyn Fn(web_sys::Position)>,
    _on_error: Closure<dyn Fn(PositionError)>,
}

impl Drop for PositionWatch {
    fn drop(&mut self) {
        if let Some((geolocation, watch)) = &self.following {
            geolocation.clear_watch(*watch);
        }
    }
}

/// Calls `tell` with every new fix. None where there is no receiver, which it tells too.
pub fn watch(tell: impl Fn(PositionNews) + Clone + 'static) -> Option<PositionWatch> {
    let Some(geolocation) = web_sys::window().and_then(|window| window.navigator().geolocation().ok()) else {
        tell(Err(NoPosition::Unavailable));
        return None;
    };
    let tell_error = tell.clone();
    let on_fix = Closure::<dyn Fn(web_sys::Position)>::new(move |position: web_sys::Position| {
        if let Some(fix) = fix_of(&position) {
            tell(Ok(fix));
        }
    });
    let on_error = Closure::<dyn Fn(PositionError)>::new(move |error: PositionError| {
        let denied = error.code() == PERMISSION_DENIED;
        tell_error(Err(if denied {
            NoPosition::Denied
        } else {
            NoPosition::Unavailable
        }));
    });
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    let watch = geolocation.watch_position_with_error_callback_and_options(
        on_fix.as_ref().unchecked_ref(),
        Some(on_error.as_ref().unchecked_ref()),
        &options,
    );
    Some(PositionWatch {
        following: watch.ok().map(|watch| (geolocation, watch)),
        _on_fix: on_fix,
        _on_error: on_error,
    })
}

fn fix_of(position: &web_sys::Position) -> Option<Fix> {
    let coordinates = position.coords();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit an i64 for ever"
    )]
    let at = WallTime(position.timestamp() as i64);
    Some(Fix {
        position: Position::new(coordinates.latitude(), coordinates.longitude()).ok()?,
        accuracy: Metres(coordinates.accuracy()),
        at,
    })
}
