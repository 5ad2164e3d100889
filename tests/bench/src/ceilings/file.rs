//! A photo, written, hashed and on disk: by as many threads as there are clients.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use anyhow::{Result, anyhow};
use kuitti_server::hash::sha256;

use crate::clients::CLIENTS;
use crate::measures::photo;
use crate::samples;

/// Photos in a second.
pub(crate) fn per_second(photos: usize) -> Result<f64> {
    let directory = tempfile::tempdir()?;
    let began = Instant::now();
    std::thread::scope(|scope| {
        let place = directory.path();
        let writers: Vec<_> = (0..CLIENTS)
            .map(|client| scope.spawn(move || write(place, client, photos / CLIENTS)))
            .collect();
        for writer in writers {
            writer.join().map_err(|_| anyhow!("a writer broke"))??;
        }
        anyhow::Ok(())
    })?;
    Ok(samples::per_second(photos, began.elapsed()))
}

fn write(directory: &Path, client: usize, photos: usize) -> Result<()> {
    let photo = photo();
    for number in 0..photos {
        let beside = directory.join(format!("{client}-{number}.part"));
        let mut file = File::create_new(&beside)?;
        file.write_all(&photo)?;
        file.sync_all()?;
        std::fs::rename(
            &beside,
            directory.join(format!("{client}-{number}-{}", sha256(&photo))),
        )?;
    }
    Ok(())
}
