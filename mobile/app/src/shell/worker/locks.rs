//! Web Locks: one tab at a time has the store.
//!
//! The lock lives as long as the worker that holds it. OPFS would refuse a second tab by itself, but with an
//! error that looks like damage; a lock lets that tab wait, say why, and go on when the first one is closed.

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use crate::shell::error::ShellError;

#[wasm_bindgen]
extern "C" {
    type Navigator;
    type LockManager;

    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: Navigator;

    #[wasm_bindgen(method, getter)]
    fn locks(this: &Navigator) -> LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, how: &Object, granted: &Function) -> Result<Promise, JsValue>;
}

/// Takes `name` until this worker ends; answers whether that was possible at once.
pub(super) async fn hold_if_free(name: &str) -> Result<bool, ShellError> {
    hold(name, "ifAvailable").await
}

/// Waits until nobody else holds `name`, then takes it until this worker ends.
pub(super) async fn wait_and_hold(name: &str) -> Result<(), ShellError> {
    hold(name, "").await.map(drop)
}

async fn hold(name: &str, option: &str) -> Result<bool, ShellError> {
    let refused = || ShellError::refused("a lock for the store");
    let (tell, granted) = oneshot::channel();
    let hold = Closure::once_into_js(move |lock: JsValue| {
        // A dropped receiver means that nobody waits any more; the lock is kept all the same.
        let _unheard = tell.send(!lock.is_null());
        Promise::new(&mut |_, _| {})
    });
    let how = Object::new();
    if !option.is_empty() {
        Reflect::set(&how, &option.into(), &true.into()).map_err(refused())?;
    }
    let _settles_when_released = NAVIGATOR
        .with(|navigator| navigator.locks().request(name, &how, hold.unchecked_ref()))
        .map_err(refused())?;
    granted
        .await
        .map_err(|_dropped| ShellError::Store("the lock was taken away".to_owned()))
}
