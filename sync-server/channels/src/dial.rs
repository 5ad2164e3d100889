//! A socket to a provider: plain, or behind TLS with a certificate that must be right.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

const PATIENCE: Duration = Duration::from_secs(10);

/// How a socket is protected.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Protection<'a> {
    /// Not at all.
    None,
    /// By TLS; the other side's certificate was signed by this authority, or by one that browsers know.
    Tls(Option<&'a Path>),
}

/// A stream of either kind.
pub(crate) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

pub(crate) async fn dial(host: &str, port: u16, protection: Protection<'_>) -> io::Result<Box<dyn Stream>> {
    timeout(PATIENCE, connect(host, port, protection))
        .await
        .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

async fn connect(host: &str, port: u16, protection: Protection<'_>) -> io::Result<Box<dyn Stream>> {
    let plain = TcpStream::connect((host, port)).await?;
    plain.set_nodelay(true)?;
    let Protection::Tls(authority) = protection else {
        return Ok(Box::new(plain));
    };
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let connector = TlsConnector::from(Arc::new(trust(authority)?));
    Ok(Box::new(connector.connect(name, plain).await?))
}

fn trust(authority: Option<&Path>) -> io::Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    match authority {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            for certificate in CertificateDer::pem_file_iter(file).map_err(io::Error::other)? {
                let certificate = certificate.map_err(io::Error::other)?;
                roots.add(certificate).map_err(io::Error::other)?;
            }
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
