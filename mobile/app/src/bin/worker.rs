//! The workers' wasm: a file of its own, so that the screens start without waiting for SQLite.

fn main() {
    #[cfg(target_arch = "wasm32")]
    wasm_bindgen_futures::spawn_local(kuitti_app::shell::worker::run());
}
