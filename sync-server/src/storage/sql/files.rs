//! SQL of `storage/files.rs`.

use async_trait::async_trait;
use kuitti_shared::id::{DeviceId, OrderId, PhotoId, Sha256Hex};
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::WallTime;
use uuid::Uuid;

use super::columns::{flag, hash, id, names, signed, time, unsigned};
use super::statement::{Sql, locking};
use super::{Row, Transaction};
use crate::storage::{BlobRecord, FileReads, FileWrites, PhotoRow, StorageResult, UploadRecord};

/// Under this name files are looked for that are not there yet.
const NAME: &str = "blob";

fn read_photo(row: &Row) -> StorageResult<PhotoRow> {
    Ok(PhotoRow {
        photo: PhotoId(id(row, "id")?),
        order: OrderId(id(row, "order_id")?),
        device: DeviceId(id(row, "device")?),
        sha256: hash(row, "sha256")?,
        arrived: flag(row, "arrived")?,
        announced_at: time(row, "announced_at")?,
    })
}

fn read_upload(row: &Row) -> StorageResult<UploadRecord> {
    let kind: String = row.try_get("kind")?;
    Ok(UploadRecord {
        id: id(row, "id")?,
        device: DeviceId(id(row, "device")?),
        sha256: hash(row, "sha256")?,
        size: unsigned(row, "size")?,
        kind: UploadKind::of(&kind),
        expires_at: time(row, "expires_at")?,
    })
}

#[async_trait]
impl FileReads for Transaction {
    async fn blob(&mut self, sha256: &Sha256Hex) -> StorageResult<Option<BlobRecord>> {
        const BLOB: Sql = locking!("SELECT sha256, size, media_type, touched_at FROM blob WHERE sha256 = $1");
        let mut row = self.query(BLOB).bind(sha256.as_str()).fetch_optional().await?;
        // Who announces a photo looks for its file; who brings the file looks for its photos.
        if row.is_none() && self.take_name(NAME, sha256.as_str().as_bytes()).await? {
            row = self.query(BLOB).bind(sha256.as_str()).fetch_optional().await?;
        }
        let read = |row: Row| {
            Ok(BlobRecord {
                sha256: hash(&row, "sha256")?,
                size: unsigned(&row, "size")?,
                media_type: row.try_get("media_type")?,
                touched_at: time(&row, "touched_at")?,
            })
        };
        row.map(read).transpose()
    }

    async fn photo(&mut self, photo: PhotoId) -> StorageResult<Option<PhotoRow>> {
        let row = self
            .query("SELECT id, order_id, device, sha256, arrived, announced_at FROM photo WHERE id = $1")
            .bind(photo.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_photo).transpose()
    }

    async fn photos_awaiting(&mut self, sha256: &Sha256Hex) -> StorageResult<Vec<PhotoRow>> {
        let rows = self
            .query(
                "SELECT id, order_id, device, sha256, arrived, announced_at FROM photo \
             WHERE sha256 = $1 AND arrived = 0 ORDER BY order_id, id",
            )
            .bind(sha256.as_str())
            .fetch_all()
            .await?;
        rows.iter().map(read_photo).collect()
    }

    async fn wanted_from(&mut self, device: DeviceId, limit: u32) -> StorageResult<Vec<Sha256Hex>> {
        let rows = self
            .query("SELECT DISTINCT sha256 FROM photo WHERE device = $1 AND arrived = 0 LIMIT $2")
            .bind(device.bytes().as_slice())
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(|row| hash(row, "sha256")).collect()
    }

    async fn overdue_photos(&mut self, before: WallTime, limit: u32) -> StorageResult<Vec<PhotoRow>> {
        let rows = self
            .query(
                "SELECT id, order_id, device, sha256, arrived, announced_at FROM photo \
             WHERE arrived = 0 AND announced_at < $1 ORDER BY announced_at LIMIT $2",
            )
            .bind(before.0)
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(read_photo).collect()
    }

    async fn untouched_blobs(&mut self, before: WallTime, limit: u32) -> StorageResult<Vec<Sha256Hex>> {
        let rows = self
            .query("SELECT sha256 FROM blob WHERE touched_at < $1 ORDER BY touched_at, sha256 LIMIT $2")
            .bind(before.0)
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(|row| hash(row, "sha256")).collect()
    }

    async fn named_among(&mut self, contents: &[Sha256Hex]) -> StorageResult<Vec<Sha256Hex>> {
        const NAMED: Sql = Sql::each(
            "SELECT sha256 FROM photo WHERE sha256 IN (SELECT value FROM json_each($1)) \
             UNION SELECT picture.value FROM service_request, json_each(service_request.doc, '$.photos') AS picture \
             WHERE picture.value IN (SELECT value FROM json_each($1)) \
             UNION SELECT wanted.value FROM json_each($1) AS wanted WHERE EXISTS (\
                SELECT 1 FROM office_task JOIN operation ON operation.op = office_task.operation \
                WHERE office_task.settled_at IS NULL AND instr(operation.body, wanted.value) > 0)",
            "SELECT sha256 FROM photo WHERE sha256 IN (SELECT json_array_elements_text($1::json)) \
             UNION SELECT picture.value FROM service_request, \
             json_array_elements_text(coalesce(service_request.doc::json -> 'photos', '[]'::json)) AS picture (value) \
             WHERE picture.value IN (SELECT json_array_elements_text($1::json)) \
             UNION SELECT wanted.value FROM json_array_elements_text($1::json) AS wanted (value) WHERE EXISTS (\
                SELECT 1 FROM office_task JOIN operation ON operation.op = office_task.operation \
                WHERE office_task.settled_at IS NULL AND position(wanted.value in operation.body) > 0)",
        );
        let rows = self
            .query(NAMED)
            .bind(names(contents.iter().map(Sha256Hex::as_str))?)
            .fetch_all()
            .await?;
        rows.iter().map(|row| hash(row, "sha256")).collect()
    }

    async fn upload(&mut self, id: Uuid) -> StorageResult<Option<UploadRecord>> {
        let row = self
            .query("SELECT id, device, sha256, size, kind, expires_at FROM upload WHERE id = $1")
            .bind(id.as_bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_upload).transpose()
    }

    async fn expired_uploads(&mut self, now: WallTime, limit: u32) -> StorageResult<Vec<UploadRecord>> {
        let rows = self
            .query("SELECT id, device, sha256, size, kind, expires_at FROM upload WHERE expires_at <= $1 LIMIT $2")
            .bind(now.0)
            .bind(limit)
            .fetch_all()
            .await?;
        rows.iter().map(read_upload).collect()
    }
}

#[async_trait]
impl FileWrites for Transaction {
    async fn put_blob(&mut self, blob: &BlobRecord) -> StorageResult<()> {
        self.take_name(NAME, blob.sha256.as_str().as_bytes()).await?;
        self.query(
            "INSERT INTO blob (sha256, size, media_type, touched_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (sha256) DO UPDATE SET touched_at = $4",
        )
        .bind(blob.sha256.as_str())
        .bind(signed(blob.size))
        .bind(&blob.media_type)
        .bind(blob.touched_at.0)
        .execute()
        .await?;
        Ok(())
    }

    async fn delete_blob(&mut self, sha256: &Sha256Hex) -> StorageResult<()> {
        self.query("DELETE FROM blob WHERE sha256 = $1")
            .bind(sha256.as_str())
            .execute()
            .await?;
        Ok(())
    }

    async fn put_photo(&mut self, photo: &PhotoRow) -> StorageResult<()> {
        self.query(
            "INSERT INTO photo (id, order_id, device, sha256, arrived, announced_at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (id) DO UPDATE SET arrived = $5",
        )
        .bind(photo.photo.bytes().as_slice())
        .bind(photo.order.bytes().as_slice())
        .bind(photo.device.bytes().as_slice())
        .bind(photo.sha256.as_str())
        .bind(photo.arrived)
        .bind(photo.announced_at.0)
        .execute()
        .await?;
        Ok(())
    }

    async fn put_upload(&mut self, upload: &UploadRecord) -> StorageResult<()> {
        self.query(
            "INSERT INTO upload (id, device, sha256, size, kind, expires_at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (id) DO UPDATE SET expires_at = $6",
        )
        .bind(upload.id.as_bytes().as_slice())
        .bind(upload.device.bytes().as_slice())
        .bind(upload.sha256.as_str())
        .bind(signed(upload.size))
        .bind(upload.kind.code())
        .bind(upload.expires_at.0)
        .execute()
        .await?;
        Ok(())
    }

    async fn delete_upload(&mut self, id: Uuid) -> StorageResult<()> {
        self.query("DELETE FROM upload WHERE id = $1")
            .bind(id.as_bytes().as_slice())
            .execute()
            .await?;
        Ok(())
    }
}
