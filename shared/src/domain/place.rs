//! Where something is. Positions are WGS 84 degrees and valid by construction.

use serde::{Deserialize, Serialize};

use crate::unit::{Metres, WallTime};

/// A point on the earth, latitude -90 to 90, longitude -180 to 180, in degrees (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "Coordinates", into = "Coordinates")]
pub struct Position {
    latitude: f64,
    longitude: f64,
}

/// A degree of latitude on the ground; of longitude, at the equator.
pub const METRES_PER_DEGREE: f64 = 111_320.0;

/// The wire form of a position.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Coordinates {
    latitude: f64,
    longitude: f64,
}

/// Coordinates that are no place on earth.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("latitude {latitude}, longitude {longitude} is no place on earth")]
pub struct PositionError {
    latitude: f64,
    longitude: f64,
}

impl Position {
    /// A position from degrees.
    ///
    /// # Errors
    /// When a coordinate is out of range or not a number.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, PositionError> {
        if (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude) {
            Ok(Self { latitude, longitude })
        } else {
            Err(PositionError { latitude, longitude })
        }
    }

    /// Degrees north.
    #[must_use]
    pub const fn latitude(&self) -> f64 {
        self.latitude
    }

    /// Degrees east.
    #[must_use]
    pub const fn longitude(&self) -> f64 {
        self.longitude
    }

    /// How far it is, on a flat map: exact enough within a town.
    #[must_use]
    pub fn distance_to(&self, other: Self) -> Metres {
        let north = (self.latitude - other.latitude) * METRES_PER_DEGREE;
        let east = (self.longitude - other.longitude) * METRES_PER_DEGREE * self.latitude.to_radians().cos();
        Metres(north.hypot(east))
    }

    /// As a `geo` point (x = longitude).
    #[must_use]
    pub fn point(&self) -> geo::Point {
        geo::Point::new(self.longitude, self.latitude)
    }
}

impl TryFrom<Coordinates> for Position {
    type Error = PositionError;
    fn try_from(raw: Coordinates) -> Result<Self, Self::Error> {
        Self::new(raw.latitude, raw.longitude)
    }
}

impl From<Position> for Coordinates {
    fn from(position: Position) -> Self {
        Self {
            latitude: position.latitude,
            longitude: position.longitude,
        }
    }
}

/// A position as a device measured it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fix {
    /// Where.
    pub position: Position,
    /// The radius in which the device is with 68 % certainty.
    pub accuracy: Metres,
    /// When, by the device's wall clock.
    pub at: WallTime,
}

/// Where a request or an order is: an address, a point, or both.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Place {
    /// As people say it, for example `Unioninkatu 32`. Empty when only a point is known.
    pub address: String,
    /// The point, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// How to find it once there ("third lamp from the corner").
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl Place {
    /// Can somebody be sent there?
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.position.is_some() || !self.address.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_outside_the_earth_is_refused_while_decoding() {
        assert!(Position::new(60.17, 24.95).is_ok());
        assert!(Position::new(f64::NAN, 0.0).is_err());
        let outside = serde_json::from_str::<Position>(r#"{"latitude":91,"longitude":0}"#);
        assert!(outside.unwrap_err().to_string().contains("no place on earth"));
    }
}
