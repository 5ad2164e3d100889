//! Where this device keeps what it is given.

use std::path::PathBuf;

#[cfg(target_os = "android")]
use super::android;
use super::arguments;

/// The directory of the store and the photos. None where the system has none, and nobody named one.
pub(super) async fn of_data() -> Option<PathBuf> {
    match arguments::given().data.clone() {
        Some(given) => Some(given),
        None => of_system().await,
    }
}

#[cfg(target_os = "android")]
async fn of_system() -> Option<PathBuf> {
    Some(android::files().await?.join("kuitti"))
}

#[cfg(not(target_os = "android"))]
async fn of_system() -> Option<PathBuf> {
    Some(dirs::data_dir()?.join("kuitti"))
}

/// Where people look for files that an app wrote for them.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub(super) async fn of_downloads() -> Option<PathBuf> {
    dirs::download_dir().or_else(|| Some(dirs::home_dir()?.join("Downloads")))
}

/// What "Files" shows of the app.
#[cfg(target_os = "ios")]
pub(super) async fn of_downloads() -> Option<PathBuf> {
    dirs::document_dir()
}

/// From here other apps get them (`android/res/xml/file_paths.xml`).
#[cfg(target_os = "android")]
pub(super) async fn of_downloads() -> Option<PathBuf> {
    Some(android::files().await?.join("shared"))
}
