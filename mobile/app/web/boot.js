// Starts the screens. A file of its own, so that the page needs no inline script.

// Where everything is on the phone already, the engine starts while the screens are still being compiled. What it says before
// they listen is kept for them. Over a network the screens come first, and start it.
let engine = null;
if (navigator.serviceWorker?.controller) {
  const worker = new Worker("{{script:worker.js}}", { type: "module", name: "engine" });
  engine = { worker, said: [] };
  worker.onmessage = worker.onerror = (event) => engine.said.push(event);
}

globalThis.kuitti = {
  engine,
  // The map is large, and not every shift needs it.
  openMap: async (...parts) => (await import("{{script:map.js}}")).open(...parts),
};

const { default: start } = await import("{{screens.js}}");
await start({ module_or_path: "{{screens.wasm}}" });
