//! Uploads under way. The length of the file on disk is the offset: what is acknowledged was fsynced, and the hash at the end
//! judges all of it.

use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::body::BodyDataStream;
use futures_util::StreamExt as _;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::Millis;
use sha2::{Digest as _, Sha256};
use tokio::time::timeout;
use uuid::Uuid;

use super::arrive::arrive;
use super::headers::Checksum;
use super::kind::media_type;
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

/// What a sender says of a content before it comes.
pub(super) struct Announced {
    /// Its hash.
    pub(super) sha256: Sha256Hex,
    /// Bytes.
    pub(super) size: u64,
    /// What it is.
    pub(super) kind: UploadKind,
}

/// A new upload.
pub(super) struct Created {
    /// What it is to become.
    pub(super) upload: UploadRecord,
    /// How much of it is here: nothing, or all of it.
    pub(super) offset: u64,
}

/// Begins an upload. What is here already needs no file, only an address at which clients see that it is complete.
pub(super) async fn create(app: &App, device: &Device, announced: Announced) -> Result<Created> {
    let act = device.act(app);
    let Announced { sha256, size, kind } = announced;
    let mut upload = UploadRecord {
        id: act.new_id(),
        device: device.record.id,
        sha256,
        size,
        kind,
        expires_at: act.now + LIFETIME,
    };
    // Before the transaction, in which others would wait for the disk. Whether it is needed shows only there; an empty file
    // that a power cut takes away is an upload that begins again.
    let path = app.files.upload_path(upload.id);
    let empty = path.clone();
    in_background(move || std::fs::File::create_new(empty).map(|_| ())).await?;
    // What arrives at this moment is sent once more; most contents are new, and looking for them costs others nothing.
    let known = app.storage.look().await?.blob(&upload.sha256).await?;
    let mut tx = app.storage.write().await?;
    let here = match known {
        Some(_) => tx.blob(&upload.sha256).await?,
        None => None,
    };
    let here = here.filter(|_| app.files.blob_path(&upload.sha256).exists());
    if let Some(blob) = &here {
        upload.size = blob.size;
        let (touched_at, blob) = (act.now, blob.clone());
        tx.put_blob(&BlobRecord { touched_at, ..blob }).await?;
        arrive(&mut *tx, &upload.sha256, &act).await?;
    }
    tx.put_upload(&upload).await?;
    tx.commit().await?;
    let Some(blob) = here else {
        return Ok(Created { upload, offset: 0 });
    };
    // One that stays only makes its sender send what is here already.
    let _ = tokio::fs::remove_file(path).await;
    let offset = blob.size;
    Ok(Created { upload, offset })
}

/// An upload of this device.
///
/// # Errors
/// 404 `upload_unknown`, also for what belongs to another device.
pub(super) async fn find(app: &App, device: &Device, id: Uuid) -> Result<UploadRecord> {
    let found = app.storage.look().await?.upload(id).await?;
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

/// Appends a chunk and answers the new offset, which is on disk.
///
/// # Errors
/// 413 when it is longer than announced; 460 `checksum_mismatch`, which leaves the upload as it was.
pub(super) async fn append(
    app: &App,
    upload: &UploadRecord,
    offset: u64,
    body: BodyDataStream,
    checksum: Option<Checksum>,
) -> Result<u64> {
    let path = app.files.upload_path(upload.id);
    let mut chunk = Chunk::new(path, offset, upload.size - offset, checksum);
    let received = chunk.receive(body).await;
    let is_wrong = chunk.checksum.take().is_some_and(|checksum| !checksum.holds());
    if is_wrong || matches!(received, Err(Error::Refused { .. })) {
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
    checksum: Option<Checksum>,
}

impl Chunk {
    fn new(path: PathBuf, from: u64, room: u64, checksum: Option<Checksum>) -> Self {
        Self {
            path,
            from,
            room,
            written: 0,
            buffer: Vec::with_capacity(BUFFER),
            checksum,
        }
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
            if let Some(checksum) = &mut self.checksum {
                checksum.update(&bytes);
            }
            self.buffer.extend_from_slice(&bytes);
            if self.buffer.len() >= BUFFER {
                self.flush(Sync::Later).await?;
            }
        }
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

    /// Everything received is on disk now. Where nothing came there may be no file: the upload is complete.
    async fn keep(&mut self) -> Result<u64> {
        if self.written > 0 || !self.buffer.is_empty() {
            self.flush(Sync::Now).await?;
        }
        Ok(self.from + self.written)
    }

    async fn take_back(&mut self) -> Result<()> {
        if self.written == 0 {
            return Ok(());
        }
        let (path, from) = (self.path.clone(), self.from);
        in_background(move || cut(&path, from)).await
    }
}

/// Durably forgets what lies behind a place in a file.
fn cut(path: &Path, from: u64) -> std::io::Result<()> {
    let file = std::fs::File::options().write(true).open(path)?;
    file.set_len(from)?;
    file.sync_all()
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

/// Has it become a file? It is remembered until it expires, because the last answer can be lost like any other, and whoever
/// asks then must hear that nothing is missing.
pub(super) async fn is_finished(app: &App, upload: &UploadRecord) -> Result<bool> {
    Ok(!app.files.upload_path(upload.id).exists()
        && app.storage.look().await?.blob(&upload.sha256).await?.is_some())
}

/// A complete upload becomes a file, when it is what was announced; its photos have arrived.
///
/// # Errors
/// 460 `checksum_mismatch`, and the upload begins again; 422 `not_a_photo`, and it is gone.
pub(super) async fn finish(app: &App, device: &Device, upload: &UploadRecord) -> Result<()> {
    let act = device.act(app);
    let path = content(app, upload);
    let read = path.clone();
    let (hash, head) = in_background(move || digest(&read)).await?;
    if hash != upload.sha256 {
        in_background(move || cut(&path, 0)).await?;
        return Err(checksum_mismatch());
    }
    let Some(media_type) = media_type(upload.kind, &head) else {
        remove(app, upload).await?;
        return Err(not_a_photo());
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
    arrive(&mut *tx, &hash, &act).await?;
    tx.commit().await?;
    metrics::counter!("kuitti_photos_arrived_total").increment(1);
    Ok(())
}

/// 422: nothing can be made of it.
pub(super) fn not_a_photo() -> Error {
    Error::invalid("not_a_photo", "This file is no photo. It stays on the device.")
}

fn digest(path: &Path) -> std::io::Result<(Sha256Hex, Vec<u8>)> {
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
    if let Err(error) = tokio::fs::remove_file(app.files.upload_path(upload.id)).await
        && error.kind() != std::io::ErrorKind::NotFound
    {
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
