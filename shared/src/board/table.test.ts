import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ORIGIN } from './origin.ts';
import { readFormer, readTable, removePartner, seatPartners, writeTable } from './table.ts';
import type { Partner, Table } from './types.ts';

const partner = (id: string): Partner => ({ id, name: id.toUpperCase(), mark: 'A', color: '#009E73' });
const table: Table = { title: 'Rietwijk', language: 'en', made: 7, partners: [partner('z'), partner('a')] };

function written(): Y.Doc {
  const doc = new Y.Doc();
  writeTable(doc, table);
  return doc;
}

describe('the table', () => {
  it('reads back as it was written, in one transaction with its origin', () => {
    const doc = new Y.Doc();
    const origins: unknown[] = [];
    doc.on('update', (_update, origin) => origins.push(origin));
    writeTable(doc, table);
    expect(readTable(doc)).toEqual({ table, unreadable: 0 });
    expect(origins).toEqual([ORIGIN.writeTable]);
  });

  it('that was never written can be shown', () => {
    expect(readTable(new Y.Doc())).toEqual({
      table: { title: '', language: 'nl', made: 0, partners: [] },
      unreadable: 0,
    });
  });

  it.each([
    ['a partner that is no object', (doc: Y.Doc) => doc.getMap('partners').set('a', 'x')],
    [
      'a colour that is none',
      (doc: Y.Doc) => doc.getMap('partners').set('a', { ...partner('a'), color: 'red', order: 1 }),
    ],
    [
      'a mark too long',
      (doc: Y.Doc) => doc.getMap('partners').set('a', { ...partner('a'), mark: 'ABC', order: 1 }),
    ],
    ['no order', (doc: Y.Doc) => doc.getMap('partners').set('a', partner('a'))],
  ])('%s is passed over, counted and kept', (_name, spoil) => {
    const doc = written();
    spoil(doc);
    const { table: read, unreadable } = readTable(doc);
    expect(read.partners.map(({ id }) => id)).toEqual(['z']);
    expect(unreadable).toBe(1);
    expect(doc.getMap('partners').has('a')).toBe(true);
  });

  it('a partner under a name that is no id is passed over and counted', () => {
    const doc = written();
    doc.getMap('partners').set('bring@x', { ...partner('x'), order: 0 });
    expect(readTable(doc)).toEqual({ table, unreadable: 1 });
  });

  it('values that do not fit fall back', () => {
    const doc = written();
    doc.getMap('table').set('title', 5);
    doc.getMap('table').set('language', 'fr');
    doc.getMap('table').set('made', 'now');
    expect(readTable(doc).table).toMatchObject({ title: '', language: 'nl', made: 0 });
  });

  it('has its partners in order, of equals by id, and no more than a sheet takes', () => {
    const doc = new Y.Doc();
    for (const id of ['k', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'a', 'j']) {
      doc.getMap('partners').set(id, { ...partner(id), order: id === 'k' ? 0 : 1 });
    }
    expect(
      readTable(doc)
        .table.partners.map(({ id }) => id)
        .join(''),
    ).toBe('kabcdefg');
  });
});

describe('who sits at the table', () => {
  const idsOf = (doc: Y.Doc) => readTable(doc).table.partners.map(({ id }) => id);

  it('is put in another order, renamed and added to in one transaction, of only what differs', () => {
    const doc = written();
    const updates: Uint8Array[] = [];
    doc.on('update', (update) => updates.push(update));
    seatPartners(doc, [partner('z'), { ...partner('a'), name: 'Aa' }, partner('m')]);
    expect(idsOf(doc)).toEqual(['z', 'a', 'm']);
    expect(readTable(doc).table.partners[1]?.name).toBe('Aa');
    expect(updates).toHaveLength(1);
    seatPartners(doc, readTable(doc).table.partners);
    expect(updates).toHaveLength(1);
  });

  it('keeps who somebody else seats at the same moment', () => {
    const [one, other] = [written(), new Y.Doc()];
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    seatPartners(one, [...readTable(one).table.partners, partner('m')]);
    seatPartners(other, [partner('a'), partner('z')]);
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    expect(idsOf(one)).toEqual(['a', 'z', 'm']);
  });

  it('is remembered by name after leaving, and forgotten as former when back', () => {
    const doc = written();
    expect(readFormer(doc).size).toBe(0);
    removePartner(doc, 'z');
    removePartner(doc, 'nobody');
    expect(idsOf(doc)).toEqual(['a']);
    expect([...readFormer(doc).values()]).toEqual([partner('z')]);
    seatPartners(doc, [partner('a'), partner('z')]);
    expect(readFormer(doc).size).toBe(0);
  });
});
