//! The figures: name, value, its ceiling, its target.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};

/// All figures of a run, in the order in which they were taken.
#[derive(Debug, Default)]
pub(crate) struct Report(Vec<Figure>);

/// A value, and what the machine could do at best.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) ceiling: Option<f64>,
    /// For sync from `docs/SYNC.md`, "Sizes and speeds".
    pub(crate) target: &'static str,
}

impl Report {
    pub(crate) fn add(&mut self, name: &'static str, value: f64, ceiling: Option<f64>, target: &'static str) {
        eprintln!("  {name} {value:.3}");
        self.0.push(Figure {
            name,
            value,
            ceiling,
            target,
        });
    }

    /// `{name: value, name_ceiling: value}`.
    pub(crate) fn write(&self, file: &Path) -> Result<()> {
        let mut figures = BTreeMap::new();
        for figure in &self.0 {
            figures.insert(figure.name.to_owned(), figure.value);
            if let Some(ceiling) = figure.ceiling {
                figures.insert(format!("{}_ceiling", figure.name), ceiling);
            }
        }
        let json = serde_json::to_string_pretty(&figures)?;
        std::fs::write(file, json + "\n").with_context(|| format!("cannot write {}", file.display()))
    }

    /// As Markdown.
    pub(crate) fn table(&self) -> String {
        let mut table =
            "| figure | measured | ceiling | share | target |\n|---|---:|---:|---:|---|\n".to_owned();
        for figure in &self.0 {
            let (ceiling, share) = match figure.ceiling {
                Some(ceiling) => (short(ceiling), format!("{:.0} %", 100.0 * figure.share(ceiling))),
                None => Default::default(),
            };
            let _ = writeln!(
                table,
                "| `{}` | {} | {ceiling} | {share} | {} |",
                figure.name,
                short(figure.value),
                figure.target
            );
        }
        table
    }
}

impl Figure {
    /// Of the ceiling, whether more or less is better.
    fn share(&self, ceiling: f64) -> f64 {
        if self.name.ends_with("_per_s") {
            self.value / ceiling
        } else {
            ceiling / self.value
        }
    }
}

fn short(value: f64) -> String {
    match value {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value => format!("{value:.2}"),
    }
}
