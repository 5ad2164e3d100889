//! Photos of 400 KiB over tus, 8 devices at once: created, sent, hash checked, on disk.

use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::Full;
use hyper::header::{CONTENT_TYPE, LOCATION};
use hyper::{Method, StatusCode};
use kuitti_server::hash::sha256;
use uuid::Uuid;

use super::Bench;
use crate::ceilings::file;
use crate::clients::{CLIENTS, run};
use crate::device::Device;
use crate::report::Report;
use crate::samples::Samples;
use crate::town::Plan;
use crate::wire::{Wire, request};

pub(crate) const BYTES: usize = 400 * 1024;
const PHOTOS_EACH: usize = 100;

pub(super) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = Plan {
        devices: u32::try_from(CLIENTS)?,
        ..Plan::default()
    };
    let (town, server) = bench.town(plan).await?;
    let mut clients = Vec::new();
    for device in town.devices {
        clients.push((device, Wire::open(server.address).await?));
    }
    let sent = run(clients, |(device, wire)| send_all(device, wire)).await?;
    let ceiling = file::per_second(sent.count)?;
    report.add(
        "photo400k_per_s",
        sent.per_second(),
        Some(ceiling),
        "≥ 500/s, reach 70 %",
    );
    Ok(())
}

async fn send_all(device: Device, mut wire: Wire) -> Result<Samples> {
    let mut samples = Samples::default();
    let mut photo = photo();
    for _ in 0..PHOTOS_EACH {
        // Another content each time, at the price of sixteen bytes.
        photo.splice(16..32, *Uuid::now_v7().as_bytes());
        let began = Instant::now();
        send(&device, &mut wire, &photo).await?;
        samples.add(began.elapsed());
    }
    Ok(samples)
}

/// Begins as a JPEG and goes on as noise, which is what compressed pictures look like to a disk.
pub(crate) fn photo() -> Vec<u8> {
    let mut photo = vec![0xff, 0xd8, 0xff, 0xe0];
    while photo.len() < BYTES {
        photo.extend(Uuid::now_v7().as_bytes());
    }
    photo.truncate(BYTES);
    photo
}

async fn send(device: &Device, wire: &mut Wire, photo: &[u8]) -> Result<()> {
    let metadata = format!("sha256 {}", STANDARD.encode(sha256(photo).as_str()));
    let create = request(Method::POST, "/files/v1", &device.token)
        .header("tus-resumable", "1.0.0")
        .header("upload-length", photo.len())
        .header("upload-metadata", metadata)
        .body(Full::default())?;
    let created = wire.send(create).await?;
    ensure!(
        created.status == StatusCode::CREATED,
        "creation answered {}",
        created.status
    );
    let place = created
        .headers
        .get(LOCATION)
        .context("an upload has no address")?
        .to_str()?;
    let append = request(Method::PATCH, place, &device.token)
        .header("tus-resumable", "1.0.0")
        .header("upload-offset", 0)
        .header(CONTENT_TYPE, "application/offset+octet-stream")
        .body(Full::new(photo.to_vec().into()))?;
    let appended = wire.send(append).await?;
    ensure!(
        appended.status == StatusCode::NO_CONTENT,
        "a photo was answered with {}",
        appended.status
    );
    Ok(())
}
