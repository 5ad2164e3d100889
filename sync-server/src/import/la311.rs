//! MyLA311, the service requests of Los Angeles as the city publishes them.

use super::preset::{Columns, Fate, Preset};

/// Columns of 2017, local times of a 12-hour clock without their zone.
pub const LA311: Preset = Preset {
    name: "la311",
    columns: Columns {
        number: "SRNumber",
        created: "CreatedDate",
        closed: "ClosedDate",
        category: "RequestType",
        status: "Status",
        reporter: "RequestSource",
        address: "Address",
        latitude: "Latitude",
        longitude: "Longitude",
    },
    time_format: "%m/%d/%Y %I:%M:%S %p",
    time_zone: "America/Los_Angeles",
    statuses: &[
        ("Open", Fate::Open),
        ("Pending", Fate::Open),
        ("Closed", Fate::Done),
        ("Cancelled", Fate::Cancelled),
        ("Referred Out", Fate::Referred),
    ],
    categories: &[
        ("Graffiti Removal", "graffiti"),
        ("Single Streetlight Issue", "street_lamp"),
        ("Multiple Streetlight Issue", "street_lamp"),
        ("Illegal Dumping Pickup", "litter"),
    ],
    crews: &["Driver Self Report"],
};
