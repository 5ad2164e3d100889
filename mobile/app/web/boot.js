// Starts the screens. A file of its own, so that the page needs no inline script.

// Where everything is on the phone already, the engine starts while the screens are still being compiled. What it says before
// they listen is kept for them. Over a network the screens come first, and start it.
let engine = null;
if (navigator.serviceWorker?.controller) {
  const worker = new Worker("{{script:worker.js}}", { type: "module", name: "engine" });
  engine = { worker, said: [] };
  worker.onmessage = worker.onerror = (event) => engine.said.push(event);
}
const program = WebAssembly.compileStreaming(fetch("{{screens.wasm}}"));

// What the next start has to know before the store is open. A browser that keeps nothing, or is full, starts as at the first time.
function kept(name) {
  try { return localStorage.getItem(`kuitti-${name}`) ?? ""; } catch { return ""; }
}

function keep(name, value) {
  try { localStorage.setItem(`kuitti-${name}`, value); } catch {}
}

const theme = kept("theme");
if (theme) document.documentElement.dataset.theme = theme;

// The sentences of one language: the one that was spoken here last, else the first of the browser's that there is.
const WORDS = { {{words}} };
const told = {};

function words(language) {
  told[language] ??= fetchWords(language).catch((error) => {
    delete told[language];
    throw error;
  });
  return told[language];
}

async function fetchWords(language) {
  const answer = await fetch(WORDS[language]);
  if (!answer.ok) throw new Error(`${WORDS[language]}: ${answer.status}`);
  return answer.text();
}

const wishes = [kept("language"), ...navigator.languages].map((tag) => tag.toLowerCase().split("-")[0]);
const language = wishes.find((code) => Object.hasOwn(WORDS, code)) ?? "en";
words(language).catch(() => {});

globalThis.kuitti = {
  engine,
  language,
  kept,
  keep,
  words: async (spoken) => {
    const sentences = await words(spoken);
    // Not before they are here: the next start begins with this language.
    keep("language", spoken);
    return sentences;
  },
  // The map is large, and not every shift needs it.
  openMap: async (...parts) => (await import("{{script:map.js}}")).open(...parts),
};

const { default: start } = await import("{{screens.js}}");
await start({ module_or_path: await program });
