//! Files by content, uploads under way, and which photo is which file.

use async_trait::async_trait;
use kuitti_shared::id::{DeviceId, OrderId, PhotoId, Sha256Hex};
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::WallTime;
use uuid::Uuid;

use super::StorageResult;

/// A file that is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlobRecord {
    /// Its content.
    pub sha256: Sha256Hex,
    /// Bytes.
    pub size: u64,
    /// Media type, found by looking at the content.
    pub media_type: String,
    /// When it came, or was last offered again.
    pub touched_at: WallTime,
}

impl BlobRecord {
    /// Can a browser show it?
    #[must_use]
    pub fn is_picture(&self) -> bool {
        self.media_type.starts_with("image/")
    }
}

/// Which file a photo of an order is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoRow {
    /// Photo.
    pub photo: PhotoId,
    /// At which order.
    pub order: OrderId,
    /// From which device.
    pub device: DeviceId,
    /// Its content.
    pub sha256: Sha256Hex,
    /// Is the file here?
    pub arrived: bool,
    /// When it was announced.
    pub announced_at: WallTime,
}

/// An upload under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadRecord {
    /// Id, part of the address.
    pub id: Uuid,
    /// Who uploads.
    pub device: DeviceId,
    /// What the content must be.
    pub sha256: Sha256Hex,
    /// Bytes in all.
    pub size: u64,
    /// What the content may be.
    pub kind: UploadKind,
    /// Until when it may be resumed.
    pub expires_at: WallTime,
}

/// Looking at files.
#[async_trait]
pub trait FileReads {
    /// A file.
    async fn blob(&mut self, sha256: &Sha256Hex) -> StorageResult<Option<BlobRecord>>;
    /// A photo.
    async fn photo(&mut self, photo: PhotoId) -> StorageResult<Option<PhotoRow>>;
    /// Photos with this content whose file has not arrived, as far as the storage knows.
    async fn photos_awaiting(&mut self, sha256: &Sha256Hex) -> StorageResult<Vec<PhotoRow>>;
    /// Contents that a device announced and that are not here.
    async fn wanted_from(&mut self, device: DeviceId, limit: u32) -> StorageResult<Vec<Sha256Hex>>;
    /// Photos announced before `before` that have not arrived.
    async fn overdue_photos(&mut self, before: WallTime, limit: u32) -> StorageResult<Vec<PhotoRow>>;
    /// Files that nobody has brought or offered since `before`, the longest first.
    async fn untouched_blobs(&mut self, before: WallTime, limit: u32) -> StorageResult<Vec<Sha256Hex>>;
    /// Those of these contents that a photo, a request, or an operation that waits for the office names.
    async fn named_among(&mut self, contents: &[Sha256Hex]) -> StorageResult<Vec<Sha256Hex>>;
    /// An upload.
    async fn upload(&mut self, id: Uuid) -> StorageResult<Option<UploadRecord>>;
    /// Uploads that expired before `now`.
    async fn expired_uploads(&mut self, now: WallTime, limit: u32) -> StorageResult<Vec<UploadRecord>>;
}

/// Changing files.
#[async_trait]
pub trait FileWrites {
    /// Stores a file's row.
    async fn put_blob(&mut self, blob: &BlobRecord) -> StorageResult<()>;
    /// Removes a file's row.
    async fn delete_blob(&mut self, sha256: &Sha256Hex) -> StorageResult<()>;
    /// Stores a photo's row.
    async fn put_photo(&mut self, photo: &PhotoRow) -> StorageResult<()>;
    /// Stores an upload.
    async fn put_upload(&mut self, upload: &UploadRecord) -> StorageResult<()>;
    /// Removes an upload.
    async fn delete_upload(&mut self, id: Uuid) -> StorageResult<()>;
}
