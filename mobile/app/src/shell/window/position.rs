//! Where the device is, as often as its web view tells.

use kuitti_shared::domain::{Fix, Position};
use kuitti_shared::unit::{Metres, WallTime};

use super::bridge::{self, FromPage, Listener};

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

/// Follows the position until it is dropped: a receiver that nobody needs costs the battery.
pub struct PositionWatch {
    _listening: Listener,
}

impl Drop for PositionWatch {
    fn drop(&mut self) {
        bridge::tell("leavePosition", &[(); 0]);
    }
}

/// Calls `tell` with every new fix.
pub fn watch(tell: impl Fn(PositionNews) + Clone + 'static) -> Option<PositionWatch> {
    let listening = bridge::listen(move |message| {
        if let Some(news) = news_of(message) {
            tell(news);
        }
    });
    bridge::tell("followPosition", &[(); 0]);
    Some(PositionWatch {
        _listening: listening,
    })
}

fn news_of(message: &FromPage) -> Option<PositionNews> {
    match *message {
        FromPage::NoFix { denied: true } => Some(Err(refused())),
        FromPage::NoFix { denied: false } => Some(Err(NoPosition::Unavailable)),
        FromPage::Fix {
            latitude,
            longitude,
            accuracy,
            at,
        } => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "milliseconds since 1970 fit an i64 for ever"
            )]
            let at = WallTime(at as i64);
            let position = Position::new(latitude, longitude).ok()?;
            Some(Ok(Fix {
                position,
                accuracy: Metres(accuracy),
                at,
            }))
        }
        _ => None,
    }
}

/// On Linux the web view denies it whatever anybody allows: there is no setting to change.
const fn refused() -> NoPosition {
    if cfg!(target_os = "linux") {
        NoPosition::Unavailable
    } else {
        NoPosition::Denied
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_where_the_device_is_or_why_not() {
        let fix = FromPage::Fix {
            latitude: 60.2,
            longitude: 24.9,
            accuracy: 8.0,
            at: 1_700_000_000_000.0,
        };
        let position = Position::new(60.2, 24.9).unwrap();
        let expected = Fix {
            position,
            accuracy: Metres(8.0),
            at: WallTime(1_700_000_000_000),
        };
        assert_eq!(news_of(&fix), Some(Ok(expected)));
        let nowhere = FromPage::NoFix { denied: false };
        assert_eq!(news_of(&nowhere), Some(Err(NoPosition::Unavailable)));
        assert_eq!(news_of(&FromPage::Heading { degrees: 1.0 }), None);
    }
}
