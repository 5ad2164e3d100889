//! HTTPS from a certificate and a key.

use std::path::Path;

use anyhow::Context as _;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};

pub(super) async fn acceptor(chain: &Path, key: &Path) -> anyhow::Result<RustlsAcceptor> {
    // Another part of the process may have chosen the same provider already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let config = RustlsConfig::from_pem_file(chain, key).await.with_context(|| {
        format!(
            "{} and {} are no certificate with its key",
            chain.display(),
            key.display()
        )
    })?;
    Ok(RustlsAcceptor::new(config))
}
