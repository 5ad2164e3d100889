//! Short names between a program and its script. wasm-bindgen gives each a hash, which no packing makes smaller, and which is
//! loaded twice.

use std::collections::BTreeMap;

/// How many digits wasm-bindgen writes of a hash.
const HASH: usize = 16;

/// Names with a hash, and what they are called instead.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// A name of the program, which may be used for several things.
    pub(super) fn shorten(&mut self, name: &mut String) {
        if !ends_with_hash(name) {
            return;
        }
        let next = format!("_{}", self.0.len());
        let short = self.0.entry(name.clone()).or_insert(next);
        name.clone_from(short);
    }

    /// The script with the same names.
    pub(super) fn shortened(&self, script: &str) -> String {
        let mut short = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_of_name) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|letter| !is_of_name(letter)).unwrap_or(from.len());
            let (name, after) = from.split_at(end);
            short.push_str(before);
            short.push_str(self.0.get(name).map_or(name, String::as_str));
            rest = after;
        }
        short + rest
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

fn ends_with_hash(name: &str) -> bool {
    let mut digits = name.bytes().rev().take_while(u8::is_ascii_hexdigit);
    digits.by_ref().take(HASH).count() == HASH && digits.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn program_and_script_keep_speaking_of_the_same() {
        let mut names = Names::default();
        let [mut get, mut again, mut invoke, mut memory] = [
            "__wbg_get_2080c49015e35254",
            "__wbg_get_2080c49015e35254",
            "invoke___h0be24bd91656e021",
            "memory",
        ]
        .map(str::to_owned);
        for name in [&mut get, &mut again, &mut invoke, &mut memory] {
            names.shorten(name);
        }
        assert_eq!([get, again, invoke, memory], ["_0", "_0", "_1", "memory"]);
        let script =
            "__wbg_get_2080c49015e35254: function(a) { wasm.invoke___h0be24bd91656e021(a, get); } memory";
        assert_eq!(
            names.shortened(script),
            "_0: function(a) { wasm._1(a, get); } memory"
        );
    }
}
