import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { API_ERROR_CODES, CLOSE, encodeAck, encodeHello, LIMITS, MESSAGE } from '@samenbord/shared/protocol';
import { fieldsOf, TEMPLATE_KEYS } from '@samenbord/shared/template';
import { expect, onTestFinished, test } from 'vitest';
import { HttpError } from '../../server/src/http/errors.ts';
import { startServer } from './server.ts';

const text = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
/** First cells of all rows of all tables, as text without marks. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );

test('the client in the documentation works as it stands there', async () => {
  const [, program = ''] = /## A whole client[\s\S]*?```js\n([\s\S]*?)```/.exec(text) ?? [];
  // Inside this package, where its imports are found, and where version control does not look.
  const folder = fileURLToPath(new URL('../test-results', import.meta.url));
  await mkdir(folder, { recursive: true });
  const file = join(folder, `documented-client-${process.pid}.mjs`);
  onTestFinished(() => rm(file, { force: true }));
  await writeFile(file, program);
  const { url } = await startServer();
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, url], { timeout: 20_000 });
  expect(stderr).toBe('');
  // The answer to the relay's step 1, the sticker and its move.
  expect(stdout).toMatch(/^saved 3 changes of \S+\nclosed with 1005\n$/);
});

test('it lists every error with its status', () => {
  const listed = rows.flatMap(([status, code = '']) =>
    /^[45]\d\d$/.test(status ?? '') ? [[Number(status), code]] : [],
  );
  expect(listed.map(([, code]) => code).toSorted()).toEqual([...API_ERROR_CODES].toSorted());
  for (const code of API_ERROR_CODES) expect(listed).toContainEqual([new HttpError(code, '').status, code]);
});

test('it lists every close code and message kind', () => {
  const firsts = rows.map(([first]) => first);
  for (const code of Object.values(CLOSE)) expect(firsts).toContain(String(code));
  for (const kind of Object.values(MESSAGE)) expect(firsts).toContain(String(kind));
});

test('its bytes are right', () => {
  expect([...encodeHello()]).toEqual([0x64, 0x01]);
  expect([...encodeAck(5)]).toEqual([0x65, 0x05]);
});

test('its limits and fields are those of the program', () => {
  expect(text).toContain(`at most ${LIMITS.stickers.toLocaleString('en')}`);
  expect(text).toContain(`at most ${LIMITS.links.toLocaleString('en')}`);
  expect(text).toContain(`1 to ${LIMITS.title} characters`);
  expect(text).toContain(`1 to ${LIMITS.personName} characters`);
  expect(text).toContain(`1 to ${LIMITS.partnerName} characters`);
  expect(text).toContain(`${LIMITS.minPartners} to ${LIMITS.maxPartners} of`);
  expect(text).toContain(`At most ${LIMITS.stickerText.toLocaleString('en')} characters`);
  expect(text).toContain(`at most ${LIMITS.fileStickerText.toLocaleString('en')} characters`);
  for (const { key } of TEMPLATE_KEYS.flatMap(fieldsOf)) expect(text).toContain(`\`${key}\``);
});
