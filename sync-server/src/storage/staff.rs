//! People of the office and their sessions.

use async_trait::async_trait;
use kuitti_shared::domain::{Language, Role};
use kuitti_shared::id::{Sha256Hex, StaffId};
use kuitti_shared::unit::WallTime;

use super::StorageResult;

/// Somebody who logs in.
#[derive(Clone, PartialEq, Eq)]
pub struct StaffRecord {
    /// Id.
    pub id: StaffId,
    /// The name to log in with; capitals do not matter.
    pub name: String,
    /// What this person may do.
    pub role: Role,
    /// The language of the console.
    pub language: Language,
    /// Argon2id hash in PHC form.
    pub password: String,
    /// May log in.
    pub active: bool,
}

/// A session of somebody who logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRecord {
    /// SHA-256 of the cookie's value.
    pub token: Sha256Hex,
    /// Who.
    pub staff: StaffId,
    /// Since when.
    pub created_at: WallTime,
    /// Until when.
    pub expires_at: WallTime,
}

/// Looking at staff.
#[async_trait]
pub trait StaffReads {
    /// Everybody, by name.
    async fn staff_list(&mut self) -> StorageResult<Vec<StaffRecord>>;
    /// Somebody by id.
    async fn staff(&mut self, id: StaffId) -> StorageResult<Option<StaffRecord>>;
    /// Somebody by name.
    async fn staff_by_name(&mut self, name: &str) -> StorageResult<Option<StaffRecord>>;
    /// A session that has not expired at `now`, with its person.
    async fn session(
        &mut self,
        token: &Sha256Hex,
        now: WallTime,
    ) -> StorageResult<Option<(SessionRecord, StaffRecord)>>;
}

/// Changing staff.
#[async_trait]
pub trait StaffWrites {
    /// Stores somebody.
    async fn put_staff(&mut self, staff: &StaffRecord) -> StorageResult<()>;
    /// Opens a session.
    async fn put_session(&mut self, session: &SessionRecord) -> StorageResult<()>;
    /// Ends a session.
    async fn delete_session(&mut self, token: &Sha256Hex) -> StorageResult<()>;
    /// Ends all sessions of somebody.
    async fn delete_sessions_of(&mut self, staff: StaffId) -> StorageResult<()>;
    /// Forgets sessions that expired before `now`.
    async fn forget_sessions(&mut self, now: WallTime) -> StorageResult<u64>;
}
