//! The wasm of the browser's workers. Natively the engine is a thread of the app.

fn main() {
    #[cfg(target_arch = "wasm32")]
    wasm_bindgen_futures::spawn_local(kuitti_app::shell::worker::run());
}
