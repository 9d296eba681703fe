import { expect, it } from 'vitest';
import { setUp } from '../testing/harness.ts';
import { found, plain } from './finding.ts';

const nameOf = (_sheet: string, region: string | null): string => `Vak ${region ?? 'los'}`;

it('finds by text, partner and field, all words, whatever their case and accents', () => {
  const { board } = setUp();
  board.elsewhere.write('a', 'Coöperatief wonen');
  const ids = (query: string) =>
    found(board.view.get(), ['partnermodel-canvas'], query, nameOf).map(({ id }) => id);
  expect(ids('cooperatief')).toEqual(['a']);
  expect(ids('WONEN coöp')).toEqual(['a']);
  expect(ids('veenwaarde')).toEqual(['a']);
  expect(ids('sharedambition')).toEqual(['b', 'c']);
  expect(ids('sharedambition drie')).toEqual(['c']);
  expect(ids('niets')).toEqual([]);
  expect(ids('   ')).toEqual([]);
});

it('finds sheet by sheet in the order given, and only on those', () => {
  const { board } = setUp();
  board.commands.addStickers([
    { sheet: 'brengen-halen', center: { x: 800, y: 800 }, partner: null, text: 'Twee' },
  ]);
  const sheets = (...order: ('brengen-halen' | 'partnermodel-canvas')[]) =>
    found(board.view.get(), order, 'twee', nameOf).map((one) => one.sheet);
  expect(sheets('brengen-halen', 'partnermodel-canvas')).toEqual(['brengen-halen', 'partnermodel-canvas']);
  expect(sheets('partnermodel-canvas', 'brengen-halen')).toEqual(['partnermodel-canvas', 'brengen-halen']);
  expect(sheets('brengen-halen')).toEqual(['brengen-halen']);
});

it('compares letters without their marks', () => {
  expect(plain('ÉÉN coöperatie')).toBe('een cooperatie');
});
