import type { Desk } from './desk.ts';
import type { Conductor } from './types.ts';

type Views = Pick<Conductor, 'focus' | 'callToFocus' | 'lead' | 'stopLead'>;

/** Where everybody looks. */
export function viewCommands({ me, meeting, set }: Desk): Views {
  return {
    focus: (on) => set({ focus: on && { ...on, calls: 0 } }),
    callToFocus() {
      const { focus } = meeting();
      if (focus !== null) set({ focus: { ...focus, calls: (focus.calls ?? 0) + 1 } });
    },
    lead(sheet, { x, y, width, height }) {
      // Whole units are finer than anybody sees, and short in the document.
      const [left, top, wide, high] = [x, y, width, height].map(Math.round) as [
        number,
        number,
        number,
        number,
      ];
      if (wide < 1 || high < 1) return;
      set({ lead: { person: me.id, sheet, view: { x: left, y: top, width: wide, height: high } } });
    },
    stopLead: () => set({ lead: null }),
  };
}
