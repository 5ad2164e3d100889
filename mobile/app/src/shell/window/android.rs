//! What only Java has on Android. The activity's side is `android/MainActivity.kt`.

use std::path::PathBuf;

use futures_channel::oneshot;
use jni::JNIEnv;
use jni::errors::Result;
use jni::objects::{JObject, JString};
use kuitti_engine::ports::{Cost, Link, PortFuture};

use super::web_view::wry::prelude::dispatch;

/// The directory of the app's own files: no other app reads it, and it goes with the app.
pub(super) async fn files() -> Option<PathBuf> {
    let (tell, told) = oneshot::channel();
    dispatch(move |java, activity, _web_view| {
        // Whoever asked has gone when the app ends.
        let _unheard = tell.send(files_of(java, activity).ok());
    });
    told.await.ok().flatten()
}

/// Gives an address to whatever app can do something with it: navigation, the telephone.
pub(super) fn open(address: String) {
    dispatch(move |java, activity, _web_view| {
        // The activity says itself when there is no such app.
        let _refused = call(java, activity, "open", &[&address]);
    });
}

/// Lets the person give a file to another app: keep it, mail it, print it.
pub(super) fn share(file: PathBuf, kind: String) {
    dispatch(move |java, activity, _web_view| {
        let _refused = call(java, activity, "share", &[&file.to_string_lossy(), &kind]);
    });
}

/// Asks the system's connectivity manager.
pub(super) struct SystemLink;

impl Link for SystemLink {
    fn cost(&self) -> PortFuture<'_, Cost> {
        Box::pin(async {
            let (tell, told) = oneshot::channel();
            dispatch(move |java, activity, _web_view| {
                let _unheard = tell.send(is_metered(java, activity).ok());
            });
            match told.await.ok().flatten() {
                Some(true) => Cost::Metered,
                Some(false) => Cost::Free,
                None => Cost::Unknown,
            }
        })
    }
}

fn is_metered(java: &mut JNIEnv<'_>, activity: &JObject<'_>) -> Result<bool> {
    let name = java.new_string("connectivity")?;
    let manager = java
        .call_method(
            activity,
            "getSystemService",
            "(Ljava/lang/String;)Ljava/lang/Object;",
            &[(&name).into()],
        )?
        .l()?;
    java.call_method(&manager, "isActiveNetworkMetered", "()Z", &[])?
        .z()
}

fn files_of(java: &mut JNIEnv<'_>, activity: &JObject<'_>) -> Result<PathBuf> {
    let directory = java
        .call_method(activity, "getFilesDir", "()Ljava/io/File;", &[])?
        .l()?;
    let path = java
        .call_method(&directory, "getAbsolutePath", "()Ljava/lang/String;", &[])?
        .l()?;
    let path: String = java.get_string(&JString::from(path))?.into();
    Ok(PathBuf::from(path))
}

/// Calls a method of the activity that takes one or two strings.
fn call(java: &mut JNIEnv<'_>, activity: &JObject<'_>, name: &str, given: &[&str]) -> Result<()> {
    let mut strings = Vec::new();
    for text in given {
        strings.push(java.new_string(text)?);
    }
    let arguments: Vec<_> = strings.iter().map(Into::into).collect();
    let signature = format!("({})V", "Ljava/lang/String;".repeat(given.len()));
    java.call_method(activity, name, signature, &arguments).map(drop)
}
