//! The material that the demo town's crews use.

use kuitti_shared::sync::town::Article;
use kuitti_shared::unit::Cents;

use super::categories::words;

/// Code, names, unit, price in cents.
const ARTICLES: &[(&str, [&str; 2], &str, i64)] = &[
    ("led_lamp", ["LED lamp 40 W", "LED-valaisin 40 W"], "pcs", 8_900),
    ("ballast", ["Ballast", "Liitäntälaite"], "pcs", 3_450),
    ("fuse", ["Fuse 10 A", "Sulake 10 A"], "pcs", 180),
    ("cable", ["Cable 3 × 2.5 mm²", "Kaapeli 3 × 2,5 mm²"], "m", 240),
    ("pole_cover", ["Cover for a pole", "Pylvään kansi"], "pcs", 2_100),
    (
        "asphalt_bag",
        ["Cold asphalt, bag 25 kg", "Kylmäasfaltti, säkki 25 kg"],
        "pcs",
        1_690,
    ),
    ("paving_stone", ["Paving stone", "Katukivi"], "pcs", 320),
    ("sand", ["Grit", "Hiekoitushiekka"], "kg", 12),
    ("sign_plate", ["Sign plate", "Liikennemerkin levy"], "pcs", 4_700),
    (
        "sign_post",
        ["Sign post 60 mm", "Merkkipylväs 60 mm"],
        "pcs",
        5_200,
    ),
    ("clamp", ["Clamp 60 mm", "Kiinnike 60 mm"], "pcs", 390),
    (
        "graffiti_remover",
        ["Graffiti remover", "Töhrynpoistoaine"],
        "l",
        1_450,
    ),
    ("bin_bag", ["Bin bag 240 l", "Jätesäkki 240 l"], "pcs", 45),
    ("bench_plank", ["Plank for a bench", "Penkin lauta"], "pcs", 1_980),
];

/// All of them.
pub(super) fn all() -> impl Iterator<Item = Article> {
    ARTICLES
        .iter()
        .map(|(code, [english, finnish], unit, price)| Article {
            code: (*code).into(),
            name: words(english, finnish),
            unit: (*unit).to_owned(),
            price: Some(Cents(*price)),
        })
}
