import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { breaches } from './walls.mjs';

/** @type {string[]} */
const folders = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/**
 * A house with these files in it, and what the check says of it.
 * @param {Record<string, string>} files
 */
async function house(files) {
  const root = mkdtempSync(join(tmpdir(), 'samenbord-walls-'));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const { breaches: found } = await breaches(root);
  return found.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`);
}

const A = 'export const a: number = 1;\n';

test('a house that keeps its walls passes', async () => {
  const found = await house({
    'shared/src/board/a.ts': A,
    'client/src/main.tsx': "import { App } from './app/App.tsx';\nexport const page = <App />;\n",
    'client/src/app/App.tsx': "import { a } from '../canvas/a.ts';\nexport const App = () => <p>{a}</p>;\n",
    'client/src/canvas/a.ts': "export { a } from '../board/a.ts';\n",
    'client/src/board/a.ts': "export { a } from '../session/a.ts';\n",
    'client/src/session/a.ts': "export { a } from '../../../shared/src/board/a.ts';\n",
    'client/src/drawing/a.ts': "import type { a } from '../board/a.ts';\nexport type B = typeof a;\n",
    'server/src/main.ts': "export { a } from './http/a.ts';\n",
    'server/src/http/a.ts': "export { a } from '../store/a.ts';\n",
    'server/src/store/a.ts': A,
    'server/src/relay/types.ts': 'export type Session = string;\n',
    'server/src/access/a.ts':
      "import type { Session } from '../relay/types.ts';\nexport const of = (it: Session) => it;\n",
  });
  expect(found).toEqual([]);
});

// Each: who imports what, and the rule that must say no.
test.each([
  ['shared-alone', 'shared/src/board/b.ts', 'client/src/board/a.ts'],
  ['shared-alone', 'shared/src/board/b.ts', 'server/src/store/a.ts'],
  ['client-not-server', 'client/src/session/b.ts', 'server/src/store/a.ts'],
  ['server-not-client', 'server/src/http/b.ts', 'client/src/ui/a.ts'],
  ['client-canvas', 'client/src/canvas/b.ts', 'client/src/outline/a.ts'],
  ['client-outline', 'client/src/outline/b.ts', 'client/src/canvas/a.ts'],
  ['client-board', 'client/src/board/b.ts', 'client/src/canvas/a.ts'],
  ['client-session', 'client/src/session/b.ts', 'client/src/board/a.ts'],
  ['client-ui', 'client/src/ui/b.ts', 'client/src/board/a.ts'],
  ['client-drawing', 'client/src/drawing/b.ts', 'client/src/ui/a.ts'],
  ['drawing-types-only', 'client/src/drawing/b.ts', 'client/src/board/a.ts'],
  ['server-store', 'server/src/store/b.ts', 'server/src/relay/a.ts'],
  ['server-access', 'server/src/access/b.ts', 'server/src/http/a.ts'],
  ['access-relay-types', 'server/src/access/b.ts', 'server/src/relay/a.ts'],
  ['server-relay', 'server/src/relay/b.ts', 'server/src/http/a.ts'],
  ['only-the-top-wires', 'server/src/relay/b.ts', 'server/src/main.ts'],
  ['not-to-tests', 'client/src/board/b.ts', 'client/src/board/testing/a.ts'],
])('%s: %s may not import %s', async (rule, from, to) => {
  const path = `${'../'.repeat(from.split('/').length - 1)}${to}`;
  const found = await house({ [to]: A, [from]: `import { a } from '${path}';\nexport const b = a;\n` });
  expect(found).toContain(`${rule}: ${from} -> ${to}`);
});

test.each([
  ['client-no-yjs', 'client/src/canvas/b.ts', 'yjs'],
  ['client-no-yjs', 'client/src/app/b.ts', 'y-protocols/awareness'],
  ['client-no-yjs', 'client/src/drawing/b.ts', 'y-websocket'],
  ['store-bytes', 'server/src/store/b.ts', 'yjs'],
  ['store-bytes', 'server/src/store/b.ts', 'lib0/encoding'],
  ['drawing-pure', 'client/src/drawing/b.ts', 'react'],
])('%s: %s may not import the package %s', async (rule, from, name) => {
  const found = await house({ [from]: `import * as it from '${name}';\nexport const b = it;\n` });
  expect(found).toContain(`${rule}: ${from} -> ${name}`);
});

test('Node’s own modules are for the server', async () => {
  const reads = "import { readFileSync } from 'node:fs';\nexport const b = readFileSync;\n";
  const found = await house({
    'shared/src/board/b.ts': reads,
    'client/src/board/b.ts': reads,
    'server/src/store/b.ts': reads,
  });
  expect(found.sort()).toEqual([
    'client-no-node: client/src/board/b.ts -> fs',
    'shared-pure: shared/src/board/b.ts -> fs',
  ]);
});

test('a circle of imports is found, also one of types only', async () => {
  const found = await house({
    'shared/src/board/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
    'shared/src/board/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    'shared/src/layout/c.ts': "import type { D } from './d.ts';\nexport type C = D[];\n",
    'shared/src/layout/d.ts': "import type { C } from './c.ts';\nexport type D = { c: C };\n",
  });
  expect(found.filter((line) => line.startsWith('no-cycles'))).toHaveLength(2);
});

test('a type from another room counts, an import that leads nowhere too', async () => {
  const found = await house({
    'client/src/outline/a.ts': A,
    'client/src/canvas/b.ts': "import type { a } from '../outline/a.ts';\nexport type B = typeof a;\n",
    'client/src/canvas/c.ts': "export { a } from '../outlin/a.ts';\n",
  });
  expect(found).toContain('client-canvas: client/src/canvas/b.ts -> client/src/outline/a.ts');
  expect(found).toContain('found: client/src/canvas/c.ts -> ../outlin/a.ts');
});

test('a test may build what its room may not touch', async () => {
  const found = await house({
    'client/src/board/a.ts': A,
    'client/src/drawing/b.test.ts': "import { a } from '../board/a.ts';\nexport const b = a;\n",
  });
  expect(found).toEqual([]);
});
