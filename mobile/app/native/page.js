// What only a web page can do for the app around it (src/shell/window): history, dialogs, choosing files, the position, street maps.
"use strict";

globalThis.kuitti = (() => {
  // What is said before anybody listens waits.
  let say = (message) => early.push(message);
  const early = [];

  const fragment = () => say({ about: "fragment", fragment: location.hash });
  const network = () => say({ about: "network", online: navigator.onLine });
  const visibility = () => say({ about: "visibility", visible: document.visibilityState === "visible" });
  addEventListener("popstate", fragment);
  addEventListener("online", network);
  addEventListener("offline", network);
  document.addEventListener("visibilitychange", visibility);

  // The web view refuses to navigate, even behind `#`; a step of the history is none to it.
  function go(to) {
    if (location.hash === to) return;
    history.pushState(null, "", to);
    fragment();
  }

  const back = () => history.back();

  // A web view has no keys for its history.
  addEventListener("keydown", ({ altKey, key }) => {
    if (altKey && key === "ArrowLeft") back();
    if (altKey && key === "ArrowRight") history.forward();
  });

  // Links to screens stay here; others are the system's. Android opens pages by itself, but not navigation and the telephone.
  const isAndroid = /Android/.test(navigator.userAgent);
  addEventListener("click", (event) => {
    const to = event.target.closest?.("a[href]")?.getAttribute("href");
    const isScreen = Boolean(to?.startsWith("#"));
    const isForApps = isAndroid && Boolean(to) && !isScreen && !/^https?:/.test(to);
    interpreter.intercept_link_redirects = !isScreen && !isForApps;
    if (!isScreen && !isForApps) return;
    event.preventDefault();
    if (isScreen) go(to);
    else say({ about: "elsewhere", address: to });
  }, true);

  // Files: a chooser of our own, because that of Dioxus hands over none on phones. A chosen file is a name, not its bytes.
  const chosen = [];
  addEventListener("click", (event) => {
    const input = event.target;
    const element = input.getAttribute?.("data-dioxus-id");
    if (input.type !== "file" || !element) return;
    event.preventDefault();
    event.stopPropagation();
    const chooser = document.createElement("input");
    for (const name of ["type", "accept", "capture", "multiple"]) {
      if (input.hasAttribute(name)) chooser.setAttribute(name, input.getAttribute(name));
    }
    chooser.hidden = true;
    chooser.addEventListener("cancel", () => chooser.remove());
    chooser.addEventListener("change", () => {
      chooser.remove();
      choose(Number(element), chooser.files);
    });
    document.body.append(chooser);
    chooser.click();
  }, true);

  function choose(element, files) {
    const numbers = Array.from(files, (file) => chosen.push(file) - 1);
    if (numbers.length === 0) return;
    const data = { value: numbers.join(" "), valid: true, values: [] };
    interpreter.sendSerializedEvent({ name: "change", element, bubbles: true, data });
  }

  function read(number) {
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
      reader.onerror = () => resolve(null);
      reader.readAsDataURL(chosen[number]);
    });
  }

  // Dialogs are modal: the rest of the page is out of reach, and gets the focus back afterwards.
  const before = new WeakMap();
  const dialogs = (node) => [...(node.matches?.("dialog") ? [node] : []), ...(node.querySelectorAll?.("dialog") ?? [])];
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      for (const dialog of [...removedNodes].flatMap(dialogs)) before.get(dialog)?.focus();
      for (const dialog of [...addedNodes].flatMap(dialogs)) {
        if (!dialog.isConnected || dialog.open) continue;
        before.set(dialog, document.activeElement);
        dialog.showModal();
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  // Who draws needs to know where on the pad; an event says only where on the page.
  for (const name of ["pointerdown", "pointermove"]) {
    addEventListener(name, (event) => {
      const pad = event.target.closest?.("svg.signature-pad, svg.mark-layer");
      if (!pad) return;
      const area = pad.getBoundingClientRect();
      const share = (at, from, length) => Math.min(Math.max((at - from) / Math.max(length, 1), 0), 1);
      Object.defineProperty(event, "pageX", { value: share(event.clientX, area.left, area.width) });
      Object.defineProperty(event, "pageY", { value: share(event.clientY, area.top, area.height) });
    }, true);
  }

  // The receiver runs while somebody follows it.
  let watch = null;
  function followPosition() {
    if (!navigator.geolocation) return say({ about: "no_fix", denied: false });
    watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude, longitude, accuracy }, timestamp }) =>
        say({ about: "fix", latitude, longitude, accuracy, at: timestamp }),
      ({ code }) => say({ about: "no_fix", denied: code === 1 }),
      { enableHighAccuracy: true },
    );
  }
  function leavePosition() {
    if (watch !== null) navigator.geolocation.clearWatch(watch);
    watch = null;
  }

  // Android tells directions from north under the first name; iOS has one event, with the compass in a property of its own.
  const fromNorth = "deviceorientationabsolute";
  let followsHeading = false;
  function followHeading() {
    if (followsHeading) return;
    followsHeading = true;
    for (const name of [fromNorth, "deviceorientation"]) addEventListener(name, heading);
  }
  function heading(event) {
    // Counted against the clock (W3C Device Orientation, section 3).
    const counted = event.type === fromNorth && event.alpha !== null ? 360 - event.alpha : undefined;
    const degrees = event.webkitCompassHeading ?? counted;
    if (degrees === undefined) return;
    const turned = screen.orientation?.angle ?? 0;
    say({ about: "heading", degrees: (degrees + turned + 360) % 360 });
  }
  async function askForHeading() {
    return (await DeviceOrientationEvent.requestPermission?.()) === "granted";
  }

  // Street maps, by the numbers that the app gave them. Their script comes with the first one, their tiles from the engine.
  const maps = new Map();
  async function openMap(number, options) {
    // An element of the app has no name here: the map belongs where there is none yet.
    const place = document.querySelector(".map-canvas:not(.maplibregl-map)");
    const opening = import("/map/map.js").then(({ open }) => open(place, tile, options));
    maps.set(number, opening);
    opening.catch(() => maps.delete(number));
    await opening;
    return true;
  }
  async function tile(...place) {
    const answer = await fetch(`/tile/${place.join("/")}`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  }
  function onMap(number, deed, ...news) {
    maps.get(number)?.then((map) => map[deed](...news));
  }
  function chooseOnMap(number) {
    onMap(number, "choose", (latitude, longitude) => say({ about: "chosen", map: number, latitude, longitude }));
  }
  function closeMap(number) {
    onMap(number, "close");
    maps.delete(number);
  }

  function dress(language, direction, theme) {
    const root = document.documentElement;
    root.lang = language;
    root.dir = direction;
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  // For tests: what can be read on the page, whenever that changes.
  function report() {
    let last = "";
    const look = () => {
      const title = document.querySelector("h1")?.textContent ?? "";
      const words = document.getElementById("main").innerText;
      if (words === last) return;
      last = words;
      say({ about: "drawn", title, words });
    };
    new MutationObserver(() => requestAnimationFrame(look)).observe(document.body, {
      childList: true, subtree: true, characterData: true,
    });
    look();
  }

  function listen(to) {
    // Dioxus measures HTML elements only; maps and pads are SVG.
    interpreter.getClientRect = (id) => {
      const { x, y, width, height } = interpreter.nodes[id].getBoundingClientRect();
      return { type: "GetClientRect", origin: [x, y], size: [width, height] };
    };
    say = to;
    early.splice(0).forEach(to);
    if (!navigator.onLine) network();
  }

  return {
    askForHeading, back, chooseOnMap, closeMap, dress, followHeading, followPosition, go, leavePosition, listen, onMap, openMap, read, report,
  };
})();
