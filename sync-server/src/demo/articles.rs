//! The material that the demo town's crews use.

use kuitti_shared::sync::town::Article;
use kuitti_shared::unit::Cents;

use super::categories::{Names, words};

/// Code, names, unit, price in cents.
const ARTICLES: &[(&str, Names, &str, i64)] = &[
    (
        "led_lamp",
        [
            "LED lamp 40 W",
            "LED-valaisin 40 W",
            "LED lamba 40 W",
            "Lampada LED 40 W",
            "لامپ ال‌ای‌دی ۴۰ وات",
        ],
        "pcs",
        8_900,
    ),
    (
        "ballast",
        ["Ballast", "Liitäntälaite", "Balast", "Alimentatore", "بالاست"],
        "pcs",
        3_450,
    ),
    (
        "fuse",
        [
            "Fuse 10 A",
            "Sulake 10 A",
            "Sigorta 10 A",
            "Fusibile 10 A",
            "فیوز ۱۰ آمپر",
        ],
        "pcs",
        180,
    ),
    (
        "cable",
        [
            "Cable 3 × 2.5 mm²",
            "Kaapeli 3 × 2,5 mm²",
            "Kablo 3 × 2,5 mm²",
            "Cavo 3 × 2,5 mm²",
            "کابل ۳ در ۲٫۵",
        ],
        "m",
        240,
    ),
    (
        "pole_cover",
        [
            "Cover for a pole",
            "Pylvään kansi",
            "Direk kapağı",
            "Coperchio per palo",
            "درپوش تیر",
        ],
        "pcs",
        2_100,
    ),
    (
        "asphalt_bag",
        [
            "Cold asphalt, bag 25 kg",
            "Kylmäasfaltti, säkki 25 kg",
            "Soğuk asfalt, 25 kg torba",
            "Asfalto a freddo, sacco 25 kg",
            "آسفالت سرد، کیسهٔ ۲۵ کیلویی",
        ],
        "pcs",
        1_690,
    ),
    (
        "paving_stone",
        [
            "Paving stone",
            "Katukivi",
            "Parke taşı",
            "Cubetto di porfido",
            "سنگ‌فرش",
        ],
        "pcs",
        320,
    ),
    (
        "sand",
        [
            "Grit",
            "Hiekoitushiekka",
            "Yol kumu",
            "Ghiaino antighiaccio",
            "شن یخبندان",
        ],
        "kg",
        12,
    ),
    (
        "sign_plate",
        [
            "Sign plate",
            "Liikennemerkin levy",
            "Trafik levhası plakası",
            "Targa del segnale",
            "صفحهٔ تابلو",
        ],
        "pcs",
        4_700,
    ),
    (
        "sign_post",
        [
            "Sign post 60 mm",
            "Merkkipylväs 60 mm",
            "Levha direği 60 mm",
            "Palo per segnale 60 mm",
            "پایهٔ تابلو ۶۰ میلی‌متر",
        ],
        "pcs",
        5_200,
    ),
    (
        "clamp",
        [
            "Clamp 60 mm",
            "Kiinnike 60 mm",
            "Kelepçe 60 mm",
            "Collare 60 mm",
            "بست ۶۰ میلی‌متر",
        ],
        "pcs",
        390,
    ),
    (
        "graffiti_remover",
        [
            "Graffiti remover",
            "Töhrynpoistoaine",
            "Duvar yazısı sökücü",
            "Detergente antigraffiti",
            "پاک‌کنندهٔ دیوارنویسی",
        ],
        "l",
        1_450,
    ),
    (
        "bin_bag",
        [
            "Bin bag 240 l",
            "Jätesäkki 240 l",
            "Çöp torbası 240 l",
            "Sacco per rifiuti 240 l",
            "کیسهٔ زبالهٔ ۲۴۰ لیتری",
        ],
        "pcs",
        45,
    ),
    (
        "bench_plank",
        [
            "Plank for a bench",
            "Penkin lauta",
            "Bank tahtası",
            "Listello per panchina",
            "تختهٔ نیمکت",
        ],
        "pcs",
        1_980,
    ),
];

/// All of them.
pub(super) fn all() -> impl Iterator<Item = Article> {
    ARTICLES.iter().map(|(code, names, unit, price)| Article {
        code: (*code).into(),
        name: words(names),
        unit: (*unit).to_owned(),
        price: Some(Cents(*price)),
    })
}
