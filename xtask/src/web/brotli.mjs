// Puts a Brotli copy beside each file of a directory that has a gzipped one: a quarter smaller, for the browsers that take it.
// Started by `bundle.rs`; Node brings the compressor along.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const directory = process.argv[1];
const compress = promisify(brotliCompress);

async function pack(file) {
  const content = await readFile(file);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${file}.br`, await compress(content, { params }));
}

const names = await readdir(directory, { recursive: true });
const files = names.filter((name) => name.endsWith('.gz')).map((name) => join(directory, name.slice(0, -'.gz'.length)));
await Promise.all(files.map(pack));
