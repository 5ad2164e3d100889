//! Where the worker is: by the device's receiver, by a pin, or by a recorded track.

use std::rc::Rc;

use kuitti_engine::protocol::{PlaceSource, Track};
use kuitti_shared::domain::{Fix, Position};
use kuitti_shared::unit::{Metres, WallTime};

use super::page::position::{self, PositionNews, PositionWatch};
use super::page::{device, run, sleep};

/// Receivers tell as often.
const EVERY_SECOND: u32 = 1_000;
/// What a recorder in the open has.
const RECORDED: Metres = Metres(5.0);

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
    _receiver: Option<PositionWatch>,
    _playing: Option<Rc<()>>,
}

/// Calls `tell` with every new fix of a source; also when there is no receiver.
pub fn follow(source: &Source, tell: impl Fn(PositionNews) + Clone + 'static) -> Following {
    let (receiver, playing) = match source {
        Source::Phone => (position::watch(tell), None),
        Source::Pin(fix) => {
            tell(Ok(*fix));
            (None, None)
        }
        Source::Track { track, began } => (None, Some(play(track.clone(), *began, tell))),
    };
    Following {
        _receiver: receiver,
        _playing: playing,
    }
}

/// Plays a track by its own clock until the answer is dropped, and at its end stays there.
fn play(track: Rc<Track>, began: WallTime, tell: impl Fn(PositionNews) + 'static) -> Rc<()> {
    let wanted = Rc::new(());
    let still_wanted = Rc::downgrade(&wanted);
    run(async move {
        while still_wanted.strong_count() > 0 {
            let now = device::now();
            if let Some(position) = track.at(now - began) {
                tell(Ok(Fix {
                    position,
                    accuracy: RECORDED,
                    at: now,
                }));
            }
            sleep(EVERY_SECOND).await;
        }
    });
    wanted
}
