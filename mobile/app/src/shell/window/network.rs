//! HTTP for the engine, whose own knows no TLS: which certificates are believed is for the platform to say.

use std::rc::Rc;

use kuitti_engine::ports::Link;
use kuitti_engine::sync::HttpTransport;
use reqwest::Client;

/// To be called once, before anything speaks with the network.
pub(super) fn prepare() {
    // Refused only when it was done before.
    let _done_before = rustls::crypto::ring::default_provider().install_default();
}

/// Nobody pays by the byte for a computer's network, which is what the engine takes for granted.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub(super) fn link(of_a_computer: Rc<dyn Link>) -> Rc<dyn Link> {
    of_a_computer
}

/// Android knows.
#[cfg(target_os = "android")]
pub(super) fn link(_of_a_computer: Rc<dyn Link>) -> Rc<dyn Link> {
    Rc::new(super::android::SystemLink)
}

/// What iOS knows, it tells only to Swift.
#[cfg(target_os = "ios")]
pub(super) fn link(_of_a_computer: Rc<dyn Link>) -> Rc<dyn Link> {
    use kuitti_engine::ports::{Always, Cost};
    Rc::new(Always(Cost::Unknown))
}

/// Believes what the system believes, a town's own authority too.
#[cfg(not(target_os = "android"))]
pub(super) fn transport() -> HttpTransport {
    HttpTransport::new(Client::default())
}

/// Believes what browsers believe: Android tells its own list only to Java.
#[cfg(target_os = "android")]
pub(super) fn transport() -> HttpTransport {
    let roots = webpki_roots::TLS_SERVER_ROOTS
        .iter()
        .cloned()
        .collect::<rustls::RootCertStore>();
    let configuration = rustls::ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let client = Client::builder().tls_backend_preconfigured(configuration).build();
    HttpTransport::new(client.unwrap_or_default())
}
