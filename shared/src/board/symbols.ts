import type * as Y from 'yjs';
import { ORIGIN } from './origin.ts';

/**
 * What stands on a sticker beside its words: the name of an icon (`handshake`), or an emoji. Whoever does not
 * know an icon's name shows the words alone.
 */
const ICON_NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** One emoji: with skin tones, joiners and flags it may take some UTF-16 units, and never many. */
const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3)(?:\p{Emoji}|\p{M}|\u200D|[\u{E0020}-\u{E007F}])*$/u;
const LONGEST_EMOJI = 24;

export const isIconName = (symbol: string): boolean => ICON_NAME.test(symbol);

/** Whether a text may stand on a sticker as its symbol. */
export function isSymbol(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  return isIconName(value) || (value.length <= LONGEST_EMOJI && EMOJI.test(value));
}

/** The symbol in a sticker's record; `undefined` for none, and for what is none. */
export function readSymbol(value: unknown): string | undefined {
  return isSymbol(value) ? value : undefined;
}

/** Puts a symbol on a sticker; `undefined` takes it off. */
export function setSymbol(doc: Y.Doc, record: Y.Map<unknown> | undefined, symbol: string | undefined): void {
  if (record === undefined) return;
  doc.transact(() => {
    if (symbol === undefined) record.delete('symbol');
    else if (record.get('symbol') !== symbol) record.set('symbol', symbol);
  }, ORIGIN.setSymbol);
}
