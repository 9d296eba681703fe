/** Compressed copies beside the files of the built page, for the server to send to browsers that take them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What gains by it; fonts and pictures are compressed in themselves. */
const KINDS = /\.(?:js|css|html|svg|json|webmanifest)$/;
/** Bytes below which a copy saves nothing that is felt. */
const SMALLEST = 1024;

/**
 * Writes `<file>.br` and `<file>.gz` beside every file under `directory` that gains by it.
 * @param {string} directory
 * @returns {number} how many files have copies now
 */
export function compressAll(directory) {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    KINDS.test(name),
  );
  let compressed = 0;
  for (const name of files) {
    const path = join(directory, name);
    const bytes = readFileSync(path);
    if (bytes.byteLength < SMALLEST) continue;
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
    compressed += 1;
  }
  return compressed;
}
