//! One look at everything that a device may have yet to hear. Most syncs find nothing new, and end with it.

use async_trait::async_trait;
use kuitti_shared::id::{DeviceId, IncarnationId, WorkerId};
use kuitti_shared::sync::request::Scope;
use kuitti_shared::unit::{Seq, WallTime};
use std::collections::BTreeMap;

use super::{ScopeRow, StorageResult};

/// Who looks.
#[derive(Debug, Clone, Copy)]
pub struct Viewer {
    /// The device.
    pub device: DeviceId,
    /// The numbering that it uses.
    pub incarnation: IncarnationId,
    /// Its worker.
    pub worker: WorkerId,
    /// The worker's own scope and the crew's.
    pub scopes: [Option<Scope>; 2],
    /// From when on replaced verdicts are news.
    pub since: WallTime,
}

/// What there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// Up to where the operations of the numbering are kept; none when it is not this device's.
    pub acked: Option<Seq>,
    /// What is added to the epochs of all scopes.
    pub epoch: u64,
    /// The edition of the town card.
    pub edition: u64,
    /// The scopes in which anything ever was.
    pub scopes: BTreeMap<Scope, ScopeRow>,
    /// Are there verdicts that were replaced?
    pub verdicts: bool,
    /// Are there photos that have not arrived?
    pub photos: bool,
    /// Does a message wait for the worker?
    pub messages: bool,
}

/// Looking.
#[async_trait]
pub trait GlanceReads {
    /// Everything that a device may have yet to hear, in one statement.
    async fn glance(&mut self, viewer: &Viewer) -> StorageResult<Glance>;
}
