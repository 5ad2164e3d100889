//! The field app's sentences, one file a language: a phone loads the one that it speaks, and keeps the others.

use std::fs;

use anyhow::{Context, Result};

use super::bundle::Bundle;
use crate::workspace::Workspace;

/// Names the Fluent files that a worker reads.
const FIELD_FILES: &str = "shared/text/field-files.txt";
const LANGUAGES: &str = "assets/i18n";

/// Adds the files; templates know them as the members of an object, `{{words}}`.
pub(super) fn add_to(bundle: &mut Bundle, workspace: &Workspace) -> Result<()> {
    let read = |path: &str| {
        let file = workspace.root().join(path);
        fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
    };
    let files = read(FIELD_FILES)?;
    let mut members = Vec::new();
    for folder in fs::read_dir(workspace.root().join(LANGUAGES))? {
        let language = folder?.file_name().to_string_lossy().into_owned();
        let mut words = String::new();
        for file in files.lines() {
            let sentences = read(&format!("{LANGUAGES}/{language}/{file}"))?;
            // Headings and remarks are for translators.
            for line in sentences.lines().filter(|line| !line.starts_with('#')) {
                words.push_str(line);
                words.push('\n');
            }
            words.push('\n');
        }
        let address = bundle.add_made(&format!("words-{language}.txt"), words.into_bytes());
        members.push(format!("{language}: \"{address}\""));
    }
    members.sort();
    bundle.define("words", members.join(", "));
    Ok(())
}
