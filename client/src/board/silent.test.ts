import { readStickers } from '@samenbord/shared/board';
import { describe, expect, it } from 'vitest';
import { fakeBeside, tableOf } from './besideFixture.ts';
import { makeBoard, settled } from './boardFixture.ts';
import { openSilent } from './silent.ts';

const ROUND = { sheet: 'brengen-halen', region: 'core.ambition' } as const;

function open() {
  const beside = fakeBeside();
  let made = 0;
  const given = { newId: () => `s${++made}`, now: () => made };
  const silent = openSilent(beside, tableOf(makeBoard()), ROUND, given);
  return { beside, silent };
}

describe('what one writes in a silent round', () => {
  it('is a sticker in the field of the round, for the partner, by its writer', async () => {
    const { beside, silent } = open();
    silent.commands.addSticker({ text: 'In 2032 is Rietwijk aardgasvrij' });
    await settled();
    expect(silent.view.get()).toMatchObject({
      notes: [{ id: 's1', text: 'In 2032 is Rietwijk aardgasvrij' }],
      ready: false,
      canWrite: true,
    });
    expect([...readStickers(beside.doc).stickers.values()][0]).toMatchObject({
      partner: 'gemeente',
      author: { id: 'noor' },
      place: ROUND,
    });
  });

  it('says nothing about itself to anybody', async () => {
    const { beside, silent } = open();
    const id = silent.commands.addSticker({ text: 'a' }) ?? '';
    silent.commands.openText(id)?.edit('ab', 2);
    await settled();
    expect(beside.announced).toEqual([]);
  });

  it('is ready until the writer says otherwise', async () => {
    const { silent } = open();
    silent.commands.setReady(true);
    await settled();
    expect(silent.view.get().ready).toBe(true);
    silent.commands.setReady(false);
    await settled();
    expect(silent.view.get().ready).toBe(false);
  });
});

describe('what has not reached the server', () => {
  it('is everything until it is saved, and what was changed since', () => {
    const { beside, silent } = open();
    const id = silent.commands.addSticker({ text: 'een' }) ?? '';
    beside.status.set({ kind: 'saving', waiting: 1 });
    expect(silent.unsent()).toEqual([{ id, text: 'een' }]);
    beside.status.set({ kind: 'saved' });
    expect(silent.unsent()).toEqual([]);
    silent.commands.openText(id)?.edit('een en meer', 11);
    beside.status.set({ kind: 'offline', waiting: 1 });
    silent.commands.addSticker({ text: 'twee' });
    silent.commands.addSticker({ text: '  ' });
    expect(silent.unsent()).toEqual([
      { id, text: 'een en meer' },
      { id: 's2', text: 'twee' },
    ]);
    beside.status.set({ kind: 'ended', waiting: 2, reason: 'over' });
    expect(silent.unsent()).toHaveLength(2);
  });

  it('is nothing of what this person saved in another window', async () => {
    const { beside, silent } = open();
    const other = open();
    other.silent.commands.addSticker({ text: 'elders' });
    const { applyUpdate, encodeStateAsUpdate } = await import('yjs');
    applyUpdate(beside.doc, encodeStateAsUpdate(other.beside.doc), 'network');
    await settled();
    expect(silent.unsent()).toEqual([]);
  });
});
