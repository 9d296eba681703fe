import { startTimer, type Turns } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import type { Desk } from './desk.ts';
import { moved } from './moved.ts';
import type { Conductor } from './types.ts';

type TurnsOf = Pick<
  Conductor,
  'planTurns' | 'shuffleTurns' | 'moveTurn' | 'nextTurn' | 'previousTurn' | 'endTurns'
>;

/** Who speaks when, with equal time for all. */
export function turnCommands(desk: Desk): TurnsOf {
  const { meeting, set, now } = desk;
  /** The turns with only who is at the table; whose turn it is stays that partner's. */
  const present = (): Turns | null => {
    const { turns } = meeting();
    const seated = new Set(desk.partners().map(({ id }) => id));
    return turns && withOnly(turns, seated);
  };
  const reorder = (turns: Turns, order: readonly string[]): void => {
    const speaking = turns.current === null ? undefined : turns.order[turns.current];
    const current = speaking === undefined ? null : order.indexOf(speaking);
    set({ turns: { ...turns, order: [...order], current } });
  };
  const give = (turns: Turns, current: number): void =>
    set({ turns: { ...turns, current }, timer: startTimer(turns.each, now()) });

  return {
    planTurns(order, each) {
      const known = new Set(desk.partners().map(({ id }) => id));
      const seated = [...new Set(order)].filter((id) => known.has(id));
      set({ turns: { order: seated, current: null, each: Math.min(LIMITS.timer, Math.max(0, each)) } });
    },
    shuffleTurns() {
      const turns = present();
      if (turns !== null) reorder(turns, shuffled(turns.order, desk.random));
    },
    moveTurn(partner, by) {
      const turns = present();
      const order = turns && moved(turns.order, turns.order.indexOf(partner), by);
      if (turns && order) reorder(turns, order);
    },
    nextTurn() {
      const turns = present();
      if (turns === null) return;
      const next = turns.current === null ? 0 : turns.current + 1;
      if (next < turns.order.length) give(turns, next);
      else set({ turns: { ...turns, current: null }, timer: null });
    },
    previousTurn() {
      const turns = present();
      if (turns !== null && turns.current !== null && turns.current > 0) give(turns, turns.current - 1);
    },
    endTurns: () => set({ turns: null }),
  };
}

/**
 * Without who left the table. When that is who was speaking, it is the turn of who spoke before, so that the
 * next is next.
 */
function withOnly({ order, current, each }: Turns, seated: ReadonlySet<string>): Turns {
  const stayed = order.filter((id) => seated.has(id));
  if (current === null) return { order: stayed, current, each };
  const spoken = order.slice(0, current + 1).filter((id) => seated.has(id)).length;
  return { order: stayed, current: spoken === 0 ? null : spoken - 1, each };
}

/** Fisher and Yates, as Durstenfeld wrote it down: every order is as likely as any other. */
function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    const [a, b] = [mixed[last], mixed[pick]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[pick]] = [b, a];
  }
  return mixed;
}
