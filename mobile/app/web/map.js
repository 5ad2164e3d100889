// The street map: tiles come from the engine, so that it is there without a network. Loaded when a map is opened for the first time.
import { LngLatBounds, Map, Marker, addProtocol, setWorkerUrl } from "{{library:maplibre-gl.mjs}}";

setWorkerUrl(new URL("{{library:maplibre-gl-worker.mjs}}", location.href).href);

// Nearer than this nothing more is to be seen of a street lamp's surroundings.
const NEAREST = 19;
const FONT = ["system-ui", "sans-serif"];

let fetchTile = async () => undefined;
addProtocol("kuitti", async ({ url }) => {
  const [z, x, y] = url.slice("kuitti://".length).split("/").map(Number);
  const tile = await fetchTile(z, x, y);
  return { data: tile ? tile.slice().buffer : new ArrayBuffer(0) };
});

/** Opens the map in `element`. `tile(z, x, y)` promises the bytes of a vector tile, or nothing. */
export async function open(element, tile, options) {
  await stylesheet();
  fetchTile = tile;
  const { bounds, lastZoom, attribution, direction, label } = JSON.parse(options);
  const [south, west, north, east] = bounds;
  const map = new Map({
    container: element,
    style: style(element, lastZoom),
    locale: { "Map.Title": label },
    bounds: [west, south, east, north],
    maxZoom: NEAREST,
    attributionControl: { compact: false, customAttribution: attribution },
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute("dir", direction);
  return new Opened(map);
}

class Opened {
  #map;
  #markers = [];
  #fitted = false;

  constructor(map) {
    this.#map = map;
  }

  /** Shows stops, and where the phone is. The first ones also decide what part of the town is seen. */
  show(news) {
    const { stops, position } = JSON.parse(news);
    for (const marker of this.#markers) marker.remove();
    this.#markers = stops.map((stop) => this.#place(stopElement(stop), stop));
    if (position) this.#markers.push(this.#place(positionElement(position), position));
    if (!this.#fitted && stops.length > 0) {
      this.#fitted = true;
      this.#fit(position ? [...stops, position] : stops);
    }
  }

  zoom(steps) {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps });
  }

  /** Shows everything again, or only where the phone is. */
  fit(news) {
    const { stops, position } = JSON.parse(news);
    this.#fit(position ? [...stops, position] : stops);
  }

  /** Tells latitude and longitude of the next press, wherever else it would have led. */
  choose(tell) {
    const element = this.#map.getContainer();
    const press = (event) => {
      if (event.target.closest(".maplibregl-ctrl")) return;
      event.preventDefault();
      event.stopPropagation();
      element.removeEventListener("click", press, true);
      const box = element.getBoundingClientRect();
      const { lat, lng } = this.#map.unproject([event.clientX - box.left, event.clientY - box.top]).wrap();
      tell(lat, lng);
    };
    element.addEventListener("click", press, true);
  }

  close() {
    this.#map.remove();
  }

  #place(element, { longitude, latitude }) {
    return new Marker({ element }).setLngLat([longitude, latitude]).addTo(this.#map);
  }

  #fit(places) {
    if (places.length === 0) return;
    const bounds = new LngLatBounds();
    for (const { longitude, latitude } of places) bounds.extend([longitude, latitude]);
    // The buttons lie over the side where lines end.
    const [start, end] = document.dir === "rtl" ? ["right", "left"] : ["left", "right"];
    const padding = { top: 48, bottom: 56, [start]: 32, [end]: 88 };
    this.#map.fitBounds(bounds, { padding, maxZoom: 16.5, animate: false });
  }
}

function stopElement({ href, label, number, tone, beside }) {
  const stop = document.createElement("a");
  stop.className = "map-stop";
  stop.href = href;
  stop.dataset.tone = tone;
  stop.style.setProperty("--beside", beside);
  stop.setAttribute("aria-label", label);
  const sign = document.createElement("span");
  sign.textContent = number;
  stop.append(sign);
  return stop;
}

function positionElement({ label }) {
  const here = document.createElement("span");
  here.className = "map-here";
  here.setAttribute("role", "img");
  here.setAttribute("aria-label", label);
  return here;
}

let styled;
function stylesheet() {
  styled ??= new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "{{library:maplibre-gl.css}}";
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
  return styled;
}

// The colours of the page's own theme. A custom property is only resolved where it is used.
function colours(element) {
  const probe = document.createElement("span");
  element.append(probe);
  const colour = (name) => {
    probe.style.color = `var(--map-${name})`;
    return getComputedStyle(probe).color;
  };
  const names = ["ground", "park", "water", "building", "street", "street-edge", "label"];
  const found = Object.fromEntries(names.map((name) => [name, colour(name)]));
  probe.remove();
  return found;
}

// Layers of the OpenMapTiles schema, which our own tiles follow.
function style(element, lastZoom) {
  const colour = colours(element);
  const fill = (id, layer, paint, minzoom = 0) => ({
    id, type: "fill", source: "town", "source-layer": layer, minzoom, paint: { "fill-color": paint },
  });
  const line = (id, layer, filter, paint) => ({
    id, type: "line", source: "town", "source-layer": layer, filter, paint, layout: { "line-cap": "round", "line-join": "round" },
  });
  const classes = (...names) => ["in", ["get", "class"], ["literal", names]];
  const main = classes("motorway", "trunk", "primary", "secondary", "tertiary");
  const street = classes("minor", "service", "busway");
  const path = classes("path", "track", "pedestrian");
  const width = (near) => ["interpolate", ["exponential", 1.6], ["zoom"], 11, near / 16, 18, near];
  const streets = [["path", path, 4], ["street", street, 14], ["main", main, 22]];
  return {
    version: 8,
    sources: { town: { type: "vector", tiles: ["kuitti://{z}/{x}/{y}"], maxzoom: lastZoom } },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colour.ground } },
      fill("green", "landcover", colour.park),
      fill("park", "park", colour.park),
      fill("water", "water", colour.water),
      line("waterway", "waterway", ["all"], { "line-color": colour.water, "line-width": width(4) }),
      fill("building", "building", colour.building, 13),
      ...streets.map(([id, filter, near]) =>
        line(`${id}-edge`, "transportation", filter, { "line-color": colour["street-edge"], "line-width": width(near + 3) })),
      ...streets.map(([id, filter, near]) =>
        line(id, "transportation", filter, { "line-color": colour.street, "line-width": width(near) })),
      line("rail", "transportation", classes("rail", "transit"), {
        "line-color": colour.label, "line-width": 1, "line-opacity": 0.4,
      }),
      {
        id: "street-name",
        type: "symbol",
        source: "town",
        "source-layer": "transportation_name",
        minzoom: 13,
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": 12,
          "symbol-placement": "line",
        },
        paint: { "text-color": colour.label, "text-halo-color": colour.ground, "text-halo-width": 1.5 },
      },
      {
        id: "place-name",
        type: "symbol",
        source: "town",
        "source-layer": "place",
        layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 14 },
        paint: { "text-color": colour.label, "text-halo-color": colour.ground, "text-halo-width": 2 },
      },
    ],
  };
}
