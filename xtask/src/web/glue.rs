//! wasm-bindgen: from what rustc made to a wasm file and the JavaScript that starts it.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// One program for the browser.
pub(super) struct Glue {
    pub(super) wasm: Vec<u8>,
    pub(super) javascript: String,
    /// Small modules that the JavaScript imports, by path below its own place.
    pub(super) snippets: Vec<(String, String)>,
}

/// Makes the browser's side of a compiled program.
pub(super) fn make(wasm: &Path) -> Result<Glue> {
    let mut output = Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen refuses {}", wasm.display()))?;
    let inline = output.snippets().iter().flat_map(|(folder, sources)| {
        let name = move |index| format!("snippets/{folder}/inline{index}.js");
        sources
            .iter()
            .enumerate()
            .map(move |(index, source)| (name(index), source.clone()))
    });
    let local = output
        .local_modules()
        .iter()
        .map(|(path, source)| (format!("snippets/{path}"), source.clone()));
    let snippets = inline.chain(local).collect();
    let javascript = output.js().to_owned();
    Ok(Glue {
        wasm: output.wasm_mut().emit_wasm(),
        javascript,
        snippets,
    })
}
