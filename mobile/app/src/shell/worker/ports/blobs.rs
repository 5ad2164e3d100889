//! Photos as files on the origin private file system, for each worker's store in a directory beside SQLite's.
//!
//! OPFS cannot rename durably. A file is written, flushed and closed before its row is; after a crash in between,
//! the engine finds a file without a row and sweeps it. Rewriting a file writes the same bytes: its name is their hash.

use js_sys::{AsyncIterator, IteratorNext, Uint8Array};
use kuitti_engine::ports::{BlobError, BlobKey, Blobs, PortFuture};
use kuitti_engine::protocol::StoreNumber;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions,
    FileSystemGetFileOptions, FileSystemReadWriteOptions, FileSystemRemoveOptions,
    FileSystemSyncAccessHandle, WorkerGlobalScope,
};

use crate::shell::error::{ShellError, is, is_full, words_of};

const DIRECTORY: &str = "kuitti-photos";

/// The directory of photos.
pub(in crate::shell::worker) struct OpfsBlobs {
    directory: FileSystemDirectoryHandle,
}

impl OpfsBlobs {
    /// Opens the directory of a worker's store, and makes it first if need be.
    pub(in crate::shell::worker) async fn open(store: StoreNumber) -> Result<Self, ShellError> {
        let options = FileSystemGetDirectoryOptions::new();
        options.set_create(true);
        let directory = root()
            .await?
            .get_directory_handle_with_options(&name(store), &options);
        let directory = JsFuture::from(directory).await.map_err(refused())?;
        Ok(Self {
            directory: directory.unchecked_into(),
        })
    }

    /// Deletes the directory of a worker's store with all that is in it.
    pub(in crate::shell::worker) async fn remove(store: StoreNumber) -> Result<(), ShellError> {
        let options = FileSystemRemoveOptions::new();
        options.set_recursive(true);
        let removed = root().await?.remove_entry_with_options(&name(store), &options);
        match JsFuture::from(removed).await {
            Err(thrown) if !is(&thrown, "NotFoundError") => Err(refused()(thrown)),
            Ok(_) | Err(_) => Ok(()),
        }
    }

    async fn write_file(&self, key: &BlobKey, bytes: &[u8]) -> Result<(), JsValue> {
        let options = FileSystemGetFileOptions::new();
        options.set_create(true);
        let handle = self
            .directory
            .get_file_handle_with_options(&key.file_name(), &options);
        let handle: FileSystemFileHandle = JsFuture::from(handle).await?.unchecked_into();
        let access = JsFuture::from(handle.create_sync_access_handle()).await?;
        let access: FileSystemSyncAccessHandle = access.unchecked_into();
        let written = write_all(&access, bytes);
        access.close();
        written
    }

    async fn read_file(&self, key: &BlobKey) -> Result<Vec<u8>, JsValue> {
        let handle = JsFuture::from(self.directory.get_file_handle(&key.file_name())).await?;
        let handle: FileSystemFileHandle = handle.unchecked_into();
        let file: Blob = JsFuture::from(handle.get_file()).await?.unchecked_into();
        let buffer = JsFuture::from(file.array_buffer()).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }

    async fn names(&self) -> Result<Vec<String>, JsValue> {
        let names: AsyncIterator = self.directory.keys();
        let mut found = Vec::new();
        loop {
            let next: IteratorNext = JsFuture::from(names.next()?).await?.unchecked_into();
            if next.done() {
                return Ok(found);
            }
            found.extend(next.value().as_string());
        }
    }
}

impl Blobs for OpfsBlobs {
    fn write<'a>(&'a self, key: &'a BlobKey, bytes: &'a [u8]) -> PortFuture<'a, Result<(), BlobError>> {
        Box::pin(async move { self.write_file(key, bytes).await.map_err(failure) })
    }

    fn read<'a>(&'a self, key: &'a BlobKey) -> PortFuture<'a, Result<Option<Vec<u8>>, BlobError>> {
        Box::pin(async move {
            match self.read_file(key).await {
                Ok(bytes) => Ok(Some(bytes)),
                Err(thrown) if is(&thrown, "NotFoundError") => Ok(None),
                Err(thrown) => Err(failure(thrown)),
            }
        })
    }

    fn delete<'a>(&'a self, key: &'a BlobKey) -> PortFuture<'a, Result<(), BlobError>> {
        Box::pin(async move {
            match JsFuture::from(self.directory.remove_entry(&key.file_name())).await {
                Ok(_undefined) => Ok(()),
                Err(thrown) if is(&thrown, "NotFoundError") => Ok(()),
                Err(thrown) => Err(failure(thrown)),
            }
        })
    }

    fn list(&self) -> PortFuture<'_, Result<Vec<BlobKey>, BlobError>> {
        Box::pin(async move {
            let names = self.names().await.map_err(failure)?;
            Ok(names
                .iter()
                .filter_map(|name| BlobKey::from_file_name(name))
                .collect())
        })
    }
}

fn name(store: StoreNumber) -> String {
    format!("{DIRECTORY}{}", store.tail())
}

async fn root() -> Result<FileSystemDirectoryHandle, ShellError> {
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let root = JsFuture::from(scope.navigator().storage().get_directory()).await;
    Ok(root.map_err(refused())?.unchecked_into())
}

fn refused() -> impl FnOnce(JsValue) -> ShellError {
    ShellError::refused("the directory of photos")
}

/// The file is as long as `bytes` and on disk when this answers.
fn write_all(access: &FileSystemSyncAccessHandle, bytes: &[u8]) -> Result<(), JsValue> {
    let options = FileSystemReadWriteOptions::new();
    options.set_at(0.0);
    let written = access.write_with_u8_array_and_options(bytes, &options)?;
    #[expect(clippy::cast_precision_loss, reason = "no photo has 2^53 bytes")]
    let length = bytes.len() as f64;
    if written < length {
        return Err(JsValue::from_str("the file was written in part"));
    }
    access.truncate_with_f64(length)?;
    access.flush()
}

fn failure(thrown: JsValue) -> BlobError {
    if is_full(&thrown) {
        return BlobError::Full;
    }
    BlobError::Failed(words_of(&thrown))
}
