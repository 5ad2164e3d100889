// What a phone says to the office, whichever form it travels in: packed with words that both know (docs/SYNC.md), gzip or plain.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, inflateRawSync } from 'node:zlib';

const dictionary = readFileSync(fileURLToPath(new URL('../../../shared/packed/src/words-1.txt', import.meta.url)));

/** The document in the body of a browser's request. */
export function documentOf(request) {
  const body = request.postDataBuffer();
  const headers = request.headers();
  if (headers['content-type'] === 'application/x.kuitti.sync-1') return JSON.parse(inflateRawSync(body, { dictionary }));
  return JSON.parse(headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
}
