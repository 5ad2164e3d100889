// Starts the screens. A file of its own, so that the page needs no inline script.
import start from "{{screens.js}}";

await start({ module_or_path: "{{screens.wasm}}" });
