// The office over its API: what a check needs of it, without its screens.

/** As in the demo town. */
const WORKER = 'Matti Lehtonen';
const CREW = 'Katuvalot 1';

export class Desk {
  #cookies = {};

  constructor(town) {
    this.town = town;
  }

  async logIn() {
    for (const name of ['dispatcher', 'admin']) {
      const answer = await this.#fetch('POST', '/api/session', { name, password: `demo-${name}` });
      this.#cookies[name] = answer.headers.get('set-cookie').split(';')[0];
    }
    const town = await this.ask('GET', '/api/town');
    this.worker = await this.workerNamed(WORKER);
    this.crew = town.crews.find((one) => one.name === CREW).id;
  }

  async workerNamed(name) {
    const { workers } = await this.ask('GET', '/api/town');
    return workers.find((one) => one.name === name).id;
  }

  async ask(method, path, body, who = 'dispatcher') {
    const answer = await this.#fetch(method, path, body, who);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }

  #fetch(method, path, body, who) {
    const headers = { 'content-type': 'application/json', ...(who ? { cookie: this.#cookies[who] } : {}) };
    return fetch(`${this.town.address}${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  }

  /** What new orders of a kind ask for. */
  async decides(category, change) {
    await this.ask('PATCH', `/api/categories/${category}`, change, 'admin');
  }

  /** An order for a worker, or for the crew. Answers its id. */
  async orders({ category, address, latitude, longitude, title, contact, crew = false, worker = this.worker }) {
    const place = { address, position: { latitude, longitude }, detail: '' };
    const request = await this.ask('POST', '/api/requests', { category, description: title, place, contact, language: 'en' });
    const assignee = crew ? { kind: 'crew', id: this.crew } : { kind: 'worker', id: worker };
    const made = await this.ask('POST', '/api/orders', { requests: [request.id], grouping: 'one_each', title, priority: 'normal', assignee });
    return made.orders[0].id;
  }

  async order(id) {
    const { aggregate } = await this.ask('GET', `/api/orders/${id}`);
    // What is empty is left out.
    return { order: { photos: [], visits: [], notes: [], checklist: [], ...aggregate } };
  }

  /** The photo as the office has it. */
  async photo(id) {
    return (await this.fetchesPhoto(id)).bytes;
  }

  /** A photo that came with a request. */
  async photoOfRequest(request, sha256) {
    return (await this.#fetchesFile(`/api/requests/${request}/photos/${sha256}`)).bytes;
  }

  /** The photo with what is said about it. */
  fetchesPhoto(id) {
    return this.#fetchesFile(`/api/photos/${id}`);
  }

  async #fetchesFile(path) {
    const answer = await this.#fetch('GET', path, undefined, 'dispatcher');
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  /** Takes a rescue file in. */
  async rescues(file) {
    const headers = { 'content-type': 'application/octet-stream', cookie: this.#cookies.dispatcher };
    const answer = await fetch(`${this.town.address}/api/rescues`, { method: 'POST', headers, body: file });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`rescue: ${answer.status} ${text}`);
    return JSON.parse(text);
  }

  /** The worker's phone that was enrolled last. */
  async device() {
    const devices = await this.ask('GET', '/api/devices');
    return devices.find((one) => one.worker === this.worker);
  }
}
