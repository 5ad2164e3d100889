//! The server's storage, with a place at which power can fail before every transaction: after the last commit, before
//! anybody heard of it.

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use kuitti_server::storage::{ReadTx, Storage, StorageResult, WriteTx};

use crate::fuse::Fuse;

pub(crate) struct Watched {
    storage: Arc<dyn Storage>,
    fuse: Arc<Fuse>,
}

impl Watched {
    pub(crate) fn over(storage: Arc<dyn Storage>, fuse: Arc<Fuse>) -> Self {
        Self { storage, fuse }
    }
}

#[async_trait]
impl Storage for Watched {
    async fn read(&self) -> StorageResult<Box<dyn ReadTx>> {
        self.fuse.gate().await;
        self.storage.read().await
    }

    async fn write(&self) -> StorageResult<Box<dyn WriteTx>> {
        self.fuse.gate().await;
        self.storage.write().await
    }

    fn applied(&self) -> &[String] {
        self.storage.applied()
    }

    async fn copy_to(&self, to: &Path) -> StorageResult<()> {
        self.storage.copy_to(to).await
    }

    async fn close(&self) {
        self.storage.close().await;
    }
}
