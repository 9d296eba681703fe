import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type CarriedBy, numbersIn } from './rules.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Folders whose files hold tests that carry rules. */
const FOLDERS = ['server/src', 'shared/src', 'client/src', 'tests'];

/** A file of tests, or of tests that others register. */
const OF_TESTS = /(\.test\.tsx?|[cC]ontract\.ts)$/;

export const SPECIFICATION = readFileSync(join(ROOT, 'server/SPEC.md'), 'utf8');

/** Every file with tests that carry rules. */
export function carriedRules(): readonly CarriedBy[] {
  return FOLDERS.flatMap((folder) => filesIn(join(ROOT, folder)))
    .filter((file) => OF_TESTS.test(file.split(sep).join('/')))
    .map((file) => ({
      file: relative(ROOT, file),
      numbers: numbersIn(readFileSync(file, 'utf8')),
      sockets: opensSockets(file),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'test-results') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Whether a file of `tests/` uses `ws` or starts a whole server, by itself or through the other files there. */
function opensSockets(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file) || !file.startsWith(join(ROOT, 'tests') + sep)) return false;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const imported = [...source.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
  if (imported.includes('ws') || source.includes('startServer(')) return true;
  return imported
    .filter((name) => name.startsWith('.'))
    .some((name) => opensSockets(join(dirname(file), name), seen));
}
