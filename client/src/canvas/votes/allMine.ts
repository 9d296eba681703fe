import type { BoardView } from '../../board/types.ts';

/** Whether this person's dot is on all of these stickers. */
export function allMine({ byId }: Pick<BoardView, 'byId'>, ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every((id) => byId.get(id)?.votes?.mine);
}
