//! A directory of files for the browser, put together in memory and written in one go.
//!
//! A file's name carries a hash of its content, so that browsers may keep it for ever and a page never meets
//! a script of another build. Only the pages (`index.html`, the manifest, the service worker) have fixed names.
//!
//! Templates name other files as `{{screens.wasm}}` (a program's part), `{{script:boot.js}}` (a script), `{{library:NAME}}` (a
//! file of a package), `{{asset:icons/icon.svg}}` (a file of `assets/`) or `{{styles:tokens base}}` (style sheets, as one).

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use flate2::{Compression, GzBuilder};

use super::glue;
use super::narrow::{Kind, Narrow};
use crate::workspace::Workspace;

/// Files that gain nothing from another compression.
const COMPRESSED_ALREADY: &[&str] = &["png", "woff2", "gz"];

/// See the module.
pub(super) struct Bundle {
    /// Where the server serves the bundle, as `/app/`.
    address: &'static str,
    templates: PathBuf,
    assets: PathBuf,
    narrow: Narrow,
    /// From the name in templates to the file's address.
    addresses: BTreeMap<String, String>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Bundle {
    pub(super) fn new(workspace: &Workspace, address: &'static str, templates: &str) -> Self {
        Self {
            address,
            templates: workspace.root().join(templates),
            assets: workspace.root().join("assets"),
            narrow: Narrow::of(workspace),
            addresses: BTreeMap::new(),
            files: BTreeMap::new(),
        }
    }

    /// Adds a compiled program; templates know its parts as `{{NAME.js}}` and `{{NAME.wasm}}`, and as `{{NAME.modules}}` the
    /// elements by which a page asks for all of its scripts at once: each is named only by the one before it.
    pub(super) fn add_program(&mut self, name: &str, wasm: &Path) -> Result<()> {
        let glue = glue::make(wasm)?;
        println!("  {}{name}: {} kB of wasm", self.address, glue.wasm.len() / 1000);
        self.add_hashed(&format!("{name}.wasm"), glue.wasm);
        // The program's own script is not a template: its braces are JavaScript.
        let javascript = self.narrow.narrowed(Kind::Module, &glue.javascript)?;
        let mut snippets = glue.snippets;
        // Some come with a package and serve another way of starting it.
        snippets.retain(|(path, _)| javascript.contains(path.as_str()));
        let links: Vec<String> = snippets
            .iter()
            .map(|(path, _)| preloaded(&format!("{}{path}", self.address)))
            .collect();
        let script = self.add_hashed(&format!("{name}.js"), javascript.into_bytes());
        let modules = format!("{}\n    {}", preloaded(&script), links.join("\n    "));
        self.define(&format!("{name}.modules"), modules);
        for (path, source) in snippets {
            let narrow = self.narrow.narrowed(Kind::Module, &source)?;
            self.files.insert(path, narrow.into_bytes());
        }
        Ok(())
    }

    /// Adds a hand-written script; templates know it as `{{script:NAME}}`.
    pub(super) fn add_script(&mut self, name: &str) -> Result<()> {
        let text = self.fill_template(name)?;
        let narrow = self.narrow.narrowed(Kind::Module, &text)?;
        self.add_hashed(&format!("script:{name}"), narrow.into_bytes());
        Ok(())
    }

    /// Adds a file of a package as it is; templates know it as `{{library:NAME}}`.
    pub(super) fn add_library(&mut self, path: &str) -> Result<()> {
        let file = self.templates.join(path);
        let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let name = path.rsplit('/').next().unwrap_or(path);
        self.add_hashed(&format!("library:{name}"), content);
        Ok(())
    }

    /// Adds a file that was put together, and answers its address.
    pub(super) fn add_made(&mut self, name: &str, content: Vec<u8>) -> String {
        self.add_hashed(name, content)
    }

    /// Adds a file that keeps its name.
    pub(super) fn add_page(&mut self, name: &str) -> Result<()> {
        let text = self.fill_template(name)?;
        let text = if name.ends_with(".js") {
            self.narrow.narrowed(Kind::Script, &text)?
        } else {
            text
        };
        self.files.insert(name.to_owned(), text.into_bytes());
        Ok(())
    }

    /// Tells templates that are added later what `{{name}}` stands for.
    pub(super) fn define(&mut self, name: &str, value: String) {
        self.addresses.insert(name.to_owned(), value);
    }

    /// The address of every file so far.
    pub(super) fn all_addresses(&self) -> impl Iterator<Item = String> {
        self.files.keys().map(|name| format!("{}{name}", self.address))
    }

    /// One value for the content of all files so far.
    pub(super) fn version(&self) -> String {
        let mut hasher = DefaultHasher::new();
        for (name, content) in &self.files {
            hasher.write(name.as_bytes());
            hasher.write(content);
        }
        format!("{:016x}", hasher.finish())
    }

    /// Puts the files, and packed copies of each that gains by them, in place of what the directory held.
    pub(super) fn write(&self, directory: &Path) -> Result<()> {
        let fresh = directory.with_extension("new");
        remove(&fresh)?;
        for (name, content) in &self.files {
            let path = fresh.join(name);
            fs::create_dir_all(path.parent().context("a file lies in a directory")?)?;
            fs::write(&path, content)?;
            if !COMPRESSED_ALREADY
                .iter()
                .any(|extension| name.ends_with(extension))
            {
                fs::write(fresh.join(format!("{name}.gz")), gzip(content)?)?;
            }
        }
        brotli(&fresh)?;
        remove(directory)?;
        fs::rename(&fresh, directory)?;
        println!("  {} is in {}", self.address, directory.display());
        Ok(())
    }

    fn fill_template(&mut self, name: &str) -> Result<String> {
        let path = self.templates.join(name);
        let template = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let mut filled = String::new();
        let mut rest = template.as_str();
        while let Some((before, after)) = rest.split_once("{{") {
            let (key, behind) = after
                .split_once("}}")
                .with_context(|| format!("{name}: `{{{{` without end"))?;
            filled.push_str(before);
            filled.push_str(
                &self
                    .address_of(key)
                    .with_context(|| format!("filling {}", path.display()))?,
            );
            rest = behind;
        }
        filled.push_str(rest);
        Ok(filled)
    }

    fn address_of(&mut self, key: &str) -> Result<String> {
        if let Some(address) = self.addresses.get(key) {
            return Ok(address.clone());
        }
        if let Some(names) = key.strip_prefix("styles:") {
            return self.add_styles(names);
        }
        let asset = key
            .strip_prefix("asset:")
            .with_context(|| format!("nothing is called {key}"))?;
        let content = self.asset(asset)?;
        Ok(self.add_hashed(key, content))
    }

    /// Style sheets one after the other: one file to ask for, and smaller when packed.
    fn add_styles(&mut self, names: &str) -> Result<String> {
        let mut all = String::new();
        for name in names.split(' ') {
            all.push_str(&String::from_utf8(self.asset(&format!("styles/{name}.css"))?)?);
        }
        let narrow = self.narrow.narrowed(Kind::Styles, &all)?;
        Ok(self.add_hashed("styles.css", narrow.into_bytes()))
    }

    /// A file of `assets/`.
    fn asset(&self, asset: &str) -> Result<Vec<u8>> {
        let path = self.assets.join(asset);
        fs::read(&path).with_context(|| format!("reading {}", path.display()))
    }

    fn add_hashed(&mut self, key: &str, content: Vec<u8>) -> String {
        let mut hasher = DefaultHasher::new();
        hasher.write(&content);
        let file = key.rsplit(['/', ':']).next().unwrap_or(key);
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "bin"));
        let name = format!("{stem}-{:016x}.{extension}", hasher.finish());
        let address = format!("{}{name}", self.address);
        self.files.insert(name, content);
        self.addresses.insert(key.to_owned(), address.clone());
        address
    }
}

/// The element by which a page asks for a script before anything names it.
fn preloaded(module: &str) -> String {
    format!("<link rel=\"modulepreload\" href=\"{module}\">")
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// Node's own compressor: that of a crate takes minutes where xtask is built without optimisation.
fn brotli(directory: &Path) -> Result<()> {
    let status = Command::new("node")
        .args(["--input-type=module", "--eval", include_str!("brotli.mjs")])
        .arg(directory)
        .status()
        .context("cannot start node")?;
    ensure!(
        status.success(),
        "packing {} ended with {status}",
        directory.display()
    );
    Ok(())
}

fn remove(directory: &Path) -> Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
