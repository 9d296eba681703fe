import { type PartnerFile, setShare } from '@samenbord/shared/board';
import type { RoundResponse } from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { apiError, makeBoard } from './client.ts';
import { attend, gather, write } from './meeting.ts';
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
  expect((await gemeente.get<PartnerFile>('mine.json')).body).toMatchObject({ homework: [], silent: [] });
});

test('what one writes in a silent round goes along, of oneself and while it is open', async () => {
  const { url } = await startServer();
  const { facilitator, gemeente, netbeheer, secretOf, made } = await gather(url);
  const colleague = await attend(url, made, secretOf('gemeente'), 'Gijs');
  const { body } = await facilitator.act<RoundResponse>('rounds', {
    sheet: 'brengen-halen',
    region: 'core.essence',
  });
  const gea = await gemeente.open(`/silent/${body.round}/${gemeente.session.person.id}`);
  write(gea, 's', 'in stilte');
  await gea.saved();
  const mine = async (who: typeof gemeente) => (await who.get<PartnerFile>('mine.json')).body.silent;
  expect(await mine(gemeente)).toMatchObject([{ id: 's', text: 'in stilte', region: 'core.essence' }]);
  for (const other of [colleague, netbeheer]) expect(await mine(other)).toEqual([]);
  await facilitator.act(`rounds/${body.round}/cancel`);
  expect(await mine(gemeente)).toEqual([]);
});
