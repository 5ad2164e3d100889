// An office behind TLS: a certificate of an authority of the town's own, before the real server.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';

import { freePort } from '../story/town.mjs';

export class Lock {
  #server;

  /** Answers at `address` for the town, with a certificate that whoever believes `authority` believes. */
  static async before(town) {
    const lock = new Lock();
    const { authority, key, cert } = certificates(town.directory);
    lock.authority = authority;
    lock.#server = createServer({ key, cert }, (asked, answer) => {
      const { method, url: path, headers } = asked;
      const onward = request({ host: '127.0.0.1', port: town.port, method, path, headers }, (answered) => {
        answer.writeHead(answered.statusCode, answered.headers);
        answered.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      asked.pipe(onward);
    });
    const port = await freePort();
    await new Promise((listening) => lock.#server.listen(port, '127.0.0.1', listening));
    lock.address = `https://localhost:${port}`;
    return lock;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

function certificates(directory) {
  const file = (name) => join(directory, name);
  const openssl = (...options) => execFileSync('openssl', options, { stdio: 'ignore' });
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...fresh, '-days', '2', '-subj', '/CN=A town', '-addext', 'basicConstraints=critical,CA:TRUE',
    '-keyout', file('authority.key'), '-out', file('authority.crt'));
  openssl('req', ...fresh, '-subj', '/CN=Its office', '-keyout', file('office.key'), '-out', file('office.csr'));
  writeFileSync(file('office.ext'), 'subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n');
  openssl('x509', '-req', '-in', file('office.csr'), '-days', '2', '-CA', file('authority.crt'), '-CAkey', file('authority.key'),
    '-CAcreateserial', '-extfile', file('office.ext'), '-out', file('office.crt'));
  return { authority: file('authority.crt'), key: readFileSync(file('office.key')), cert: readFileSync(file('office.crt')) };
}
