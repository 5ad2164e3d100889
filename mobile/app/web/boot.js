// Starts the screens. A file of its own, so that the page needs no inline script.
import start from "{{screens.js}}";

// The map is large, and not every shift needs it.
globalThis.kuitti = {
  openMap: async (...parts) => (await import("{{script:map.js}}")).open(...parts),
};

await start({ module_or_path: "{{screens.wasm}}" });
