//! The engine's worker: a wasm file of its own, so that the screens start without waiting for SQLite.

fn main() {
    #[cfg(target_arch = "wasm32")]
    wasm_bindgen_futures::spawn_local(start());
}

#[cfg(target_arch = "wasm32")]
async fn start() {
    use kuitti_app::shell::worker::{locks, store};

    console_error_panic_hook::set_once();
    let opened = async {
        locks::hold_for_life("kuitti-store").await?;
        store::install_file_system().await?;
        store::open("kuitti.db")
    };
    if let Err(error) = opened.await {
        web_sys::console::error_1(&error.to_string().into());
    }
}
