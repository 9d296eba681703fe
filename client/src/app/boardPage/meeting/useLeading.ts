import type { Rect } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Conductor, MeetingHandle } from '../../../board/index.ts';
import { throttled } from './throttled.ts';

/** Least ms between two views that are said: each is written to the disk before others get it. */
const PACE = 250;

interface Leading {
  /** For the canvas: where this person looks; `null` while nobody follows. */
  readonly onView: ((view: Rect) => void) | null;
  /** Begins, with the view that the canvas says next. */
  startLead(): void;
}

/** Says where this person looks while they lead. */
export function useLeading(meeting: MeetingHandle, leads: boolean, sheet: TemplateKey | undefined): Leading {
  const [starting, setStarting] = useState(false);
  if (leads && starting) setStarting(false);
  const active = leads || starting;
  const conductor = useRef<Conductor>(undefined);
  const seen = useRef<Rect>(undefined);
  const now = useRef({ active, sheet });
  useEffect(() => {
    now.current = { active, sheet };
  });
  const pace = useMemo(() => {
    const paced = throttled<Rect>((view) => {
      if (now.current.active && now.current.sheet !== undefined)
        conductor.current?.lead(now.current.sheet, view);
    }, PACE);
    return {
      stop: paced.stop,
      call(view: Rect) {
        seen.current = view;
        paced.call(view);
      },
    };
  }, []);
  useEffect(() => {
    if (!active) return;
    let current = true;
    void meeting
      .conductor()
      .then((found) => {
        if (!current) return;
        conductor.current = found;
        // What the canvas said while the commands were on their way.
        if (seen.current !== undefined) pace.call(seen.current);
      })
      .catch(() => setStarting(false));
    return () => {
      current = false;
      pace.stop();
    };
  }, [active, meeting, pace]);
  // Another sheet with the same camera is another view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet is what it is about
  useEffect(() => {
    if (seen.current !== undefined && active) pace.call(seen.current);
  }, [sheet, active, pace]);
  return { onView: active ? pace.call : null, startLead: () => setStarting(true) };
}
