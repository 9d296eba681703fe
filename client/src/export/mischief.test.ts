import { boardFileSchema, boardFromFile, boardToFile } from '@samenbord/shared/board';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { harmless } from '../ui/harmless.ts';
import type { SheetText } from './sheetText.ts';
import { asHtml, asPlainText } from './sheetTextFormats.ts';

/** What somebody might write to have it run in another's page, letter or spreadsheet. */
const MISCHIEF = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'--></style></textarea><script>alert(1)</script>",
  '</li></ul><h1>x',
  'javascript:alert(1)',
  '&lt;script&gt;&#x3c;script&#62;',
  '=HYPERLINK("http://evil.example";"klik")',
  "+1+cmd|' /C calc'!A0",
  "-1+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '\t=1+1',
  '  =1+1',
  '＝1+1',
  'gewoon\n=1+1',
  'gewoon\r\n-2+3',
  'geplakt\t=1+1',
  'geplakt\u2028=1+1',
  'geplakt\v=1+1',
  '\u202E=1+1',
  '"=1+1"',
  ' " =HYPERLINK("http://evil.example";"klik")"',
  "gewoon\n'=1+1'",
  '{{constructor.constructor("alert(1)")()}}',
  `\${alert(1)}`,
];

const textOf = (what: string): SheetText => ({
  title: what,
  lines: [what],
  groups: [
    {
      heading: what,
      fields: [
        {
          label: what,
          items: [
            { text: what, partner: what },
            { text: what, partner: null },
          ],
        },
      ],
      empty: what,
    },
  ],
  links: { label: what, items: [what] },
  source: 'Bron',
});

/** Of an HTML text: its tags, and what stands between them as a reader sees it. */
function partsOf(html: string): { readonly tags: Set<string>; readonly texts: string[] } {
  const tags = new Set(html.match(/<[^>]*>/g) ?? []);
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  const texts = html
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => named[name] ?? ''));
  return { tags, texts };
}

/** A tab or another end of a line begins another cell. */
const cellsOf = (text: string): string[] => text.split(/[\n\r\t\v\f\u2028\u2029]/u);

/** Quotes around a cell are taken off before it is read. */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠]/u;

describe('what people wrote, as text to copy', () => {
  it.each(MISCHIEF)('%j becomes no markup', (what) => {
    const { tags } = partsOf(asHtml(textOf(what)));
    for (const tag of tags) expect(tag).toMatch(/^<(\/?(h1|h2|h3|p|ul|li|small)|br)>$/);
  });

  it.each(MISCHIEF)('%j becomes no formula in a spreadsheet', (what) => {
    for (const cell of cellsOf(asPlainText(textOf(what)))) expect(cell).not.toMatch(FORMULA);
    for (const text of partsOf(asHtml(textOf(what))).texts.flatMap(cellsOf))
      expect(text).not.toMatch(FORMULA);
  });

  it('reads the same', () => {
    for (const what of [...MISCHIEF, 'gewone tekst', '€ 5 = veel', '1 - 2']) {
      const spaced = what
        .replaceAll('\r\n', '\n')
        .replaceAll(/[\t\v\u2028]/g, ' ')
        .replaceAll('\u202E', '');
      expect(harmless(what).replaceAll('\u2060', '')).toBe(spaced);
      const visible = partsOf(asHtml(textOf(what)))
        .texts.join('')
        .replaceAll('\u2060', '');
      expect(visible).toContain(spaced.split('\n')[0]);
    }
    expect(harmless('gewone tekst, 1 - 2 = 3')).toBe('gewone tekst, 1 - 2 = 3');
  });
});

it('the board as a file gives back what was written, letter for letter', () => {
  const partners = [{ name: 'A' }, { name: 'B' }];
  const stickers = MISCHIEF.map((text) => ({ template: 'brengen-halen' as const, text }));
  const made = boardFromFile(
    { title: '=1+1', partners, stickers },
    { now: 1, newId: () => `${Math.random()}` },
  );
  const [board, table] = [made.board, made.table].map((update) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    return doc;
  });
  if (board === undefined || table === undefined) throw new Error('two documents were made');
  const file = boardFileSchema.parse(JSON.parse(JSON.stringify(boardToFile(board, table))));
  expect(file.stickers?.map(({ text }) => text).toSorted()).toEqual(MISCHIEF.toSorted());
});
