//! Remarks are for those who read the sources: what a phone loads does without.

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

#[cfg(test)]
mod tests {
    use super::*;

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
