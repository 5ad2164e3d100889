//! The screens: the browser's wasm, and the program that shows them in a window of its own.

fn main() {
    kuitti_app::screens::launch();
}
