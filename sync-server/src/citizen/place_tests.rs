//! Choosing a place without a script: the map is pressed, led around, and found by a street's name; nothing typed is lost.

use kuitti_shared::api::map::{BaseMap, Shape, ShapeKind};

use super::tests::{ReportForm, street_lamp, town_with};
use crate::map::testing::give;
use crate::testing::{Answer, Town, Who};

const ADDRESS: &str = "/report/place";

/// A town with one street on its map.
async fn town_with_map() -> Town {
    let town = town_with(street_lamp(), Town::start().await).await;
    let shape = |kind, name: Option<&str>, points: &[i32]| Shape {
        kind,
        name: name.map(str::to_owned),
        points: points.to_vec(),
    };
    let map = BaseMap {
        attribution: "Somebody's data".to_owned(),
        bounds: [60.16, 24.93, 60.18, 24.95],
        shapes: vec![
            shape(
                ShapeKind::Street,
                Some("Unioninkatu <b>"),
                &[6_016_900, 2_494_000, 200, 0, 200, 0],
            ),
            shape(ShapeKind::Water, None, &[6_016_000, 2_493_000, 0, 500, 500, 0]),
        ],
    };
    give(town.data(), &map);
    town
}

fn form() -> ReportForm {
    ReportForm::complete().with("view", "60.17000,24.94000,16")
}

/// The value of a field of the form that came back.
fn value(answer: &Answer, name: &str) -> String {
    let page = answer.text();
    let field = page.split_once(&format!("name=\"{name}\"")).unwrap().1;
    let field = field.split_once("value=\"").unwrap().1;
    field.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_place_is_pressed_and_what_was_typed_stays() {
    let town = town_with_map().await;
    let pressed = form().with("map.x", "144").with("map.y", "144");
    let answer = pressed.send_to(&town, ADDRESS).await;
    assert_eq!(answer.status, 200);
    assert_eq!(value(&answer, "latitude"), "60.17000");
    assert_eq!(value(&answer, "longitude"), "24.94000");
    assert!(answer.text().contains("The lamp is dark"), "what was typed");
    assert!(answer.text().contains("pin=60.17000,24.94000"));
    let beside = form().with("map.x", "200").with("map.y", "20");
    let answer = beside.send_to(&town, ADDRESS).await;
    assert!(value(&answer, "latitude").as_str() > "60.17000");
    assert!(value(&answer, "longitude").as_str() > "24.94000");
    let keyboard = form().with("map.x", "0").with("map.y", "0");
    let answer = keyboard.send_to(&town, ADDRESS).await;
    assert_eq!(value(&answer, "latitude"), "60.17000", "the middle");
    for outside in ["-1", "289", "x", "NaN"] {
        let answer = form()
            .with("map.x", outside)
            .with("map.y", "9")
            .send_to(&town, ADDRESS)
            .await;
        assert_eq!(value(&answer, "latitude"), "", "{outside}");
    }
}

#[tokio::test]
async fn the_map_is_led_around_and_finds_a_street() {
    let town = town_with_map().await;
    let shown = town.get("/report", &Who::Nobody).await;
    assert!(
        value(&shown, "view").starts_with("60.17000,24.94000,"),
        "the whole town"
    );
    assert!(shown.text().contains("Somebody&#x27;s data") && shown.text().len() < 30_000);
    let nearer = form().with("step", "in").send_to(&town, ADDRESS).await;
    assert_eq!(value(&nearer, "view"), "60.17000,24.94000,17");
    let north = form().with("step", "north").send_to(&town, ADDRESS).await;
    assert!(value(&north, "view").as_str() > "60.17000");
    let find = |street: &str| form().with("place", street).with("step", "find");
    let found = find("Unioninkatu 5").send_to(&town, ADDRESS).await;
    assert_eq!(value(&found, "view"), "60.17100,24.94000,16");
    let lost = find("Nowhere 1").send_to(&town, ADDRESS).await;
    assert_eq!(value(&lost, "view"), "60.17000,24.94000,16");
    assert!(lost.text().contains("No street on the map"));
}

#[tokio::test]
async fn the_picture_shows_streets_and_a_pin_and_no_markup_of_others() {
    let town = town_with_map().await;
    let path = "/map/picture.svg?view=60.171,24.94,16&pin=60.171,24.94";
    let answer = town.get(path, &Who::Nobody).await;
    assert_eq!(answer.headers["content-type"], "image/svg+xml");
    let svg = answer.text();
    assert!(
        svg.contains("Unioninkatu &lt;b&gt;") && !svg.contains("<b>"),
        "{svg}"
    );
    assert!(
        svg.contains("translate(144.0 144.0)") && svg.len() < 30_000,
        "{svg}"
    );
    let water = town
        .get("/map/picture.svg?view=60.162,24.932,16", &Who::Nobody)
        .await;
    let is_drawn = water.text().contains("<path class=\"l0\"") && !svg.contains("<path class=\"l0\"");
    assert!(is_drawn, "{}", water.text());
    for nonsense in ["", "?view=1", "?view=60,24,a"] {
        let answer = town
            .get(&format!("/map/picture.svg{nonsense}"), &Who::Nobody)
            .await;
        assert_eq!(answer.status, 422, "{nonsense}");
    }
}

#[tokio::test]
async fn a_town_without_a_map_asks_in_words() {
    let town = town_with(street_lamp(), Town::start().await).await;
    let page = town.get("/report", &Who::Nobody).await.text();
    assert!(!page.contains("type=\"image\""));
    let answer = form()
        .with("map.x", "9")
        .with("map.y", "9")
        .send_to(&town, ADDRESS)
        .await;
    assert_eq!(answer.status, 200);
    let picture = town
        .get("/map/picture.svg?view=60.17,24.94,16", &Who::Nobody)
        .await;
    assert_eq!(picture.status, 404);
}
