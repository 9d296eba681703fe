import { harmless } from '../ui/harmless.ts';
import type { SheetText, TextGroup, TextItem } from './sheetText.ts';

/** The text alternative for the clipboard as plain text. No line of it is a formula where it is pasted. */
export function asPlainText(text: SheetText): string {
  const head = [text.title, ...text.lines].join('\n');
  return harmless(
    `${[head, ...text.groups.flatMap(plainGroup), ...plainLinks(text), text.source].join('\n\n')}\n`,
  );
}

/** A partner's fields carry its name, since plain text has no levels of headings. */
function plainGroup({ heading, fields, empty }: TextGroup): readonly string[] {
  const named = (label: string): string => (heading === null ? label : `${heading} · ${label}`);
  return [
    ...fields.map(({ label, items }) =>
      [named(label), ...items.map((item) => plainItem(withPartner(item)))].join('\n'),
    ),
    ...(empty === null ? [] : [named(empty)]),
  ];
}

function plainLinks({ links }: SheetText): readonly string[] {
  return links === null ? [] : [[links.label, ...links.items.map(plainItem)].join('\n')];
}

/** Further lines of a sticker are indented, so that they do not look like other stickers. */
function plainItem(item: string): string {
  return `• ${item.replaceAll(/\r\n?|\n/g, '\n  ')}`;
}

/**
 * The text alternative for the clipboard as HTML, to paste into a letter with its headings and lists. What
 * people wrote is escaped: none of it becomes markup, or a formula.
 */
export function asHtml(text: SheetText): string {
  const head = [`<h1>${escaped(text.title)}</h1>`, ...text.lines.map((line) => `<p>${escaped(line)}</p>`)];
  const tail = `<p><small>${escaped(text.source)}</small></p>`;
  return [...head, ...text.groups.flatMap(htmlGroup), ...htmlLinks(text), tail].join('\n');
}

function htmlGroup({ heading, fields, empty }: TextGroup): readonly string[] {
  const level = heading === null ? 'h2' : 'h3';
  return [
    ...(heading === null ? [] : [`<h2>${escaped(heading)}</h2>`]),
    ...fields.flatMap(({ label, items }) => [
      `<${level}>${escaped(label)}</${level}>`,
      htmlList(items.map(withPartner)),
    ]),
    ...(empty === null ? [] : [`<p>${escaped(empty)}</p>`]),
  ];
}

function htmlLinks({ links }: SheetText): readonly string[] {
  return links === null ? [] : [`<h2>${escaped(links.label)}</h2>`, htmlList(links.items)];
}

function htmlList(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

/** A sticker's text with its partner in brackets. */
export function withPartner({ text, partner }: TextItem): string {
  return partner === null ? text : `${text} (${partner})`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return harmless(text)
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replaceAll(/\r\n?|\n/g, '<br>');
}
