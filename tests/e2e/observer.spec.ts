import { addStickers, type BoardFile, stickersOf } from '@samenbord/shared/board';
import { boardApi, TWO_PARTNERS } from './support/boardApi.ts';
import { LOST_NETWORK } from './support/guard.ts';
import { openPeer } from './support/peer.ts';
import { expect, test } from './support/test.ts';
import { distance } from './support/truth.ts';

const NOTE = 'Blijft waar het ligt';
const WITH_NOTE: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [{ template: 'brengen-halen', region: 'core.essence', text: NOTE, x: 0.5, y: 0.5 }],
};

test("the observer's page cannot change anything: not with the mouse, not with keys", async ({
  api,
  people,
}) => {
  const { board, links } = await api.create(WITH_NOTE);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const before = await api.export(board, ticket);
  const observer = await people.join(links.observer, 'Olga');
  const { page } = observer;
  await expect(page.getByText('Je kijkt mee. Wijzigen kan niet.')).toBeVisible();
  await expect(observer.newSticker).toHaveCount(0);
  await expect(observer.undoButton).toHaveCount(0);

  const place = await observer.centerOf(NOTE);
  await observer.drag(NOTE, { x: place.x + 120, y: place.y + 50 });
  await observer.doubleTap(await observer.centerOf(NOTE));
  await expect(observer.editor).toHaveCount(0);
  const now = await observer.centerOf(NOTE);
  await observer.doubleTap({ x: now.x + 160, y: now.y + 10 });
  await expect(observer.editor).toHaveCount(0);
  await observer.sticker(NOTE).focus();
  for (const key of [
    'Enter',
    'F2',
    'Delete',
    'Backspace',
    'ArrowRight',
    'Shift+ArrowRight',
    'Control+z',
    'n',
    'x',
  ])
    await page.keyboard.press(key);
  await expect(observer.editor).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: /^(Verwijder|Ongedaan maken|Nieuwe sticker|S|M|L)$/ }),
  ).toHaveCount(0);
  await expect(observer.sticker(NOTE)).toBeVisible();
  await expect(observer.status).toHaveText('Bewaard');
  expect(await api.export(board, ticket)).toEqual(before);
});

test("an observer's forged update is dropped: nobody sees it and it is not stored", async ({
  ownServer,
  people,
  guard,
}) => {
  const server = await ownServer();
  const api = boardApi(() => server.url);
  const { board, links } = await api.create(WITH_NOTE);
  const witness = await people.join(links.facilitator, 'Fien');
  const place = await witness.centerOf(NOTE);

  const { ticket } = await api.join(links.observer, 'Olga');
  const forger = await openPeer(server.url, board, ticket);
  addStickers(forger.doc, [
    {
      id: 'forged',
      text: 'Vervalst',
      place: { sheet: 'brengen-halen', region: 'core.essence', x: 0.2, y: 0.2, z: 9 },
      partner: null,
      size: 'M',
      author: null,
      made: 1,
    },
  ]);
  stickersOf(forger.doc).delete([...stickersOf(forger.doc).keys()].find((id) => id !== 'forged') ?? '');
  forger.doc.getMap('meta').set('schema', 99);
  await forger.answered();
  const tableForger = await openPeer(server.url, `${board}/table`, ticket);
  tableForger.doc.getMap('table').set('title', 'Gekaapt');
  await tableForger.answered();

  // What a second person does afterwards does arrive: so what was forged would have too.
  const partner = await people.join(links.partners[0]?.url ?? '', 'Petra');
  await partner.addSticker('Echt');
  await expect(witness.sticker('Echt')).toBeVisible();
  for (const page of [witness, partner]) {
    await expect(page.sticker('Vervalst')).toHaveCount(0);
    await expect(page.sticker(NOTE)).toBeVisible();
    await expect(page.page.getByRole('heading', { level: 1 })).toHaveText('Proefbord');
  }
  expect(distance(await witness.centerOf(NOTE), place)).toBeLessThan(2);

  guard.allow(LOST_NETWORK);
  await server.restart('SIGKILL');
  const fresh = await api.join(links.facilitator, 'Programma');
  const stored = await api.export(board, fresh.ticket);
  expect(stored.title).toBe('Proefbord');
  expect(stored.stickers?.map(({ text }) => text).sort()).toEqual([NOTE, 'Echt'].sort());
  const watcher = await openPeer(server.url, board, fresh.ticket);
  expect(watcher.doc.getMap('meta').get('schema')).toBe(1);
  await watcher.close();
  await forger.close();
  await tableForger.close();
});
