//! HTTP/1.1 over one connection that stays open, with as little work as possible: what the generator burns, the server
//! lacks.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, ensure};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HOST, HeaderMap};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use kuitti_packed::{MEDIA_TYPE, unpack};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A connection.
pub(crate) struct Wire(SendRequest<Full<Bytes>>);

/// What came back, still compressed.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Wire {
    pub(crate) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        // It ends when the sender is dropped, or with an error that the sender hears of.
        tokio::spawn(async move { drop(connection.await) });
        Ok(Self(sender))
    }

    pub(crate) async fn send(&mut self, request: Request<Full<Bytes>>) -> Result<Answer> {
        self.0.ready().await?;
        let (head, body) = self.0.send_request(request).await?.into_parts();
        Ok(Answer {
            status: head.status,
            headers: head.headers,
            body: body.collect().await?.to_bytes(),
        })
    }

    /// Posts a packed document as a device.
    pub(crate) async fn post(&mut self, path: &str, token: &str, packed: Vec<u8>) -> Result<Answer> {
        let request = request(Method::POST, path, token)
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .header(ACCEPT, MEDIA_TYPE)
            .header(ACCEPT_ENCODING, "gzip")
            .body(Full::new(packed.into()))?;
        let answer = self.send(request).await?;
        ensure!(
            answer.status == StatusCode::OK,
            "{path} answered {}: {}",
            answer.status,
            String::from_utf8_lossy(&answer.body)
        );
        Ok(answer)
    }
}

/// A request of a device.
pub(crate) fn request(method: Method, path: &str, token: &str) -> hyper::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(HOST, "kuitti")
        .header(AUTHORIZATION, format!("Bearer {token}"))
}

/// Reads a packed answer.
pub(crate) fn read<T: serde::de::DeserializeOwned>(answer: &Answer) -> Result<T> {
    serde_json::from_slice(&unpack(&answer.body, usize::MAX)?).context("the server's answer cannot be read")
}

/// A way to the server that counts what passes, both ways, heads included.
pub(crate) struct Meter {
    pub(crate) address: SocketAddr,
    passed: Arc<AtomicUsize>,
}

impl Meter {
    pub(crate) async fn before(server: SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let passed = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&passed);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(pass(near, server, Arc::clone(&counted)));
            }
        });
        Ok(Self { address, passed })
    }

    /// Bytes that passed while `what` was done.
    pub(crate) async fn count<T>(&self, what: impl Future<Output = Result<T>>) -> Result<usize> {
        let before = self.passed.load(Ordering::SeqCst);
        what.await?;
        Ok(self.passed.load(Ordering::SeqCst) - before)
    }
}

async fn pass(near: TcpStream, server: SocketAddr, counted: Arc<AtomicUsize>) -> Result<()> {
    let far = TcpStream::connect(server).await?;
    let (near_in, near_out) = near.into_split();
    let (far_in, far_out) = far.into_split();
    tokio::try_join!(copy(near_in, far_out, &counted), copy(far_in, near_out, &counted))?;
    Ok(())
}

async fn copy(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    counted: &AtomicUsize,
) -> Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut buffer).await?;
        let bytes = buffer.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(to.shutdown().await?);
        }
        // Before they go on: whoever has the answer can ask for the count.
        counted.fetch_add(read, Ordering::SeqCst);
        to.write_all(bytes).await?;
    }
}
