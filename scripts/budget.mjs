/** The scripts a board needs before it is seen, and what they may weigh. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Stop } from './toolchain.mjs';

/** Bytes of the first scripts together, each compressed with gzip. */
export const MOST_SCRIPT = 200_000;

/** The page itself, and the screen it fetches when somebody comes to a board. */
const FIRST = ['index.html', 'src/app/boardPage/BoardPage.tsx'];

/** @typedef {Readonly<Record<string, { readonly file: string, readonly imports?: readonly string[] }>>} Manifest */

/**
 * The scripts that are loaded before a board is drawn: those of {@link FIRST} with all they import.
 * @param {Manifest} manifest vite's own list of what it made
 * @returns {string[]} files, relative to the built page
 * @throws {Stop} when a first part is not in it: then the budget would watch over nothing
 */
export function firstScripts(manifest) {
  const files = new Set();
  /** @param {string} key */
  const add = (key) => {
    const part = manifest[key];
    if (part === undefined)
      throw new Stop(`The build has no ${key}; scripts/budget.mjs names what is loaded first.`);
    if (files.has(part.file)) return;
    files.add(part.file);
    for (const imported of part.imports ?? []) add(imported);
  };
  for (const key of FIRST) add(key);
  return [...files];
}

/**
 * What the first scripts of a built page weigh, in bytes of gzip.
 * @param {string} dist
 * @returns {number}
 */
export function firstWeight(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
  return firstScripts(manifest).reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, file))).byteLength,
    0,
  );
}

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * @param {number} bytes
 * @returns {string}
 */
export const weightSentence = (bytes) => `First scripts: ${kB(bytes)} gzip, of ${kB(MOST_SCRIPT)} at most.`;

/**
 * @param {number} bytes
 * @throws {Stop} when it is more than {@link MOST_SCRIPT}
 */
export function withinBudget(bytes) {
  if (bytes > MOST_SCRIPT)
    throw new Stop(
      `The first scripts weigh ${kB(bytes)} gzip, more than ${kB(MOST_SCRIPT)}: fetch with import() what a board does not need to be seen.`,
    );
}
