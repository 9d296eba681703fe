import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { CanvasGuide } from '../../../canvas/index.ts';
import { useReadable } from '../../../ui/index.ts';
import type { OpenBoard } from '../useOpenBoard.ts';
import { useSheet } from '../useSheet.ts';
import { type Looking, lookingOf, openSheets, shownSheet, wasCalled } from './looking.ts';
import { useLeading } from './useLeading.ts';

/** Where this person looks, and what brings them there. */
export interface Look {
  /** The sheet that is shown; `undefined` when none is open to this person. */
  readonly sheet: TemplateKey | undefined;
  readonly open: readonly TemplateKey[];
  readonly looking: Looking;
  /** For the canvas. */
  readonly guide: CanvasGuide;
  /** By this person: lets go of a view they follow. */
  choose(sheet: TemplateKey): void;
  letGo(): void;
  lookAlong(): void;
  /** Shows the field in focus, once. */
  goToFocus(): void;
  /** Begins to lead, from what is in view now. */
  startLead(): void;
}

/** Brings together what this person chose, what is open to them, and where the conversation brings them. */
export function useLooking({ session, meeting }: OpenBoard): Look {
  const { me } = session;
  const [chosen, setChosen] = useSheet(session.board);
  const sheets = useReadable(meeting.view, (view) => view.sheets);
  const focus = useReadable(meeting.view, (view) => view.focus);
  const lead = useReadable(meeting.view, (view) => view.lead);
  const isHere = useReadable(session.others, (others) =>
    others.some(({ presence }) => presence.user.id === lead?.person),
  );
  const [letGo, setLetGo] = useState(false);
  // Who let go of one view looks along again with the next.
  if (lead === null && letGo) setLetGo(false);

  const open = useMemo(() => openSheets({ sheets }, me.role, TEMPLATE_KEYS), [sheets, me.role]);
  const sheet = shownSheet(chosen, open);
  const looking = lookingOf({ lead, me, isHere, letGo, open });
  const following = looking === 'following' ? lead : null;
  const { onView, startLead } = useLeading(meeting, looking === 'leading', sheet);

  const show = useEffectEvent((next: TemplateKey) => {
    if (open.includes(next) && next !== chosen) setChosen(next);
  });
  useEffect(() => {
    if (following !== null) show(following.sheet);
  }, [following]);
  const before = useRef<typeof focus>(undefined);
  useEffect(() => {
    if (focus !== null && wasCalled(before.current, focus)) show(focus.sheet);
    before.current = focus;
  }, [focus]);

  const [gone, setGone] = useState(0);
  const guide: CanvasGuide = {
    focus:
      focus !== null && focus.sheet === sheet
        ? { region: focus.region, calls: (focus.calls ?? 0) + gone }
        : null,
    follow: following !== null && following.sheet === sheet ? following.view : null,
    onOwnMove: () => setLetGo(looking === 'following' || letGo),
    onView,
  };
  return {
    sheet,
    open,
    looking,
    guide,
    choose(next) {
      if (looking === 'following' && next !== sheet) setLetGo(true);
      setChosen(next);
    },
    letGo: () => setLetGo(true),
    lookAlong: () => setLetGo(false),
    goToFocus() {
      if (focus === null || !open.includes(focus.sheet)) return;
      if (looking === 'following') setLetGo(true);
      setChosen(focus.sheet);
      setGone((times) => times + 1);
    },
    startLead,
  };
}
