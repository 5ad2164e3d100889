//! libvips on the same photo, one thread, where it is installed.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::samples::Samples;

/// The median of whole runs, less what starting the program takes; none where it is missing.
pub(crate) fn median_ms(photo: &[u8], rounds: usize) -> Result<Option<f64>> {
    let directory = tempfile::tempdir()?;
    let source = directory.path().join("photo.jpg");
    std::fs::write(&source, photo)?;
    let mut reduce = Command::new("vipsthumbnail");
    reduce
        .arg(&source)
        .args(["--size", "2048x2048", "-o", "small.jpg[Q=82]"]);
    let mut start = Command::new("vipsthumbnail");
    start.arg("--version");
    let Some(whole) = time(&mut reduce, rounds)? else {
        eprintln!("  not run: vipsthumbnail is not installed (Debian: libvips-tools)");
        return Ok(None);
    };
    Ok(time(&mut start, rounds)?.map(|start| whole - start))
}

fn time(command: &mut Command, rounds: usize) -> Result<Option<f64>> {
    command.env("VIPS_CONCURRENCY", "1").stdout(Stdio::null());
    let mut samples = Samples::default();
    for _ in 0..rounds {
        let began = Instant::now();
        match command.status() {
            Ok(status) => ensure!(status.success(), "vipsthumbnail ended with {status}"),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        }
        samples.add(began.elapsed());
    }
    Ok(Some(samples.median_ms()))
}
