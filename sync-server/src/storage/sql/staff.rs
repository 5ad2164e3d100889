//! SQL of `storage/staff.rs`.

use async_trait::async_trait;
use kuitti_shared::domain::{Language, Role};
use kuitti_shared::id::{Sha256Hex, StaffId};
use kuitti_shared::unit::WallTime;

use super::columns::{flag, hash, id, name, time};
use super::statement::Sql;
use super::{Row, Transaction};
use crate::storage::{SessionRecord, StaffReads, StaffRecord, StaffWrites, StorageResult};

fn read_staff(row: &Row) -> StorageResult<StaffRecord> {
    Ok(StaffRecord {
        id: StaffId(id(row, "id")?),
        name: row.try_get("name")?,
        role: name(row, "role", Role::from_code)?,
        language: name(row, "language", Language::from_tag)?,
        password: row.try_get("password")?,
        active: flag(row, "active")?,
    })
}

// Capitals are those of ASCII on both.
const OF_NAME: Sql = Sql::each(
    "SELECT id, name, role, language, password, active FROM staff WHERE name = $1",
    "SELECT id, name, role, language, password, active FROM staff WHERE lower(name) = lower($1 COLLATE \"C\")",
);

#[async_trait]
impl StaffReads for Transaction {
    async fn staff_list(&mut self) -> StorageResult<Vec<StaffRecord>> {
        let rows = self
            .query("SELECT id, name, role, language, password, active FROM staff ORDER BY name")
            .fetch_all()
            .await?;
        rows.iter().map(read_staff).collect()
    }

    async fn staff(&mut self, id: StaffId) -> StorageResult<Option<StaffRecord>> {
        let row = self
            .query("SELECT id, name, role, language, password, active FROM staff WHERE id = $1")
            .bind(id.bytes().as_slice())
            .fetch_optional()
            .await?;
        row.as_ref().map(read_staff).transpose()
    }

    async fn staff_by_name(&mut self, name: &str) -> StorageResult<Option<StaffRecord>> {
        let row = self.query(OF_NAME).bind(name).fetch_optional().await?;
        row.as_ref().map(read_staff).transpose()
    }

    async fn session(
        &mut self,
        token: &Sha256Hex,
        now: WallTime,
    ) -> StorageResult<Option<(SessionRecord, StaffRecord)>> {
        let row = self.query(
            "SELECT session.token, session.created_at, session.expires_at, staff.id, staff.name, staff.role, \
             staff.language, staff.password, staff.active FROM session JOIN staff ON staff.id = session.staff \
             WHERE session.token = $1 AND session.expires_at > $2",
        )
        .bind(token.as_str())
        .bind(now.0)
        .fetch_optional()
        .await?;
        let read = |row: Row| {
            let staff = read_staff(&row)?;
            let session = SessionRecord {
                token: hash(&row, "token")?,
                staff: staff.id,
                created_at: time(&row, "created_at")?,
                expires_at: time(&row, "expires_at")?,
            };
            Ok((session, staff))
        };
        row.map(read).transpose()
    }
}

#[async_trait]
impl StaffWrites for Transaction {
    async fn put_staff(&mut self, staff: &StaffRecord) -> StorageResult<()> {
        self.query(
            "INSERT INTO staff (id, name, role, language, password, active) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (id) DO UPDATE SET name = $2, role = $3, language = $4, password = $5, active = $6",
        )
        .bind(staff.id.bytes().as_slice())
        .bind(&staff.name)
        .bind(staff.role.code())
        .bind(staff.language.code())
        .bind(&staff.password)
        .bind(staff.active)
        .execute()
        .await?;
        Ok(())
    }

    async fn put_session(&mut self, session: &SessionRecord) -> StorageResult<()> {
        self.query("INSERT INTO session (token, staff, created_at, expires_at) VALUES ($1, $2, $3, $4)")
            .bind(session.token.as_str())
            .bind(session.staff.bytes().as_slice())
            .bind(session.created_at.0)
            .bind(session.expires_at.0)
            .execute()
            .await?;
        Ok(())
    }

    async fn delete_session(&mut self, token: &Sha256Hex) -> StorageResult<()> {
        self.query("DELETE FROM session WHERE token = $1")
            .bind(token.as_str())
            .execute()
            .await?;
        Ok(())
    }

    async fn delete_sessions_of(&mut self, staff: StaffId) -> StorageResult<()> {
        self.query("DELETE FROM session WHERE staff = $1")
            .bind(staff.bytes().as_slice())
            .execute()
            .await?;
        Ok(())
    }

    async fn forget_sessions(&mut self, now: WallTime) -> StorageResult<u64> {
        self.query("DELETE FROM session WHERE expires_at <= $1")
            .bind(now.0)
            .execute()
            .await
    }
}
