import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLS } from '../../../scripts/toolchain.mjs';
import { replaceBetween } from './markdown.ts';

const DOCS = join(import.meta.dirname, '../../../docs');

/** Puts figures where the documentation has them: `docs/bench/<name>.json`, and a part of benchmarks.md. */
export function publish(name: string, figures: unknown, markdown: string): void {
  mkdirSync(join(DOCS, 'bench'), { recursive: true });
  const file = join(DOCS, 'bench', `${name}.json`);
  writeFileSync(file, JSON.stringify(figures, rounded, 2));
  // Laid out as the repository's own check wants it.
  execFileSync(process.execPath, [TOOLS.biome, 'format', '--write', file], { stdio: 'ignore' });
  const page = join(DOCS, 'benchmarks.md');
  writeFileSync(page, replaceBetween(readFileSync(page, 'utf8'), `bench:${name}`, markdown));
}

/** Three decimals are more than any of these figures is worth. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}
