//! The street map's script, the one of the web app, and the library that it draws with, as files for the page. The library is part
//! of a program that was built where npm had fetched it (`build.rs`).

/// The script, which names the library's files by placeholders.
const SCRIPT: &str = include_str!("../../../../web/map.js");

#[cfg(map_library)]
const LIBRARY: &[(&str, &str)] = &[
    (
        "maplibre-gl.mjs",
        include_str!("../../../../web/node_modules/maplibre-gl/dist/maplibre-gl.mjs"),
    ),
    (
        "maplibre-gl-worker.mjs",
        include_str!("../../../../web/node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs"),
    ),
    (
        "maplibre-gl.css",
        include_str!("../../../../web/node_modules/maplibre-gl/dist/maplibre-gl.css"),
    ),
];
#[cfg(not(map_library))]
const LIBRARY: &[(&str, &str)] = &[];

/// Does this program have the library?
pub(super) const IS_HERE: bool = cfg!(map_library);

/// A file by its name: what it is, and what stands in it. `place` is where all of them are asked for.
pub(super) fn file(name: &str, place: &str) -> Option<(&'static str, String)> {
    let text = if name == "map.js" {
        script(place)
    } else {
        let (_, text) = LIBRARY.iter().find(|(known, _)| *known == name)?;
        (*text).to_owned()
    };
    Some((kind(name), text))
}

fn script(place: &str) -> String {
    let filled = |script: String, (name, _): &(&str, &str)| {
        script.replace(&format!("{{{{library:{name}}}}}"), &format!("/{place}/{name}"))
    };
    LIBRARY.iter().fold(SCRIPT.to_owned(), filled)
}

/// Web views run no script that is not called one.
fn kind(name: &str) -> &'static str {
    if name.ends_with(".css") {
        "text/css"
    } else {
        "text/javascript"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_names_files_that_are_there() {
        if !IS_HERE {
            return;
        }
        let (kind, script) = file("map.js", "map").unwrap();
        assert_eq!(kind, "text/javascript");
        assert!(!script.contains("{{"), "a placeholder is left");
        let named: Vec<&str> = script
            .split("\"/map/")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(named.len(), LIBRARY.len());
        for name in named {
            assert!(file(name, "map").is_some(), "{name}");
        }
    }

    #[test]
    fn there_is_nothing_else() {
        assert_eq!(file("maplibre-gl.d.ts", "map"), None);
        assert_eq!(file("", "map"), None);
    }
}
