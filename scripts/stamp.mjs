/**
 * Remembers what a step was done for, so that it is done again when that changed. By the content of
 * the files, not by their dates or by git: a copied or unpacked folder counts the same as a clone.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Folders that are made by tools, wherever they are. */
const MADE = new Set(['node_modules', 'dist', '.git', '.tsbuild', '.cache', 'coverage']);

/**
 * One hash over files and folders: names and contents, in a fixed order, the same on every system.
 * What does not exist counts as absent; tests beside the source do not count.
 * @param {string} root
 * @param {readonly string[]} paths relative to `root`
 * @returns {string}
 */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesOf(join(root, path))).sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name) || /\.test\.[cm]?[jt]sx?$/.test(entry.name)) return [];
    return filesOf(join(path, entry.name));
  });
}

/**
 * A remembered hash in `folder` under `name`.
 * @param {string} folder
 * @param {string} name
 */
export function stamp(folder, name) {
  const file = join(folder, `${name}.stamp`);
  return {
    /** @param {string} hash */
    matches: (hash) => existsSync(file) && readFileSync(file, 'utf8') === hash,
    /** @param {string} hash */
    set: (hash) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, hash);
    },
    clear: () => rmSync(file, { force: true }),
  };
}
