import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { BoardFile } from '@samenbord/shared/board';
import { rietwijk } from '@samenbord/shared/demo';
import { tint } from '../../client/src/drawing/colors.ts';
import { readChunks } from '../../client/src/export/testing/readPng.ts';
import type { BoardApi } from './support/boardApi.ts';
import { decodePng, difference, parseHex } from './support/pixels.ts';
import { expect, test } from './support/test.ts';
import { type Lying, lyingOn } from './support/truth.ts';

/** Rounding of a sheet to whole pixels may mix a pixel with its neighbour; a wrong colour is far off. */
const SAME_COLOR = 3;

async function makeDemo(api: BoardApi) {
  const made = await api.create(rietwijk);
  const { ticket } = await api.join(made.links.facilitator, 'Programma');
  return { made, file: await api.export(made.board, ticket) };
}

async function savePng(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PNG opslaan' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^rietwijk-wekt-op-.*\.png$/);
  return readFile(await file.path());
}

function readHeader(png: Buffer) {
  const chunks = readChunks(png);
  const data = (type: string) => Buffer.from(chunks.find((chunk) => chunk.type === type)?.data ?? []);
  const size = data('IHDR');
  const density = data('pHYs');
  return {
    width: size.readUInt32BE(0),
    height: size.readUInt32BE(4),
    density: [density.readUInt32BE(0), density.readUInt32BE(4), density.readUInt8(8)],
  };
}

/** Where nothing but a sticker's own ground is: just inside its top edge, left of the middle. */
function groundOf({ center, side }: Lying, scale: number) {
  return { x: (center.x - side * 0.25) * scale, y: (center.y - side * 0.462) * scale };
}

function colorOf(file: BoardFile, { partner }: Lying): string {
  const color = file.partners.find(({ id }) => id === partner)?.color;
  return color === undefined ? '#F1ECE2' : tint(color);
}

test('the picture of the demo has the size, the density and the stickers of the sheet', async ({
  api,
  people,
}) => {
  const { made, file } = await makeDemo(api);
  const board = await people.join(made.links.facilitator, 'Ans');
  const other = await people.join(made.links.partners[0]?.url ?? '', 'Bram');
  const { page } = board;

  // Something to be left out: a selection here, and somebody else's cursor.
  await board.sticker('Energie van, voor en door de buurt').click();
  await other.page.mouse.move(600, 400);
  await board.openPicture();
  await page.getByRole('radio', { name: 'A3', exact: true }).check();
  await page.getByRole('radio', { name: /300 dpi/ }).check();
  await page.getByRole('checkbox', { name: 'Kernwaarden weglaten' }).uncheck();
  const png = await savePng(page);

  // 300 dots per inch are 11811 per metre; unit 1 of pHYs is the metre.
  expect(readHeader(png)).toEqual({ width: 4961, height: 3508, density: [11811, 11811, 1] });

  const stickers = lyingOn(file, 'brengen-halen');
  expect(stickers).toHaveLength(35);
  const scale = Math.min(4961 / 4200, 3508 / 2970);
  const picture = await decodePng(
    page,
    png,
    stickers.map((sticker) => groundOf(sticker, scale)),
  );
  expect(picture).toMatchObject({ width: 4961, height: 3508 });
  const wrong = stickers.filter((sticker, i) => {
    const color = picture.colors[i];
    return color === undefined || difference(color, parseHex(colorOf(file, sticker))) > SAME_COLOR;
  });
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

test('no cursor, selection or handle is in the picture', async ({ api, people }) => {
  const { made } = await makeDemo(api);
  const board = await people.join(made.links.facilitator, 'Ans');
  const other = await people.join(made.links.partners[0]?.url ?? '', 'Bram');
  const { page } = board;

  const make = async (): Promise<Buffer> => {
    await board.openPicture();
    await page.getByRole('radio', { name: 'A4', exact: true }).check();
    await page.getByRole('radio', { name: /150 dpi/ }).check();
    const png = await savePng(page);
    await page.getByRole('button', { name: 'Sluiten', exact: true }).click();
    return png;
  };
  const pixels = (png: Buffer) => readChunks(png).filter(({ type }) => type === 'IDAT');

  // The time in the picture must be the same in both.
  await page.clock.setFixedTime('2026-03-02T10:00:00');
  const plain = await make();
  expect(readHeader(plain)).toEqual({ width: 1754, height: 1240, density: [5906, 5906, 1] });

  const { x, y } = await board.centerOf('Energie van, voor en door de buurt');
  await board.select('Energie van, voor en door de buurt');
  await other.page.mouse.move(x, y + 40);
  await other.page.mouse.move(x + 5, y + 44);
  await expect(board.others).toContainText('2');
  const busy = await make();
  expect(pixels(busy)).toEqual(pixels(plain));
});

test('the text beside the picture can be copied: every field with its stickers', async ({ api, people }) => {
  const { made, file } = await makeDemo(api);
  const board = await people.join(made.links.facilitator, 'Ans', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page } = board;
  await board.openPicture();
  await page.getByRole('button', { name: 'Kopieer tekst' }).click();
  await expect(page.getByRole('button', { name: 'Tekst gekopieerd' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  // What partners will not give up is confidential: it stays out unless somebody asks for it.
  const stickers = lyingOn(file, 'brengen-halen');
  const missing = stickers.filter(({ text }) => !copied.includes(text));
  expect(missing.map(({ region }) => region)).toEqual(file.partners.map(({ id }) => `coreValue@${id}`));
  for (const field of ['Essentie', 'Spannende punten', 'Brengen', 'Halen']) expect(copied).toContain(field);
  for (const { name } of file.partners) expect(copied).toContain(name);
  expect(copied).not.toContain('Batterij en sturing');

  await page.getByRole('radio', { name: 'Partnermodel Canvas' }).check();
  await expect(page.getByRole('region', { name: 'Tekst bij de afbeelding' })).toContainText(
    'Batterij en sturing: € 900.000 eenmalig',
  );
});
