// Puts a Brotli copy beside each file of a directory that has a gzipped one: a quarter smaller, for the browsers that take it.
// Started by `bundle.rs`; Node brings the compressor along.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const directory = process.argv[1];
const compress = promisify(brotliCompress);

/** Bits of a block's size and how distances are written: which serves best differs from program to program by half a percent, and 0
 * lets the compressor choose, not always well. */
const WAYS = [[0, 0, 0], [16, 0, 0], [17, 0, 0], [16, 1, 30], [17, 1, 30]];

async function pack(file) {
  const content = await readFile(file);
  const packed = ([block, postfix, direct]) => compress(content, {
    params: {
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_LGBLOCK]: block,
      [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
      [constants.BROTLI_PARAM_NDIRECT]: direct,
    },
  });
  const [smallest] = (await Promise.all(WAYS.map(packed))).sort((one, other) => one.length - other.length);
  await writeFile(`${file}.br`, smallest);
}

const names = await readdir(directory, { recursive: true });
const files = names.filter((name) => name.endsWith('.gz')).map((name) => join(directory, name.slice(0, -'.gz'.length)));
await Promise.all(files.map(pack));
