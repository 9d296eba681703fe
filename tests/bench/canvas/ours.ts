import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardFile } from '@samenbord/shared/board';
import { layoutSheet, parseRegionId, placeAt, pointOf, regionById, regionId } from '@samenbord/shared/layout';
import { makeBoard, newVisitor } from '../page/board.ts';
import { CONTENDERS } from '../relay/contenders.ts';
import { type Field, GROUPS } from './field.ts';
import { load } from './opening.ts';
import { comeToBoard } from './others.ts';
import type { Opened, Subject } from './subject.ts';

const PARTNERS = GROUPS.map(({ color }, n) => ({ id: `p${n + 1}`, name: `Partner ${n + 1}`, color }));
const layout = layoutSheet(
  'brengen-halen',
  PARTNERS.map(({ id }) => id),
);

/** The field as a board: each sticker in the field of the sheet it lies on. */
export function boardFile({ stickers }: Field): BoardFile {
  return {
    title: 'Meting',
    partners: PARTNERS,
    stickers: stickers.map(({ id, x, y, text, group }, n) => {
      const place = placeAt(layout, { x, y }, n);
      const region = place.region === null ? undefined : parseRegionId(place.region);
      return {
        id,
        template: 'brengen-halen' as const,
        region: region?.field ?? null,
        ...(region?.partner === undefined ? {} : { panel: region.partner }),
        partner: PARTNERS[group]?.id ?? null,
        x: place.x,
        y: place.y,
        z: n,
        size: 'S' as const,
        text,
      };
    }),
  };
}

/** Our built page on our own server. */
export async function ourSubject(): Promise<{
  readonly subject: Subject;
  readonly close: () => Promise<void>;
}> {
  const { ours } = CONTENDERS;
  if (ours === undefined) throw new Error('our own server is missing among those that can be started');
  const data = mkdtempSync(join(tmpdir(), 'samenbord-bench-'));
  const server = await ours.start(data, { memory: false });
  const open: Subject['open'] = async (browser, field): Promise<Opened> => {
    const made = await makeBoard(server.url, boardFile(field));
    const context = await newVisitor(browser, made, 'Anna');
    const loaded = await load(context, `${server.url}/b/${made.board}`);
    const { page } = loaded;
    return {
      context,
      ...loaded,
      async view() {
        const canvas = page.locator('[data-camera]');
        const [camera, box] = await Promise.all([canvas.getAttribute('data-camera'), canvas.boundingBox()]);
        const { x, y, scale } = JSON.parse(camera ?? 'null') as { x: number; y: number; scale: number };
        return { x: x - (box?.x ?? 0) / scale, y: y - (box?.y ?? 0) / scale, scale };
      },
      async positions() {
        const address = `/api/boards/${made.board}/export.json`;
        const { stickers = [] } = await page.evaluate(
          async (from) => (await (await fetch(from)).json()) as BoardFile,
          address,
        );
        return new Map(
          stickers.map(({ id = '', region = null, panel, partner, x = 0, y = 0 }) => {
            const owner = panel ?? partner ?? undefined;
            const inPanel = region !== null && regionById(layout, region) === undefined;
            return [id, pointOf(layout, { region: inPanel ? regionId(region, owner) : region, x, y })];
          }),
        );
      },
      crowd: (names) => comeToBoard(made, names),
    };
  };
  return {
    subject: { title: 'Samenbord', pinch: 140, open },
    async close() {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
