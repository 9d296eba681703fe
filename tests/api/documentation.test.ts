import { API_ERROR_CODES, CLOSE, encodeAck, encodeHello, LIMITS, MESSAGE } from '@samenbord/shared/protocol';
import { fieldsOf, TEMPLATE_KEYS } from '@samenbord/shared/template';
import { expect, test } from 'vitest';
import { HttpError } from '../../server/src/http/errors.ts';
import { ALL_WENT_WELL, PROTOCOL, runDocumentedClient } from './documented.ts';
import { startServer } from './server.ts';

/** First cells of all rows of all tables, as text without marks. */
const rows = PROTOCOL.split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );

test('[WS6] the client in the documentation works as it stands there', async () => {
  const { url } = await startServer();
  expect(await runDocumentedClient(url)).toMatch(ALL_WENT_WELL);
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
  expect([...encodeHello(1)]).toEqual([0x64, 0x01]);
  expect([...encodeHello()]).toEqual([0x64, 0x02]);
  expect([...encodeAck(5)]).toEqual([0x65, 0x05]);
});

test('its limits and fields are those of the program', () => {
  expect(PROTOCOL).toContain(`at most ${LIMITS.stickers.toLocaleString('en')}`);
  expect(PROTOCOL).toContain(`at most ${LIMITS.links.toLocaleString('en')}`);
  expect(PROTOCOL).toContain(`1 to ${LIMITS.title} characters`);
  expect(PROTOCOL).toContain(`1 to ${LIMITS.personName} characters`);
  expect(PROTOCOL).toContain(`1 to ${LIMITS.partnerName} characters`);
  expect(PROTOCOL).toContain(`${LIMITS.minPartners} to ${LIMITS.maxPartners} of`);
  expect(PROTOCOL).toContain(`At most ${LIMITS.stickerText.toLocaleString('en')} characters`);
  expect(PROTOCOL).toContain(`at most ${LIMITS.fileStickerText.toLocaleString('en')} characters`);
  for (const { key } of TEMPLATE_KEYS.flatMap(fieldsOf)) expect(PROTOCOL).toContain(`\`${key}\``);
});
