import { type PartnerFile, setShare } from '@samenbord/shared/board';
import { expect, test } from 'vitest';
import { apiError, makeBoard } from './client.ts';
import { gather, write } from './meeting.ts';
import { startServer } from './server.ts';

test('a partner takes along what is on the table and its own homework; nobody else gets that', async () => {
  const { url } = await startServer();
  const { facilitator, gemeente, netbeheer, observer } = await gather(url, {
    stickers: [{ id: 'open', template: 'brengen-halen', text: 'voor iedereen' }],
  });
  const [gea, nel] = await Promise.all([
    gemeente.open('/private/gemeente'),
    netbeheer.open('/private/netbeheer'),
  ]);
  write(gea, 'g', 'kanarie gemeente', { region: 'bring@gemeente', partner: 'gemeente' });
  write(gea, 'g2', 'kanarie gemeente twee', { region: 'gain@gemeente' });
  setShare(gea.doc, ['g2'], false);
  write(nel, 'n', 'kanarie netbeheer', { region: 'bring@netbeheer' });
  await Promise.all([gea.saved(), nel.saved()]);
  const { status, headers, body } = await gemeente.get<PartnerFile>('mine.json');
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body.stickers?.map(({ text }) => text)).toEqual(['voor iedereen']);
  expect(body.homework).toMatchObject([
    { id: 'g', text: 'kanarie gemeente', region: 'bring', partner: 'gemeente', share: true, shared: null },
    { id: 'g2', text: 'kanarie gemeente twee', region: 'gain', share: false, personal: false },
  ]);
  expect(JSON.stringify(body)).not.toContain('netbeheer kanarie');
  expect(JSON.stringify((await netbeheer.get('mine.json')).body)).not.toContain('kanarie gemeente');
  for (const one of [facilitator, observer])
    expect(await one.get('mine.json')).toMatchObject({ status: 403, body: apiError('forbidden') });
  expect(JSON.stringify((await gemeente.get('export.json')).body)).not.toContain('kanarie');
  // It is a board file too.
  await makeBoard(url, body);
});

test('without homework it is the board', async () => {
  const { url } = await startServer();
  const { gemeente } = await gather(url);
  expect((await gemeente.get<PartnerFile>('mine.json')).body.homework).toEqual([]);
});
