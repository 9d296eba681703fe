import type { BoardCommands, StickerView } from '../../board/types.ts';

type Grouping = 'group' | 'ungroup' | 'renameGroup';
type Each = (name: string, ids: readonly string[], next: (one: StickerView) => StickerView) => void;

/** Groups of a board in memory: one, made of whatever is given, is enough for tools. */
export function fakeGroupCommands(each: Each): Pick<BoardCommands, Grouping> {
  let members: readonly string[] = [];
  return {
    group(ids, title) {
      members = ids;
      each('group', ids, (one) => ({ ...one, group: { id: 'group-1', title } }));
      return 'group-1';
    },
    ungroup: () => each('ungroup', members, ({ group: _group, ...one }) => one),
    renameGroup: (id, title) => each('renameGroup', members, (one) => ({ ...one, group: { id, title } })),
  };
}
