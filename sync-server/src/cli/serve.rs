//! `serve`: everything in one process until it is told to stop.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum_server::{Handle, from_tcp};
use clap::Args;

use super::{Place, tls};
use crate::app::{App, AppState, Opening, router};
use crate::{notices, sync};

/// After this a request that has not ended is cut off; nothing that was acknowledged is lost.
const GRACE: Duration = Duration::from_secs(5);

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    place: Place,
    /// The address to listen on; port 0 takes a free one and prints it
    #[arg(
        long,
        env = "KUITTI_LISTEN",
        value_name = "ADDR",
        default_value = "127.0.0.1:8080"
    )]
    listen: SocketAddr,
    /// The directory with the bundles of console and field app [default: "web" beside the program, else target/web]
    #[arg(long, env = "KUITTI_WEB", value_name = "DIR")]
    web: Option<PathBuf>,
    /// The certificate chain, as PEM; with it the server speaks https
    #[arg(long, env = "KUITTI_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's private key, as PEM
    #[arg(long, env = "KUITTI_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
}

pub(super) async fn run(options: Options) -> anyhow::Result<()> {
    let opening = Opening {
        web: options.web.or_else(usual_web),
        ..options.place.opening()?
    };
    let listener = listen(options.listen)?;
    let app = App::open(opening).await.context("the town cannot be opened")?;
    let background = [
        tokio::spawn(notices::run(Arc::clone(&app))),
        tokio::spawn(sync::housekeeping::run(Arc::clone(&app))),
    ];
    let certificate = options.tls_cert.as_deref().zip(options.tls_key.as_deref());
    serve(&app, listener, certificate).await?;
    app.stop();
    for task in background {
        if task.await.is_err() {
            tracing::error!("a background task ended early");
        }
    }
    app.storage.close().await;
    tracing::info!("stopped");
    Ok(())
}

fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address).with_context(|| format!("cannot listen on {address}"))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

async fn serve(
    app: &AppState,
    listener: TcpListener,
    certificate: Option<(&Path, &Path)>,
) -> anyhow::Result<()> {
    let address = listener.local_addr()?;
    let handle = Handle::new();
    tokio::spawn(stop_on_signal(Arc::clone(app), handle.clone()));
    let service = router(Arc::clone(app)).into_make_service_with_connect_info::<SocketAddr>();
    let scheme = if certificate.is_some() { "https" } else { "http" };
    // Whoever started the server with port 0 reads this line.
    println!("listening on {scheme}://{address}");
    match certificate {
        Some((chain, key)) => {
            let acceptor = tls::acceptor(chain, key).await?;
            from_tcp(listener)?
                .acceptor(acceptor)
                .handle(handle)
                .serve(service)
                .await?;
        }
        None => from_tcp(listener)?.handle(handle).serve(service).await?,
    }
    Ok(())
}

/// Bundles beside the program when it is installed, or in the build directory when it was just built.
fn usual_web() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let beside = program.parent()?.join("web");
    let built = program.parent()?.parent()?.join("web");
    [beside, built, PathBuf::from("target/web")]
        .into_iter()
        .find(|directory| directory.is_dir())
}

async fn stop_on_signal(app: AppState, handle: Handle<SocketAddr>) {
    wait_for_signal().await;
    tracing::info!("stopping");
    app.stop();
    handle.graceful_shutdown(Some(GRACE));
}

async fn wait_for_signal() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // Without a way to be told, the server runs until it is ended from outside.
    if interrupted.await.is_err() {
        std::future::pending::<()>().await;
    }
}
