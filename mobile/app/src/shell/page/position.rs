//! Where the worker is: by the device's receiver, by a pin, or by a recorded track.

mod playing;
mod receiver;

use std::rc::Rc;

use gloo_timers::callback::Interval;
use kuitti_engine::protocol::{PlaceSource, Track};
use kuitti_shared::domain::{Fix, Position};
use kuitti_shared::unit::{Metres, WallTime};

use super::device;

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

/// Where positions come from.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Source {
    /// The device's own receiver.
    #[default]
    Phone,
    /// The worker has said where.
    Pin(Fix),
    /// A recorded track.
    Track {
        /// Which.
        track: Rc<Track>,
        /// Since when it is played.
        began: WallTime,
    },
}

impl Source {
    /// A pin that is put now.
    #[must_use]
    pub fn pin(position: Position) -> Self {
        Self::Pin(Fix {
            position,
            accuracy: Metres(0.0),
            at: device::now(),
        })
    }

    /// A track that is played from now on.
    #[must_use]
    pub fn play(track: Track) -> Self {
        Self::Track {
            track: Rc::new(track),
            began: device::now(),
        }
    }

    /// Who says where the worker is.
    #[must_use]
    pub const fn kind(&self) -> PlaceSource {
        match self {
            Self::Phone => PlaceSource::Phone,
            Self::Pin(_) => PlaceSource::Pin,
            Self::Track { .. } => PlaceSource::Track,
        }
    }
}

/// A source that is being followed, until this is dropped.
pub struct Following {
    _receiver: Option<receiver::Receiver>,
    _playing: Option<Interval>,
}

/// Calls `tell` with every new fix of a source; also when there is no receiver.
pub fn follow(source: &Source, tell: impl Fn(PositionNews) + Clone + 'static) -> Following {
    let (receiver, playing) = match source {
        Source::Phone => (receiver::follow(tell), None),
        Source::Pin(fix) => {
            tell(Ok(*fix));
            (None, None)
        }
        Source::Track { track, began } => (None, Some(playing::play(track.clone(), *began, tell))),
    };
    Following {
        _receiver: receiver,
        _playing: playing,
    }
}
