//! Lists the Fluent files, so that a new file or language needs no line of code here.
use std::{env, fmt::Write, fs, io, path::Path};

/// Names what a worker reads. Whoever needs more asks for the feature `office`: a phone should not carry the console's sentences.
const FIELD: &str = "field-files.txt";

fn main() -> io::Result<()> {
    // Asked when it runs: a build directory that several checkouts share keeps what was compiled into this program.
    let package = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let package = Path::new(&package);
    let root = package.join("../../assets/i18n");
    let field = package.join(FIELD);
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed={}", field.display());
    let field = fs::read_to_string(field)?;
    let is_office = env::var_os("CARGO_FEATURE_OFFICE").is_some();
    let is_wanted = |name: &str| is_office || field.lines().any(|line| line == name);
    let languages = match env::var_os("CARGO_FEATURE_EMBEDDED") {
        Some(_) => names_in(&root)?,
        None => Vec::new(),
    };
    let mut table = String::from("&[\n");
    for language in languages {
        writeln!(table, "    ({language:?}, &[").map_err(io::Error::other)?;
        for file in names_in(&root.join(&language))? {
            if !is_wanted(&file) {
                continue;
            }
            let path = root.join(&language).join(&file).canonicalize()?;
            writeln!(table, "        ({file:?}, include_str!({path:?})),").map_err(io::Error::other)?;
        }
        table.push_str("    ]),\n");
    }
    table.push_str("]\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("fluent_files.rs"), table)
}

fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}
