//! The screens' wasm.

fn main() {
    #[cfg(target_arch = "wasm32")]
    kuitti_app::screens::launch();
}
