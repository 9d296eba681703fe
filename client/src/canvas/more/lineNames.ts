import type { LinkKind } from '@samenbord/shared/board';
import type { LinkView } from '../../board/types.ts';
import type { CanvasModel } from '../model.ts';
import type { Say } from './say.ts';

/** What a kind of line is called, in the reader's language. */
type SayKind = (key: `link.${LinkKind}`) => string;

/** Characters of a sticker's text that tell which one is meant. */
const ENOUGH = 40;

/** A line as it is read aloud: what it says, and between which stickers. */
export function lineName(
  model: CanvasModel,
  { kind, from, to }: LinkView,
  t: Say,
  kindName: SayKind,
): string {
  return t('line.name', {
    kind: kindName(`link.${kind}`),
    from: said(model, from, t),
    to: said(model, to, t),
  });
}

/** The other end of a line, for a list of the lines of one sticker. */
export function lineFrom(
  model: CanvasModel,
  link: LinkView,
  sticker: string,
  t: Say,
  kindName: SayKind,
): string {
  const other = link.from === sticker ? link.to : link.from;
  return t('line.item', { kind: kindName(`link.${link.kind}`), other: said(model, other, t) });
}

function said(model: CanvasModel, id: string, t: Say): string {
  const text = model.view().byId.get(id)?.text.trim() ?? '';
  if (text === '') return t('line.empty');
  return text.length > ENOUGH ? `${text.slice(0, ENOUGH).trimEnd()}…` : text;
}
