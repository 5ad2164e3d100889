//! Which tags of OpenStreetMap are drawn as what. What is not named here is not drawn.

use kuitti_shared::api::map::ShapeKind;

/// What a way is, by its tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A line.
    Line(ShapeKind),
    /// An outline; drawn only when it is closed.
    Area(ShapeKind),
    /// The shore of the sea, with the land on its left.
    Shore,
}

/// The meaning of a way, and its name.
pub(super) fn read<'a>(tags: impl Iterator<Item = (&'a str, &'a str)>) -> Option<(Meaning, Option<&'a str>)> {
    let mut meaning = None;
    let mut name = None;
    for (key, value) in tags {
        match (key, value) {
            ("name", value) => name = Some(value),
            // Below the ground, inside a house, or only an outline of a square to walk on.
            ("tunnel" | "indoor", "yes" | "building_passage") | ("area", "yes") => return None,
            _ => meaning = meaning.or_else(|| of_tag(key, value)),
        }
    }
    meaning.map(|meaning| (meaning, name))
}

fn of_tag(key: &str, value: &str) -> Option<Meaning> {
    use ShapeKind::{Building, MainStreet, Park, Path, Rail, Street, Water};
    Some(match (key, value) {
        ("highway", "motorway" | "trunk" | "primary" | "secondary" | "tertiary") => Meaning::Line(MainStreet),
        ("highway", "motorway_link" | "trunk_link" | "primary_link" | "secondary_link" | "tertiary_link") => {
            Meaning::Line(MainStreet)
        }
        ("highway", "residential" | "unclassified" | "living_street" | "pedestrian" | "road") => {
            Meaning::Line(Street)
        }
        ("highway", "cycleway" | "footway" | "path" | "steps" | "bridleway" | "track") => Meaning::Line(Path),
        ("railway", "rail" | "tram" | "light_rail" | "narrow_gauge") => Meaning::Line(Rail),
        ("natural", "coastline") => Meaning::Shore,
        ("natural", "water") | ("waterway", "riverbank") => Meaning::Area(Water),
        ("leisure", "park" | "garden" | "pitch" | "playground" | "nature_reserve") => Meaning::Area(Park),
        ("landuse", "grass" | "forest" | "meadow" | "cemetery" | "recreation_ground" | "village_green") => {
            Meaning::Area(Park)
        }
        ("natural", "wood" | "scrub" | "heath") => Meaning::Area(Park),
        ("building", "no") => return None,
        ("building", _) => Meaning::Area(Building),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tags: &[(&str, &str)], expected: Option<Meaning>) {
        let found = read(tags.iter().copied()).map(|(meaning, _)| meaning);
        assert_eq!(found, expected, "{tags:?}");
    }

    #[test]
    fn tags_mean_what_people_see() {
        let street = Some(Meaning::Line(ShapeKind::Street));
        check(&[("highway", "residential"), ("name", "Liisankatu")], street);
        check(&[("highway", "residential"), ("tunnel", "yes")], None);
        check(&[("highway", "pedestrian"), ("area", "yes")], None);
        check(&[("natural", "coastline")], Some(Meaning::Shore));
        check(&[("building", "yes")], Some(Meaning::Area(ShapeKind::Building)));
        check(&[("building", "no")], None);
        check(&[("highway", "service")], None);
    }

    #[test]
    fn the_name_is_kept() {
        let tags = [("name", "Liisankatu"), ("highway", "residential")];
        assert_eq!(read(tags.into_iter()).unwrap().1, Some("Liisankatu"));
    }
}
