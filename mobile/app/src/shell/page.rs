//! The page's side of the platform: what only a window has.

pub mod address;
pub mod barcode;
pub mod breadth;
pub mod device;
pub mod download;
mod early;
pub mod engine;
pub mod heading;
pub mod install;
pub mod memory;
pub mod pen;
pub mod persistence;
pub mod picture;
pub mod position;
pub mod returning;
pub mod speech;
pub mod street_map;
pub mod update;
pub mod words;

/// Shows the screens on the page.
pub fn launch(root: fn() -> dioxus::prelude::Element) {
    console_error_panic_hook::set_once();
    // Nothing is drawn before it can say what it is. Should the sentences not come, the work is there all the same.
    run(async move {
        words::bring(words::first()).await;
        dioxus::launch(root);
    });
}

/// Runs something to its end, whatever screen is shown meanwhile.
pub fn run(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Lets so many milliseconds pass.
pub async fn sleep(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}
