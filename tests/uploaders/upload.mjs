// tus-js-client, as somebody would use it who has never seen our server: `node upload.mjs URL TOKEN FILE CHUNK`.
//
// CHUNK is the size of a piece, each with its checksum; 0 sends the whole at once and without one. A CHUNK below 0 is given up
// after its first piece. Says `cut` and `refused STATUS` for what it has to try again, then `done URL` or `gone URL`.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Upload } from "tus-js-client";

const [endpoint, token, file, size] = process.argv.slice(2);
const content = readFileSync(file);
const chunkSize = Math.abs(Number(size)) || Infinity;
const isGivenUp = Number(size) < 0;
/** What may be tried again: the usual ones, and a piece that arrived damaged. */
const AGAIN = [0, 409, 423, 460];

function sendChecksum(request) {
  if (request.getMethod() !== "PATCH" || chunkSize === Infinity) return;
  const offset = Number(request.getHeader("Upload-Offset"));
  const piece = content.subarray(offset, offset + chunkSize);
  request.setHeader("Upload-Checksum", `sha256 ${createHash("sha256").update(piece).digest("base64")}`);
}

const upload = new Upload(content, {
  endpoint,
  chunkSize,
  headers: { Authorization: `Bearer ${token}` },
  metadata: { filename: "lamp.jpg", sha256: createHash("sha256").update(content).digest("hex") },
  retryDelays: Array(20).fill(20),
  onBeforeRequest: sendChecksum,
  onShouldRetry(error) {
    const status = error.originalResponse?.getStatus() ?? 0;
    console.log(status === 0 ? "cut" : `refused ${status}`);
    return AGAIN.includes(status);
  },
  onChunkComplete() {
    if (isGivenUp) upload.abort(true).then(() => console.log(`gone ${upload.url}`));
  },
  onError(error) {
    console.error(String(error));
    process.exitCode = 1;
  },
  onSuccess: () => console.log(`done ${upload.url}`),
});
upload.start();
