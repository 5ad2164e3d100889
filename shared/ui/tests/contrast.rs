//! The colours of words against what they stand on, computed from the tokens: 7:1 in light and dark, for sun and for night.
//! Source of the formula: WCAG 2.2, "relative luminance" and "contrast ratio".
#![cfg(test)]
use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../assets/styles/tokens.css");
const ENOUGH: f64 = 7.0;
/// What has a shape beside words: lines around fields and buttons (WCAG 1.4.11).
const ENOUGH_FOR_SHAPES: f64 = 3.0;
const TONES: [&str; 7] = ["info", "good", "warn", "bad", "fresh", "again", "still"];

/// The light and the dark colour of each token.
fn tokens() -> BTreeMap<&'static str, [&'static str; 2]> {
    let lines = TOKENS.lines().map(str::trim);
    let declared = lines.filter_map(|line| line.strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    let mut tokens = BTreeMap::new();
    for (name, value) in declared {
        let pair = match value
            .strip_prefix("light-dark(")
            .and_then(|rest| rest.strip_suffix(')'))
        {
            Some(pair) => pair.split_once(", ").map(|(light, dark)| [light, dark]),
            None => Some([value, value]),
        };
        // Some lines hold several declarations for old browsers: the first of a name is the one that counts.
        if let Some(pair) = pair.filter(|pair| pair.iter().all(|colour| is_colour(colour))) {
            tokens.entry(name).or_insert(pair);
        }
    }
    tokens
}

fn is_colour(value: &str) -> bool {
    value.len() == 7 && value.starts_with('#')
}

fn luminance(colour: &str) -> f64 {
    let channel = |from: usize| {
        let value = f64::from(u8::from_str_radix(colour.get(from..from + 2).unwrap(), 16).unwrap()) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Every pair that is not far enough apart, with how far it is.
fn too_near(pairs: &[(String, String)], enough: f64) -> Vec<String> {
    let tokens = tokens();
    let mut found = Vec::new();
    for (front, back) in pairs {
        let (fronts, backs) = (tokens[front.as_str()], tokens[back.as_str()]);
        for (theme, (front_colour, back_colour)) in ["light", "dark"].iter().zip(fronts.iter().zip(backs)) {
            let ratio = contrast(front_colour, back_colour);
            if ratio < enough {
                found.push(format!("{front} on {back}, {theme}: {ratio:.2}"));
            }
        }
    }
    found
}

fn pair(front: &str, back: &str) -> (String, String) {
    (front.to_owned(), back.to_owned())
}

#[test]
fn words_stand_out_seven_to_one() {
    let mut pairs = vec![
        pair("on-brand", "brand"),
        pair("on-brand", "brand-strong"),
        pair("on-lamp", "lamp"),
        pair("on-masthead", "masthead"),
        pair("brand-strong", "brand-soft"),
    ];
    for ground in ["ground", "paper", "paper-sunk", "paper-raised"] {
        pairs.extend(["ink", "ink-soft", "brand"].map(|ink| pair(ink, ground)));
    }
    for tone in TONES {
        let soft = format!("{tone}-soft");
        pairs.extend([pair("ink", &soft), pair(tone, &soft), pair(tone, "paper")]);
    }
    assert_eq!(too_near(&pairs, ENOUGH), Vec::<String>::new());
}

#[test]
fn shapes_stand_out_three_to_one() {
    let grounds = ["ground", "paper", "paper-raised"];
    let pairs: Vec<_> = grounds
        .iter()
        .flat_map(|ground| ["line-strong", "focus"].map(|shape| pair(shape, ground)))
        .collect();
    assert_eq!(too_near(&pairs, ENOUGH_FOR_SHAPES), Vec::<String>::new());
}

#[test]
fn the_formula_gives_the_known_values() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 0.001);
}
