//! Web Locks: one tab at a time has the store.
//!
//! The lock lives as long as the worker that holds it. OPFS would refuse a second tab by itself, but with an
//! error that looks like damage; a lock lets that tab wait, say why, and go on when the first one is closed.

use js_sys::{Function, Promise};
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
    fn request(this: &LockManager, name: &str, granted: &Function) -> Result<Promise, JsValue>;
}

/// Waits until no other tab holds `name`, then holds it until this worker ends.
pub async fn hold_for_life(name: &str) -> Result<(), ShellError> {
    let (tell, granted) = futures_channel::oneshot::channel();
    let hold = Closure::once_into_js(move || {
        // A dropped receiver means that nobody waits any more; the lock is kept all the same.
        let _unheard = tell.send(());
        Promise::new(&mut |_, _| {})
    });
    let _settles_when_released = NAVIGATOR
        .with(|navigator| navigator.locks().request(name, hold.unchecked_ref()))
        .map_err(ShellError::refused("a lock for the store"))?;
    granted
        .await
        .map_err(|_dropped| ShellError::Store("the lock was taken away".to_owned()))
}
