import { BESIDE } from '@samenbord/shared/layout';
import type { Language } from '@samenbord/shared/template';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { fieldName } from '../board/fieldName.ts';
import { homeOf, isParkedView } from '../board/parked.ts';
import type { BoardHandle, StickerView } from '../board/types.ts';
import { text } from '../i18n/index.ts';
import { announce } from '../ui/index.ts';
import { actContextOf } from './actContext.ts';
import { select } from './acts.ts';
import { Mirror } from './dom/mirror.ts';
import { symbolNames } from './hearing/later.ts';
import { nameInField, saidOf } from './hearing/stickerName.ts';
import { parkedName } from './parking/parkedName.ts';
import type { Stage } from './stage.ts';
import { withVotes } from './votes/words.ts';

interface MirrorHookOptions {
  readonly board: BoardHandle;
  readonly language: Language;
}

/** Keeps the accessible mirror of a stage. @returns the way to move the focus to a sticker */
export function useMirror(
  stage: Stage | undefined,
  root: RefObject<HTMLElement | null>,
  { board, language }: MirrorHookOptions,
): (id: string) => void {
  const mirror = useRef<Mirror>(undefined);

  useEffect(() => {
    if (!stage || !root.current) return;
    const { model } = stage;
    const nameOf = (region: string | null): string =>
      region === null
        ? text('canvas', 'sheet.loose')
        : region === BESIDE
          ? text('canvas', 'parked.name')
          : fieldName(model.sheet().layout, region, model.view().partners, language);
    const signOf = symbolNames(language, () => mirror.current?.respell());
    const nameAtRest = (sticker: StickerView): string => {
      const { parked } = model.sheet();
      if (parked === undefined || !isParkedView(sticker))
        return nameInField(sticker, nameOf(sticker.region), signOf);
      const home = homeOf(model.sheet().layout, sticker);
      const said = saidOf(sticker, signOf);
      if (home !== undefined) return text('canvas', 'mirror.parkedFrom', { text: said, field: nameOf(home) });
      return text('canvas', 'mirror.parked', { text: said, parked: parkedName(parked, language) });
    };
    const writingIn = (id: string): string => {
      const names = (model.writers.get().get(id) ?? []).map((person) => person.name);
      if (names.length === 0) return '';
      return text('canvas', 'people.writing', { names: names.join(', '), count: names.length });
    };
    const made = new Mirror(root.current, {
      model,
      labelOf: (region) => stage.labelOf(region),
      fieldName: nameOf,
      labelName: (region) => text('canvas', 'mirror.label', { field: nameOf(region) }),
      stickerName: (sticker) =>
        withWriters(withVotes(nameAtRest(sticker), sticker.votes), writingIn(sticker.id)),
      writingIn,
      activate: (id) => {
        if (!model.canWrite()) {
          model.reading.set(id);
          return;
        }
        if (model.lines.finish(id)) return;
        select(model, [id]);
        actContextOf(model, () => root.current).enterToolbar();
      },
    });
    mirror.current = made;
    const stops = [
      board.view.subscribe(() => made.refresh()),
      model.writers.subscribe(() => made.refresh()),
      model.traces.hovered.subscribe(() => {
        const over = model.traces.hovered.get().map((region) => nameOf(region));
        if (over.length > 0) announce(text('canvas', 'mirror.over', { field: over.join(', ') }));
      }),
    ];
    made.refresh();
    return () => {
      for (const stop of stops) stop();
      made.close();
      mirror.current = undefined;
    };
  }, [stage, root, board, language]);

  return useCallback((id) => mirror.current?.focus(id), []);
}

function withWriters(name: string, writing: string): string {
  return writing === '' ? name : text('canvas', 'mirror.writing', { sticker: name, writing });
}
