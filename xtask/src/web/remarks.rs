//! Remarks and white space are for those who read the sources: what a phone loads does without.

const BEGIN: &str = "/*";
const END: &str = "*/";

/// A style sheet or wasm-bindgen's script without the remarks that have lines of their own.
pub(super) fn dropped(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut is_remark = false;
    for line in text.lines() {
        let begun = line.trim_start();
        // What stands behind a remark counts.
        let is_whole = begun.starts_with(BEGIN) && begun.ends_with(END);
        let begins = begun.starts_with(BEGIN) && !begun.contains(END);
        if is_remark || is_whole || begins {
            is_remark = !is_whole && !begun.contains(END);
            continue;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// A script of ours without the remarks that have lines of their own.
pub(super) fn unremarked(script: &str) -> String {
    let kept = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    kept.fold(String::with_capacity(script.len()), |text, line| {
        text + line + "\n"
    })
}

/// A style sheet without the white space that says nothing. No string of ours holds any of these.
pub(super) fn narrow(sheet: &str) -> String {
    const NARROWER: [(&str, &str); 7] = [
        (" {", "{"),
        ("{ ", "{"),
        (" }", "}"),
        ("} ", "}"),
        ("; ", ";"),
        (", ", ","),
        (": ", ":"),
    ];
    let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
    NARROWER
        .iter()
        .fold(sheet, |sheet, (wide, narrow)| sheet.replace(wide, narrow))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_means_the_same_without_its_white_space() {
        let sheet = "a :is(b, c),\nd > e {\n  inset: 0 auto;\n  width: calc(1px + 2px);\n}\n@media (width > 1px) { f { g: h; } }\n";
        assert_eq!(
            narrow(sheet),
            "a :is(b,c),d > e{inset:0 auto;width:calc(1px + 2px);}@media (width > 1px){f{g:h;}}"
        );
    }

    #[test]
    fn what_a_script_does_stays() {
        let script = "// why\nlet a = 1; // beside\n  // more\n  f(\"https://b\");\n";
        assert_eq!(unremarked(script), "let a = 1; // beside\n  f(\"https://b\");\n");
    }

    #[test]
    fn what_is_no_remark_stays() {
        let text = "/* of the page\n   as a whole */\na { b: c; } /* beside */\n/* alone */\n  /** @param */\n/* a */ d { e: f; }\n  'x /* y';\n";
        assert_eq!(
            dropped(text),
            "a { b: c; } /* beside */\n/* a */ d { e: f; }\n  'x /* y';\n"
        );
    }
}
