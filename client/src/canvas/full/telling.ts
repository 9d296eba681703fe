import type { BoardCommands } from '../../board/types.ts';

/** The same commands, that say which stickers somebody made or laid somewhere with them. */
export function telling(commands: BoardCommands, laid: (ids: readonly string[]) => void): BoardCommands {
  return {
    ...commands,
    addSticker(draft) {
      const id = commands.addSticker(draft);
      if (id !== undefined) laid([id]);
      return id;
    },
    addStickers(drafts) {
      const ids = commands.addStickers(drafts);
      if (ids !== undefined) laid(ids);
      return ids;
    },
    moveStickers(sheet, centers, together) {
      commands.moveStickers(sheet, centers, together);
      laid([...centers.keys()]);
    },
  };
}
