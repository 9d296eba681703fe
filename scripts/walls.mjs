/** Checks the walls of walls.rules.mjs. TypeScript is read with swc: its own compiler has no API any more. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { RULES } from './walls.rules.mjs';

const SIDES = ['shared', 'server', 'client', 'tests'];

/**
 * @typedef {object} Breach
 * @property {string} rule
 * @property {string} from the importing file
 * @property {string} to what it imports
 * @property {string} why
 * @property {readonly string[]} through for a cycle: the files of the circle
 */

/**
 * Everything under `root` that breaks a wall.
 * @param {string} root folder with shared, server, client and tests in it
 * @returns {Promise<{ readonly breaches: readonly Breach[], readonly modules: number, readonly imports: number }>}
 */
export async function breaches(root) {
  const { output } = await cruise(
    SIDES.filter((side) => existsSync(join(root, side))),
    {
      baseDir: root,
      ruleSet: RULES,
      validate: true,
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      // Pages of others, built from packages that only a benchmark installs.
      exclude: {
        path: '^tests/bench/canvas/peers/|(^|/)(dist|\\.tsbuild|test-results)/|\\.css$|\\?(url|raw|worker)$',
      },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  );
  if (typeof output === 'string') throw new Error(`the walls could not be checked: ${output}`);
  const { summary } = output;
  const why = new Map(RULES.forbidden.map((rule) => [rule.name ?? '', rule.comment ?? '']));
  return {
    modules: summary.totalCruised,
    imports: summary.totalDependenciesCruised ?? 0,
    breaches: summary.violations.map((found) => ({
      rule: found.rule.name,
      from: found.from,
      to: found.to,
      why: why.get(found.rule.name) ?? '',
      through: (found.cycle ?? []).map((step) => step.name),
    })),
  };
}

/** @param {Breach} breach */
function describe({ rule, from, to, why, through }) {
  const path = through.length > 0 ? [from, ...through].join('\n    -> ') : `${from}\n    -> ${to}`;
  return `  ${path}\n    ${rule}: ${why}`;
}

/** @param {string} root */
async function main(root) {
  const found = await breaches(root);
  if (found.modules < 20) throw new Error(`only ${found.modules} files were read; the check sees nothing`);
  for (const breach of found.breaches) console.error(describe(breach));
  console.log(
    `${found.breaches.length} broken walls; ${found.modules} files and ${found.imports} imports read.`,
  );
  return found.breaches.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv[2] ?? process.cwd());
}
