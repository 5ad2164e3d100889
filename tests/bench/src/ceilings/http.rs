//! HTTP alone: the same framework answers a fixed body of the same size.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::Result;
use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use tokio::net::TcpListener;

use crate::clients::{CLIENTS, run};
use crate::samples::Samples;
use crate::wire::Wire;

/// Answers in a second to as many clients as the measures have.
pub(crate) async fn per_second(bytes: usize, requests: usize) -> Result<f64> {
    let address = serve(bytes).await?;
    let mut clients = Vec::new();
    for _ in 0..CLIENTS {
        clients.push(Wire::open(address).await?);
    }
    let each = requests / CLIENTS;
    Ok(run(clients, move |wire| ask(wire, each)).await?.per_second())
}

/// How long as many answers to one client take.
pub(crate) async fn one_by_one(bytes: usize, requests: usize) -> Result<Duration> {
    let wire = Wire::open(serve(bytes).await?).await?;
    let began = Instant::now();
    ask(wire, requests).await?;
    Ok(began.elapsed())
}

/// One client's median.
pub(crate) async fn round_trip_ms(bytes: usize, requests: usize) -> Result<f64> {
    let wire = Wire::open(serve(bytes).await?).await?;
    Ok(ask(wire, requests).await?.median_ms())
}

async fn ask(mut wire: Wire, requests: usize) -> Result<Samples> {
    let mut samples = Samples::default();
    for _ in 0..requests {
        let began = Instant::now();
        wire.post("/", "ceiling", vec![0; 200]).await?;
        samples.add(began.elapsed());
    }
    Ok(samples)
}

async fn serve(bytes: usize) -> Result<SocketAddr> {
    let body = Bytes::from(vec![b'k'; bytes]);
    let router = Router::new().route("/", post(move |_: Bytes| async move { body }));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    // It ends with the program.
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}
