import type { BoardCommands } from '../../board/types.ts';

/** The same commands, that say which stickers somebody made or laid somewhere with them. */
export function telling(commands: BoardCommands, laid: (ids: readonly string[]) => void): BoardCommands {
  return {
    ...commands,
    addSticker(...given) {
      const id = commands.addSticker(...given);
      if (id !== undefined) laid([id]);
      return id;
    },
    addStickers(...given) {
      const ids = commands.addStickers(...given);
      if (ids !== undefined) laid(ids);
      return ids;
    },
    moveStickers(...given) {
      commands.moveStickers(...given);
      laid([...given[1].keys()]);
    },
  };
}
