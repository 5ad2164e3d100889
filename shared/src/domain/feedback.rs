//! What citizens say about an end that they were told: how good it was, and that it is not so.

use serde::{Deserialize, Serialize};

use crate::id::{OrderId, Sha256Hex};
use crate::unit::WallTime;

/// One to five, five is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

/// A number that is no rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a rating is a number from 1 to 5")]
pub struct NotARating;

impl Rating {
    /// Every rating, worst first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = NotARating;
    fn try_from(number: u8) -> Result<Self, NotARating> {
        let known = Self::ALL.into_iter().find(|rating| rating.0 == number);
        known.ok_or(NotARating)
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

/// What one citizen said about one end of a request. There is one for each end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Feedback {
    /// When the request came to that end: its name, since a request ends once at a time.
    pub about: WallTime,
    /// How good it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rated>,
    /// That it is not so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopening: Option<Reopening>,
}

impl Feedback {
    /// Nothing said yet.
    #[must_use]
    pub const fn about(end: WallTime) -> Self {
        Self {
            about: end,
            rating: None,
            reopening: None,
        }
    }
}

/// A rating as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rated {
    /// How good it was.
    pub rating: Rating,
    /// A sentence, when one was written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// When.
    pub at: WallTime,
}

/// A citizen's word that it is not so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reopening {
    /// When.
    pub at: WallTime,
    /// Why.
    pub reason: String,
    /// A picture of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Sha256Hex>,
    /// Which occurrence of the request it ended.
    pub occurrence: u32,
    /// The work whose end is doubted: it no longer speaks for the request.
    pub doubted: Vec<EndedOrder>,
    /// When the office looked and found that it is so: the doubt is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upheld_at: Option<WallTime>,
}

/// An order as it had ended: one that is reopened begins another closure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndedOrder {
    /// Which.
    pub order: OrderId,
    /// In which closure.
    pub closure: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_is_one_to_five() {
        assert_eq!(Rating::try_from(3).map(Rating::number), Ok(3));
        assert_eq!(Rating::try_from(0), Err(NotARating));
        assert!(serde_json::from_str::<Rating>("6").is_err());
    }
}
