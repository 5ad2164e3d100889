// Starts the console. A file of its own, so that the page needs no inline script.
import start from "{{console.js}}";

await start({ module_or_path: "{{console.wasm}}" });
