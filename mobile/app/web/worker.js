// Starts the engine inside a dedicated worker. The program is compiled while its script is still on the way.
const program = WebAssembly.compileStreaming(fetch("{{engine.wasm}}"));
const { default: start } = await import("{{engine.js}}");

await start({ module_or_path: await program });
