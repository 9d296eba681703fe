import { boardFromFile, moveStickers, readPlaces } from '@samenbord/shared/board';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { ClockRange } from './coverage.ts';

/**
 * What people do on the board, made before anything is measured: documents and messages of the product
 * itself, the same bytes for every relay.
 */

const TEXTS = [
  'Wij brengen kennis van de wijk en het vertrouwen van bewoners',
  'Een plek waar jongeren na school terechtkunnen',
  'Menskracht: twee projectleiders, één dag per week',
  'Minder wachttijd, meer samenhang',
  'Betaalbare warmte voor iedereen in de straat',
];

/** The members of a small collaboration, as the API takes them. */
export const PARTNERS = [
  { id: 'gemeente', name: 'Gemeente Veenwaarde' },
  { id: 'corporatie', name: 'Woonstede' },
] as const;

/** A board with so many stickers on it, as one Yjs update. The same every time. */
export function boardOf(stickers: number): Uint8Array {
  let next = 0;
  const { board } = boardFromFile(
    {
      title: 'Meting',
      partners: [...PARTNERS],
      stickers: Array.from({ length: stickers }, (_, n) => ({
        id: `s${n}`,
        template: 'brengen-halen' as const,
        partner: PARTNERS[n % 2 === 0 ? 0 : 1].id,
        region: n % 3 === 0 ? 'gain' : 'bring',
        x: ((n * 7) % 97) / 97,
        y: ((n * 13) % 89) / 89,
        text: `${TEXTS[n % TEXTS.length] ?? ''} (${n})`,
      })),
    },
    {
      now: 1_750_000_000_000,
      newId: () => {
        next += 1;
        return `id${next}`;
      },
    },
  );
  return board;
}

/** A document update and the clocks it takes. */
export interface PreparedUpdate extends ClockRange {
  readonly update: Uint8Array;
}

/**
 * The drops of one person who moves two stickers about: each is one update of the product's own command.
 * @param seed the board as everybody has it
 * @param stickers those of this person, so that people do not take each other's
 */
export function prepareMoves(
  seed: Uint8Array,
  client: number,
  stickers: readonly string[],
  count: number,
): PreparedUpdate[] {
  const doc = new Y.Doc();
  doc.clientID = client;
  Y.applyUpdate(doc, seed);
  const known = readPlaces(doc).places;
  const prepared: PreparedUpdate[] = [];
  let from = 0;
  doc.on('update', (update: Uint8Array) => {
    const to = Y.getState(doc.store, client);
    prepared.push({ update, from, to });
    from = to;
  });
  for (let n = 0; n < count; n++) {
    const id = stickers[n % stickers.length] ?? '';
    const place = known.get(id);
    if (place === undefined) throw new Error(`there is no sticker ${id} to move`);
    moveStickers(doc, new Map([[id, { ...place, x: (n % 100) / 100, y: ((n * 3) % 100) / 100, z: n }]]));
  }
  doc.destroy();
  return prepared;
}

/** Presence as the page sends it in the middle of a drag, as an awareness update. */
export function prepareState(client: number, clock: number, person: string): Uint8Array {
  const x = 500 + ((clock * 17) % 3000);
  const y = 400 + ((clock * 11) % 2000);
  const state = {
    user: { id: `person-${person}`, name: `Deelnemer ${person}`, role: 'partner', partner: 'gemeente' },
    sheet: 'brengen-halen',
    cursor: { sheet: 'brengen-halen', x, y },
    drag: { sheet: 'brengen-halen', stickers: [{ id: `s${person}`, x, y }] },
  };
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}
