import {
  boardDocument,
  type HomeworkSticker,
  markShared,
  privateDocument,
  readHomework,
} from '@samenbord/shared/board';
import { type Acting, look, partnersOf } from './acting.ts';
import { chosen, copyHomework } from './copying.ts';
import type { BoardState, Homework } from './state.ts';

/** How homework stands of which nothing was said yet. */
export const NOT_STARTED: Homework = { status: 'notStarted', alone: false, copied: false, at: 0 };

/** The state with the homework of one partner changed. */
export function withHomework(
  state: BoardState,
  partner: string,
  change: (homework: Homework) => Homework,
): BoardState {
  const homework = { ...state.homework, [partner]: change(state.homework[partner] ?? NOT_STARTED) };
  return { ...state, homework };
}

/** Puts stickers of a partner on the board, in one update with those of others, and notes so in its homework. */
export async function copy(
  acting: Acting,
  board: string,
  stickers: ReadonlyMap<string, readonly HomeworkSticker[]>,
): Promise<number> {
  const { relay, now } = acting;
  const partners = await partnersOf(acting, board);
  const count = await relay.change(boardDocument(board), (doc) =>
    copyHomework(doc, partners, [...stickers.values()].flat()),
  );
  for (const [partner, shared] of stickers) {
    if (shared.length === 0) continue;
    const ids = shared.map(({ id }) => id);
    await relay.change(privateDocument(board, partner), (doc) => markShared(doc, ids, now()));
  }
  return count;
}

/** What these partners chose for the table and is not there yet. */
export async function chosenOf(
  acting: Acting,
  board: string,
  partners: readonly string[],
): Promise<readonly HomeworkSticker[]> {
  const all: HomeworkSticker[] = [];
  for (const partner of partners)
    all.push(...(await look(acting, privateDocument(board, partner), (doc) => chosen(readHomework(doc)))));
  return all;
}

/** Copies what is revealed and not copied. @param before when it was revealed at the latest */
export async function copyRevealed(acting: Acting, board: string, before: number): Promise<number> {
  const { homework } = await acting.states.read(board);
  const waiting = Object.entries(homework).flatMap(([partner, { status, copied, at }]) =>
    status === 'revealed' && !copied && at <= before ? [partner] : [],
  );
  if (waiting.length === 0) return 0;
  const stickers = new Map<string, readonly HomeworkSticker[]>();
  for (const partner of waiting) stickers.set(partner, await chosenOf(acting, board, [partner]));
  const count = await copy(acting, board, stickers);
  await acting.states.change(board, (state) => {
    let next = state;
    for (const partner of waiting)
      next = withHomework(next, partner, (one) =>
        one.status === 'revealed' ? { ...one, copied: true } : one,
      );
    return next;
  });
  return count;
}
