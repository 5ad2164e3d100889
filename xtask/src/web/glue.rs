//! wasm-bindgen: from what rustc made to a wasm file and the JavaScript that starts it.

mod backtraces;
mod names;

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use self::names::Names;

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
    let mut names = Names::default();
    let module = output.wasm_mut();
    backtraces::leave_out(module);
    // For linkers; a browser does not read it.
    module.customs.remove_raw("target_features");
    for import in module.imports.iter_mut() {
        names.shorten(&mut import.name);
    }
    for export in module.exports.iter_mut() {
        names.shorten(&mut export.name);
    }
    let wasm = module.emit_wasm();
    Ok(Glue {
        wasm,
        javascript: names.shortened(output.js()),
        snippets,
    })
}
