// Starts the engine inside a dedicated worker.
import start from "{{engine.js}}";

await start({ module_or_path: "{{engine.wasm}}" });
