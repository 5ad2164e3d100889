//! Uploads under way. The length of the file on disk is the offset: what is acknowledged was fsynced, and the hash at the end
//! judges all of it.

use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use axum::body::BodyDataStream;
use futures_util::StreamExt as _;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::unit::Millis;
use sha2::{Digest as _, Sha256};
use tokio::time::timeout;
use uuid::Uuid;

use super::arrive::arrive;
use super::kind::picture_kind;
use super::store::in_background;
use crate::act::{Act, Actor};
use crate::app::App;
use crate::auth::Device;
use crate::error::{Error, Refusal, Result};
use crate::storage::{BlobRecord, UploadRecord};

/// How long an upload can be resumed.
const LIFETIME: Millis = Millis::from_days(7);
/// A link that is silent for longer is dead; what came is kept.
const SILENCE: Duration = Duration::from_secs(30);
/// Bytes kept in memory before they go to the file.
const BUFFER: usize = 64 * 1024;
/// Bytes read to see what a file is.
const HEAD: usize = 16;

/// A new upload, or one whose content is here already.
pub(super) enum Created {
    /// To be filled.
    Empty(UploadRecord),
    /// Nothing to do.
    Complete {
        /// Bytes.
        size: u64,
    },
}

/// Begins an upload.
pub(super) async fn create(app: &App, device: &Device, sha256: Sha256Hex, size: u64) -> Result<Created> {
    let act = device.act(app);
    let mut tx = app.storage.write().await?;
    if let Some(blob) = tx.blob(&sha256).await? {
        let size = blob.size;
        tx.put_blob(&BlobRecord {
            touched_at: act.now,
            ..blob
        })
        .await?;
        arrive(&mut *tx, &sha256, &act).await?;
        tx.commit().await?;
        return Ok(Created::Complete { size });
    }
    let upload = UploadRecord {
        id: act.new_id(),
        device: device.record.id,
        sha256,
        size,
        expires_at: act.now + LIFETIME,
    };
    let path = app.files.upload_path(upload.id);
    in_background(move || std::fs::File::create_new(path)?.sync_all()).await?;
    tx.put_upload(&upload).await?;
    tx.commit().await?;
    Ok(Created::Empty(upload))
}

/// An upload of this device.
///
/// # Errors
/// 404 `upload_unknown`, also for what belongs to another device.
pub(super) async fn find(app: &App, device: &Device, id: Uuid) -> Result<UploadRecord> {
    let found = app.storage.read().await?.upload(id).await?;
    let now = app.clock.now();
    found
        .filter(|upload| upload.device == device.record.id && upload.expires_at > now)
        .ok_or_else(unknown)
}

/// How much of an upload is on disk.
///
/// # Errors
/// 404 `upload_unknown` when its file is gone: it has to begin again.
pub(super) async fn offset(app: &App, upload: &UploadRecord) -> Result<u64> {
    match tokio::fs::metadata(content(app, upload)).await {
        Ok(file) => Ok(file.len()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            remove(app, upload).await?;
            Err(unknown())
        }
        Err(error) => Err(error.into()),
    }
}

/// Where an upload's bytes are. An attempt to finish it may have ended between the file and its row, by a crash or a full
/// disk; then the file is in its place already.
fn content(app: &App, upload: &UploadRecord) -> PathBuf {
    let path = app.files.upload_path(upload.id);
    if path.exists() {
        path
    } else {
        app.files.blob_path(&upload.sha256)
    }
}

fn unknown() -> Error {
    Error::not_found("upload_unknown", "There is no such upload. Begin it again.")
}

/// What a chunk must be, when the sender says.
pub(super) type Checksum = Option<[u8; 32]>;

/// Appends a chunk and answers the new offset, which is on disk.
///
/// # Errors
/// 413 when it is longer than announced; 460 `checksum_mismatch`, which leaves the upload as it was.
pub(super) async fn append(
    app: &App,
    upload: &UploadRecord,
    offset: u64,
    body: BodyDataStream,
    checksum: Checksum,
) -> Result<u64> {
    let path = app.files.upload_path(upload.id);
    let mut chunk = Chunk::open(path, offset, upload.size - offset).await?;
    let received = chunk.receive(body).await;
    let mismatch = checksum.is_some_and(|expected| expected != chunk.hash());
    if mismatch || matches!(received, Err(Error::Refused { .. })) {
        chunk.take_back().await?;
        received?;
        return Err(checksum_mismatch());
    }
    // A link that broke leaves what came before: the sender asks for the offset and goes on from there.
    let end = chunk.keep().await?;
    received.map(|()| end)
}

/// A chunk on its way into the file.
struct Chunk {
    path: PathBuf,
    from: u64,
    room: u64,
    written: u64,
    buffer: Vec<u8>,
    hasher: Sha256,
}

impl Chunk {
    async fn open(path: PathBuf, from: u64, room: u64) -> Result<Self> {
        Ok(Self {
            path,
            from,
            room,
            written: 0,
            buffer: Vec::with_capacity(BUFFER),
            hasher: Sha256::new(),
        })
    }

    async fn receive(&mut self, mut body: BodyDataStream) -> Result<()> {
        loop {
            let next = timeout(SILENCE, body.next()).await.map_err(|_| broke_off())?;
            let Some(bytes) = next else {
                return Ok(());
            };
            let bytes = bytes.map_err(|_| broke_off())?;
            let total = self.written + self.buffer.len() as u64 + bytes.len() as u64;
            if total > self.room {
                return Err(crate::http::json::too_large());
            }
            self.hasher.update(&bytes);
            self.buffer.extend_from_slice(&bytes);
            if self.buffer.len() >= BUFFER {
                self.flush(Sync::Later).await?;
            }
        }
    }

    fn hash(&self) -> [u8; 32] {
        self.hasher.clone().finalize().into()
    }

    async fn flush(&mut self, sync: Sync) -> Result<()> {
        let bytes = std::mem::take(&mut self.buffer);
        let (path, at) = (self.path.clone(), self.from + self.written);
        self.written += bytes.len() as u64;
        in_background(move || {
            let mut file = std::fs::File::options().write(true).open(path)?;
            file.seek(SeekFrom::Start(at))?;
            file.write_all(&bytes)?;
            match sync {
                Sync::Now => file.sync_all(),
                Sync::Later => Ok(()),
            }
        })
        .await
    }

    /// Everything received is on disk now.
    async fn keep(&mut self) -> Result<u64> {
        self.flush(Sync::Now).await?;
        Ok(self.from + self.written)
    }

    async fn take_back(&mut self) -> Result<()> {
        let (path, from) = (self.path.clone(), self.from);
        in_background(move || {
            let file = std::fs::File::options().write(true).open(path)?;
            file.set_len(from)?;
            file.sync_all()
        })
        .await
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sync {
    Now,
    Later,
}

fn broke_off() -> Error {
    Error::Unfinished
}

fn checksum_mismatch() -> Error {
    Error::refused(
        Refusal::ChecksumMismatch,
        "checksum_mismatch",
        "What arrived is not what was sent. Send it again.",
    )
}

/// A complete upload becomes a file, when it is what was announced; its photos have arrived.
///
/// # Errors
/// 460 `checksum_mismatch`, 422 `not_a_photo`; the upload is gone then.
pub(super) async fn finish(app: &App, device: &Device, upload: &UploadRecord) -> Result<()> {
    let act = device.act(app);
    let path = content(app, upload);
    let read = path.clone();
    let (hash, head) = in_background(move || digest(&read)).await?;
    let Some(media_type) = picture_kind(&head).filter(|_| hash == upload.sha256) else {
        remove(app, upload).await?;
        return Err(if hash == upload.sha256 {
            not_a_photo()
        } else {
            checksum_mismatch()
        });
    };
    let (files, sha256) = (app.files.clone(), hash.clone());
    in_background(move || files.adopt(&path, &sha256)).await?;
    let mut tx = app.storage.write().await?;
    tx.put_blob(&BlobRecord {
        sha256: hash.clone(),
        size: upload.size,
        media_type: media_type.to_owned(),
        touched_at: act.now,
    })
    .await?;
    tx.delete_upload(upload.id).await?;
    arrive(&mut *tx, &hash, &act).await?;
    tx.commit().await?;
    metrics::counter!("kuitti_photos_arrived_total").increment(1);
    Ok(())
}

fn not_a_photo() -> Error {
    Error::invalid("not_a_photo", "This file is no photo. It stays on the device.")
}

fn digest(path: &std::path::Path) -> std::io::Result<(Sha256Hex, Vec<u8>)> {
    let mut file = std::fs::File::open(path)?;
    let mut head = Vec::with_capacity(HEAD);
    (&file).take(HEAD as u64).read_to_end(&mut head)?;
    let mut hasher = Sha256::new();
    hasher.update(&head);
    std::io::copy(&mut file, &mut hasher)?;
    let hash: [u8; 32] = hasher.finalize().into();
    Ok((hash.into(), head))
}

/// Forgets an upload.
pub(super) async fn remove(app: &App, upload: &UploadRecord) -> Result<()> {
    let mut tx = app.storage.write().await?;
    tx.delete_upload(upload.id).await?;
    tx.commit().await?;
    // The row is what counts; a file without one is swept up when nobody is looking.
    if let Err(error) = tokio::fs::remove_file(app.files.upload_path(upload.id)).await {
        tracing::warn!(%error, "the file of an upload could not be removed");
    }
    Ok(())
}

/// Forgets uploads that nobody resumed in time.
///
/// # Errors
/// When the storage fails.
pub async fn forget_expired(app: &App) -> Result<()> {
    const AT_ONCE: u32 = 200;
    let now: Act = app.act(Actor::Server);
    let expired = app
        .storage
        .read()
        .await?
        .expired_uploads(now.now, AT_ONCE)
        .await?;
    for upload in expired {
        remove(app, &upload).await?;
    }
    Ok(())
}
