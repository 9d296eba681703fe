import { CLOSE } from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { apiError, bearer, get, join, type Made, makeBoard, post } from './client.ts';
import { openPeer } from './peer.ts';
import { startServer } from './server.ts';

interface LinkView {
  readonly id: string;
  readonly role: string;
  readonly partner?: string;
  readonly withdrawn: number | null;
}

async function linksOf(made: Made): Promise<readonly LinkView[]> {
  const { body } = await get<{ links: LinkView[] }>(
    `${made.api}/links`,
    bearer(await join(made, made.facilitator)),
  );
  return body.links;
}

test('the facilitator sees who has a link, and never what opens it', async () => {
  const made = await makeBoard((await startServer()).url);
  const links = await linksOf(made);
  const other = {
    id: expect.any(String),
    name: '',
    made: expect.any(Number),
    expires: null,
    withdrawn: null,
    maxPeople: null,
    admission: 'open',
    people: 0,
  };
  expect(links).toHaveLength(4);
  expect(links).toEqual(
    expect.arrayContaining([
      { ...other, role: 'facilitator', people: 1 },
      { ...other, role: 'observer' },
      { ...other, role: 'partner', partner: 'gemeente-veenwaarde' },
      { ...other, role: 'partner', partner: 'lageland-netbeheer' },
    ]),
  );
});

test('partners and observers neither see nor withdraw links', async () => {
  const made = await makeBoard((await startServer()).url);
  const [link] = await linksOf(made);
  for (const secret of [made.observer, made.partners[0]?.secret ?? '']) {
    const ticket = bearer(await join(made, secret));
    expect((await get(`${made.api}/links`, ticket)).body).toEqual(apiError('forbidden'));
    const { status, body } = await post(`${made.api}/links/${link?.id}/withdraw`, {}, ticket);
    expect(status).toBe(403);
    expect(body).toEqual(apiError('forbidden'));
  }
  expect((await linksOf(made)).map(({ withdrawn }) => withdrawn)).toEqual([null, null, null, null]);
});

test('a withdrawn link ends the sockets that came by it, and no others, and opens nothing any more', async () => {
  const { url } = await startServer();
  const made = await makeBoard(url);
  const [gemeente, netbeheer] = made.partners;
  const facilitator = await join(made, made.facilitator);
  const withdrawn = await join(made, gemeente?.secret ?? '');
  const staying = await join(made, netbeheer?.secret ?? '');
  const peers = [made.board, `${made.board}/table`].map((document) => openPeer(url, document, withdrawn));
  const stays = openPeer(url, made.board, staying);
  await Promise.all([...peers, stays].map(({ synced }) => synced));

  const link = (await linksOf(made)).find(({ partner }) => partner === gemeente?.partner);
  const { status, body } = await post(`${made.api}/links/${link?.id}/withdraw`, {}, bearer(facilitator));
  expect(status).toBe(200);
  expect(body).toEqual({ link: { ...link, withdrawn: expect.any(Number) } });

  for (const peer of peers) expect(await peer.closed).toBe(CLOSE.withdrawn);
  expect(await openPeer(url, made.board, withdrawn).closed).toBe(CLOSE.withdrawn);
  const again = await post(`${made.api}/join`, { secret: gemeente?.secret, name: 'Anna' });
  expect(again.status).toBe(403);
  expect(again.body).toEqual(apiError('withdrawn-link'));
  expect((await get(`${made.api}/session`, bearer(withdrawn))).body).toEqual(apiError('withdrawn-link'));

  stays.doc.getMap('meta').set('test', 1);
  await stays.saved();
});

test('a link stays withdrawn through a restart', async () => {
  const first = await startServer();
  const made = await makeBoard(first.url);
  const observer = await join(made, made.observer);
  const facilitator = await join(made, made.facilitator);
  const link = (await linksOf(made)).find(({ role }) => role === 'observer');
  await post(`${made.api}/links/${link?.id}/withdraw`, {}, bearer(facilitator));
  await first.stop();
  const { url } = await startServer({ DATA_DIR: first.dataDir });
  expect(await openPeer(url, made.board, observer).closed).toBe(CLOSE.withdrawn);
  await openPeer(url, made.board, facilitator).synced;
});

test('the last facilitator link stays', async () => {
  const made = await makeBoard((await startServer()).url);
  const link = (await linksOf(made)).find(({ role }) => role === 'facilitator');
  const { status, body } = await post(
    `${made.api}/links/${link?.id}/withdraw`,
    {},
    bearer(await join(made, made.facilitator)),
  );
  expect(status).toBe(403);
  expect(body).toEqual(apiError('forbidden'));
  await linksOf(made);
});

test('a link of another board is not there', async () => {
  const { url } = await startServer();
  const made = await makeBoard(url);
  const [link] = await linksOf(await makeBoard(url));
  const { status, body } = await post(
    `${made.api}/links/${link?.id}/withdraw`,
    {},
    bearer(await join(made, made.facilitator)),
  );
  expect(status).toBe(404);
  expect(body).toEqual(apiError('not-found'));
});
