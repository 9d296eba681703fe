import type { Browser } from '@playwright/test';
import { Distribution } from '../relay/distribution.ts';
import { type MadeBoard, newVisitor, openBoard } from './board.ts';

/** Stickers on the sheet of which the picture is made: a full board. */
export const PICTURE_STICKERS = 300;

const RUNS = 5;

export interface PictureResult {
  /** From the press of the button to the file that arrived, ms. */
  readonly median: number;
  readonly runs: readonly number[];
  /** Bytes of the file. */
  readonly bytes: number;
}

/** A board file with this many stickers over the fields of the canvas. */
export function crowdedBoard(fields: readonly string[], partners: readonly { readonly name: string }[]) {
  const stickers = Array.from({ length: PICTURE_STICKERS }, (_, n) => ({
    template: 'partnermodel-canvas' as const,
    region: fields[n % fields.length] ?? null,
    text: `Sticker ${n + 1}: wat we hier samen over hebben afgesproken, in een zin`,
  }));
  return { title: 'Een vol bord', partners: [...partners], stickers };
}

/** Makes the picture of a sheet, A3 at 300 dpi, again and again. */
export async function picture(browser: Browser, made: MadeBoard): Promise<PictureResult> {
  const context = await newVisitor(browser, made, 'Anna');
  const page = await context.newPage();
  await openBoard(page, made);
  await page.getByRole('tab', { name: 'Partnermodel Canvas' }).click();
  await page.getByRole('button', { name: 'Afbeelding', exact: true }).click();
  await page.getByRole('radio', { name: 'A3', exact: true }).check();
  await page.getByRole('radio', { name: /300 dpi/ }).check();
  const save = page.getByRole('button', { name: 'PNG opslaan' });
  const runs: number[] = [];
  const times = new Distribution();
  let bytes = 0;
  for (let run = 0; run < RUNS; run++) {
    const arriving = page.waitForEvent('download');
    const began = performance.now();
    await save.click();
    const download = await arriving;
    runs.push(performance.now() - began);
    const chunks = await (await download.createReadStream()).toArray();
    bytes = chunks.reduce((sum: number, chunk: Buffer) => sum + chunk.byteLength, 0);
  }
  for (const run of runs) times.add(run);
  await context.close();
  return { median: times.percentile(0.5), runs, bytes };
}
