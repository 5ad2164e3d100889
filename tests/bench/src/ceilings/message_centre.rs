//! A bare client of a message centre (SMPP 3.4): as many parts on their way at once, and nothing read or written besides.

use std::time::Instant;

use anyhow::{Context as _, Result};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::samples::per_second;

const BIND_TRANSCEIVER: u32 = 0x09;
const SUBMIT: u32 = 0x04;
const SUBMITTED: u32 = 0x8000_0004;
/// Octets in a part.
const TEXT: u8 = 140;

/// Parts in a second.
pub(crate) async fn parts_per_second(port: u16, parts: usize, window: usize) -> Result<f64> {
    let mut link = TcpStream::connect(("127.0.0.1", port)).await?;
    link.set_nodelay(true)?;
    // No password, no kind of system, version 3.4, any address.
    link.write_all(&pdu(BIND_TRANSCEIVER, b"bare\0\0\0\x34\0\0\0"))
        .await?;
    answer(&mut link).await?;
    let submit = pdu(SUBMIT, &submission());
    let began = Instant::now();
    let (mut sent, mut answered) = (0, 0);
    while answered < parts {
        while sent < parts && sent - answered < window {
            link.write_all(&submit).await?;
            sent += 1;
        }
        if answer(&mut link).await? == SUBMITTED {
            answered += 1;
        }
    }
    Ok(per_second(parts, began.elapsed()))
}

/// A header of four numbers: length, command, status, place in the sequence (SMPP 3.4, 3.2).
fn pdu(command: u32, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(16 + body.len()).unwrap_or(u32::MAX);
    let header = [length, command, 0, 1].into_iter().flat_map(u32::to_be_bytes);
    header.chain(body.iter().copied()).collect()
}

/// From a name to a number, as SMPP 3.4 lists the fields in 4.4.1.
fn submission() -> Vec<u8> {
    let mut body = b"\0\x05\0Kuitti\0\x01\x01358401234567\0\0\0\0\0\0\0\0\0\0".to_vec();
    body.push(TEXT);
    body.extend([b'k'; TEXT as usize]);
    body
}

/// The command of the next thing that comes.
async fn answer(link: &mut TcpStream) -> Result<u32> {
    let length = link.read_u32().await?;
    let command = link.read_u32().await?;
    let rest = length
        .checked_sub(8)
        .context("a message centre says less than a header")?;
    let mut skipped = vec![0; usize::try_from(rest)?];
    link.read_exact(&mut skipped).await?;
    Ok(command)
}
