import { type InkStroke, inkOf, readStroke } from '@samenbord/shared/board';
import type { TemplateKey } from '@samenbord/shared/template';
import type * as Y from 'yjs';
import { bySheet } from './layouts.ts';

/** The ink of a board at one moment. Lists that did not change are the same as last time. */
export interface Ink {
  readonly sheets: Readonly<Record<TemplateKey, readonly InkStroke[]>>;
  readonly stickers: ReadonlyMap<string, readonly InkStroke[]>;
  /** Strokes on the board, those of removed stickers included. */
  readonly count: number;
  /** Stickers whose ink may have changed since the reading before. */
  readonly touched: ReadonlySet<string>;
  readonly unreadable: number;
}

/** Reads ink again and again, each time only what transactions touched since. */
export function inkReader(board: Y.Doc): { touch: (id: string) => void; read: () => Ink } {
  const strokes = new Map<string, InkStroke>();
  const unfit = new Set<string>();
  let touched = new Set<string>(inkOf(board).keys());
  let last: Ink = {
    sheets: bySheet(() => []),
    stickers: new Map(),
    count: 0,
    touched: new Set(),
    unreadable: 0,
  };

  const readOne = (id: string): readonly (InkStroke | undefined)[] => {
    const before = strokes.get(id);
    strokes.delete(id);
    unfit.delete(id);
    const value = inkOf(board).get(id);
    const stroke = value === undefined ? undefined : readStroke(id, value);
    if (stroke) strokes.set(id, stroke);
    else if (value !== undefined) unfit.add(id);
    return [before, stroke];
  };

  return {
    touch: (id) => void touched.add(id),
    read() {
      if (touched.size === 0) {
        if (last.touched.size > 0) last = { ...last, touched: new Set() };
        return last;
      }
      const changed = [...touched].flatMap(readOne).filter((stroke) => stroke !== undefined);
      touched = new Set();
      last = next(last, strokes, changed, unfit.size);
      return last;
    },
  };
}

function next(
  last: Ink,
  strokes: ReadonlyMap<string, InkStroke>,
  changed: readonly InkStroke[],
  unreadable: number,
): Ink {
  const onSheet = new Set(changed.map(({ ground }) => ground.sheet));
  const onSticker = new Set(changed.flatMap(({ ground }) => ground.sticker ?? []));
  const groups = new Map<string, InkStroke[]>();
  for (const stroke of strokes.values()) {
    const { sheet, sticker } = stroke.ground;
    if (sheet !== undefined ? !onSheet.has(sheet) : !onSticker.has(sticker)) continue;
    const key = sheet === undefined ? `sticker ${sticker}` : `sheet ${sheet}`;
    const group = groups.get(key);
    if (group) group.push(stroke);
    else groups.set(key, [stroke]);
  }
  const stickers = new Map(last.stickers);
  for (const id of onSticker) {
    const group = groups.get(`sticker ${id}`);
    if (group) stickers.set(id, group.sort(byOrder));
    else stickers.delete(id);
  }
  return {
    sheets: bySheet((key) =>
      onSheet.has(key) ? (groups.get(`sheet ${key}`) ?? []).sort(byOrder) : last.sheets[key],
    ),
    stickers,
    count: strokes.size,
    touched: onSticker,
    unreadable,
  };
}

/** As drawn, ties by id so that every copy agrees. */
function byOrder(a: InkStroke, b: InkStroke): number {
  return a.z - b.z || (a.id < b.id ? -1 : 1);
}
