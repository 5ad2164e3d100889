//! What a browser and a window of our own say in the same words.

use kuitti_shared::domain::Position;

/// Will the system keep what is stored here?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// Until the user removes it.
    Kept,
    /// It may go when space is short, or when the site was not visited for long.
    AtRisk,
}

/// How much of what is granted is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Bytes in use.
    pub used: u64,
    /// Bytes granted.
    pub granted: u64,
}

/// A moment at which the engine should know more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returning {
    /// There may be a network.
    Online,
    /// There is none.
    Offline,
    /// The app is in front again.
    Visible,
    /// Something else is in front.
    Hidden,
}

/// What takes a worker to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Navigation {
    /// Apple's maps.
    Apple,
    /// Whatever app the worker likes (RFC 5870); only Android knows such links.
    Chosen,
    /// A map's page.
    Page,
}

impl Navigation {
    /// A link that hands a place over.
    pub(super) fn link(self, target: Position) -> String {
        let (latitude, longitude) = (target.latitude(), target.longitude());
        match self {
            Self::Apple => format!("https://maps.apple.com/?daddr={latitude},{longitude}"),
            Self::Chosen => format!("geo:{latitude},{longitude}?q={latitude},{longitude}"),
            Self::Page => format!(
                "https://www.openstreetmap.org/directions?to={latitude},{longitude}#map=17/{latitude}/{longitude}"
            ),
        }
    }
}
