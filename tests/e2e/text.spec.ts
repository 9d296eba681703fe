import type { BoardFile } from '@samenbord/shared/board';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { expect, test } from './support/test.ts';

const BOARD: BoardFile = {
  ...TWO_PARTNERS,
  stickers: [{ template: 'brengen-halen', region: 'core.ambition', text: 'midden' }],
};

test('two people type in one sticker at the same time: both texts survive, equal on both', async ({
  api,
  people,
}) => {
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const a = await people.join(links.facilitator, 'Anna');
  const b = await people.join(links.partners[0]?.url ?? '', 'Bram');
  await a.openText('midden');
  await b.openText('midden');
  await a.editor.press('Control+Home');
  await b.editor.press('Control+End');
  await Promise.all([
    a.editor.pressSequentially('Anna typt vooraan. ', { delay: 15 }),
    b.editor.pressSequentially(' En Bram achteraan.', { delay: 17 }),
  ]);
  const both = 'Anna typt vooraan. midden En Bram achteraan.';
  await expect(a.editor).toHaveValue(both);
  await expect(b.editor).toHaveValue(both);

  // Each caret stayed with its own words.
  await Promise.all([a.editor.pressSequentially('AA'), b.editor.pressSequentially('BB')]);
  const all = 'Anna typt vooraan. AAmidden En Bram achteraan.BB';
  await expect(a.editor).toHaveValue(all);
  await expect(b.editor).toHaveValue(all);
  await a.finishText();
  await b.finishText();
  for (const one of [a, b]) {
    await expect(one.sticker(all)).toBeVisible();
    await expect(one.status).toHaveText('Bewaard');
  }
  expect((await api.export(board, ticket)).stickers?.map(({ text }) => text)).toEqual([all]);
});

test('in the same word, at the same place: no letter is lost', async ({ api, people }) => {
  const { board, links } = await api.create(BOARD);
  const { ticket } = await api.join(links.facilitator, 'Programma');
  const a = await people.join(links.facilitator, 'Anna');
  const b = await people.join(links.partners[0]?.url ?? '', 'Bram');
  await a.openText('midden');
  await b.openText('midden');
  await a.editor.press('Control+End');
  await b.editor.press('Control+End');
  await Promise.all([
    a.editor.pressSequentially('1234567890', { delay: 12 }),
    b.editor.pressSequentially('abcdefghij', { delay: 12 }),
  ]);
  const length = 'midden'.length + 20;
  await expect(a.editor).toHaveValue(/^midden.{20}$/);
  await expect.poll(async () => (await b.editor.inputValue()).length).toBe(length);
  const text = await a.editor.inputValue();
  await expect(b.editor).toHaveValue(text);
  expect(text.replaceAll(/[^0-9]/g, '')).toBe('1234567890');
  expect(text.replaceAll(/midden|[0-9]/g, '')).toBe('abcdefghij');
  await a.finishText();
  await expect(a.status).toHaveText('Bewaard');
  await expect(b.status).toHaveText('Bewaard');
  expect((await api.export(board, ticket)).stickers?.map((sticker) => sticker.text)).toEqual([text]);
});
