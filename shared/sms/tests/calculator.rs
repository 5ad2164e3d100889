//! Sizes beside those of a calculator of others, npm's sms-segments-calculator, which `cargo xtask setup` installs. It does
//! not know the Turkish tables; those are held against npm's smpp, where texts go through it.
#![cfg(test)]

use std::path::Path;
use std::process::Command;

use kuitti_sms::{Encoding, Tables, size};

const HOME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/gateways");

fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    let alphabets = [
        "a",
        "ä€ ",
        "aaaa[",
        "م",
        "م😀",
        "ğış ",
        "👩‍👧x",
        "e\u{301}a",
        "\n",
        "Ω^b",
    ];
    for pattern in alphabets {
        let endless = || pattern.chars().cycle();
        for length in [
            1, 69, 70, 71, 134, 135, 152, 153, 159, 160, 161, 201, 202, 306, 307, 459, 460, 700,
        ] {
            texts.push(endless().take(length).collect());
        }
    }
    texts.push("Kuitti: Street lamp at Töölönkatu 5 is done. Photo: https://town.example/t/7KQ2".to_owned());
    texts.push("کار انجام شد. عکس: https://town.example/t/7KQ2".to_owned());
    texts
}

#[test]
fn an_independent_calculator_counts_the_same() {
    if !Path::new(HOME)
        .join("node_modules/sms-segments-calculator")
        .is_dir()
    {
        eprintln!("NOT RUN: the calculator of others, because `cargo xtask setup` has not installed it");
        return;
    }
    let texts = texts();
    let asked = serde_json::to_string(&texts).unwrap();
    let output = Command::new("node")
        .args(["segments.mjs", &asked])
        .current_dir(HOME)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let theirs: Vec<(String, usize)> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(theirs.len(), texts.len());
    for (text, (encoding, parts)) in texts.iter().zip(theirs) {
        let ours = size(text, Tables::DefaultOnly);
        let name = match ours.encoding {
            Encoding::Ucs2 => "UCS-2",
            _ => "GSM-7",
        };
        assert_eq!((name, ours.parts), (encoding.as_str(), parts), "{text:?}");
    }
}
