//! A recorded track, played by its own clock.

use std::rc::Rc;

use gloo_timers::callback::Interval;
use kuitti_engine::protocol::Track;
use kuitti_shared::domain::Fix;
use kuitti_shared::unit::{Metres, WallTime};

use super::PositionNews;
use crate::shell::page::device;

/// As often as receivers tell.
const EVERY_SECOND: u32 = 1_000;
/// What a recorder in the open has.
const ACCURACY: Metres = Metres(5.0);

/// Plays until it is dropped, and at its end stays there.
pub(super) fn play(track: Rc<Track>, began: WallTime, tell: impl Fn(PositionNews) + 'static) -> Interval {
    let tell_now = move || {
        let now = device::now();
        if let Some(position) = track.at(now - began) {
            tell(Ok(Fix {
                position,
                accuracy: ACCURACY,
                at: now,
            }));
        }
    };
    tell_now();
    Interval::new(EVERY_SECOND, tell_now)
}
