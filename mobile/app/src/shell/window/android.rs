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

/// `NetworkCapabilities.TRANSPORT_WIFI` and `TRANSPORT_ETHERNET`.
const FREE_TRANSPORTS: [i32; 2] = [1, 3];

impl Link for SystemLink {
    fn cost(&self) -> PortFuture<'_, Cost> {
        Box::pin(async {
            let (tell, told) = oneshot::channel();
            dispatch(move |java, activity, _web_view| {
                let cost = cost_of_network(java, activity);
                if cost.is_err() {
                    // Java would throw it again at whoever comes next.
                    let _none_is_there = java.exception_clear();
                }
                let _unheard = tell.send(cost.ok());
            });
            told.await.ok().flatten().unwrap_or(Cost::Unknown)
        })
    }
}

/// By what the network goes through, below a tunnel too: "Wi-Fi only" is said of that, not of what a bill says.
fn cost_of_network(java: &mut JNIEnv<'_>, activity: &JObject<'_>) -> Result<Cost> {
    let name = java.new_string("connectivity")?;
    let service = "(Ljava/lang/String;)Ljava/lang/Object;";
    let manager = java
        .call_method(activity, "getSystemService", service, &[(&name).into()])?
        .l()?;
    let network = java
        .call_method(&manager, "getActiveNetwork", "()Landroid/net/Network;", &[])?
        .l()?;
    if network.is_null() {
        return Ok(Cost::Free);
    }
    let of = "(Landroid/net/Network;)Landroid/net/NetworkCapabilities;";
    let capabilities = java
        .call_method(&manager, "getNetworkCapabilities", of, &[(&network).into()])?
        .l()?;
    if capabilities.is_null() {
        return Ok(Cost::Unknown);
    }
    for transport in FREE_TRANSPORTS {
        let goes_by = java.call_method(&capabilities, "hasTransport", "(I)Z", &[transport.into()])?;
        if goes_by.z()? {
            return Ok(Cost::Free);
        }
    }
    Ok(Cost::Metered)
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
