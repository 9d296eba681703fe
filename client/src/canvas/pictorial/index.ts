import type { Pictorial, Typesetter } from '../../drawing/index.ts';
import { createPictorial, createShelf, type PictureShelf } from '../../drawing/rich/index.ts';
import { pictureCalls } from '../../session/pictureCalls.ts';
import type { SessionHandle } from '../../session/types.ts';

type Of = Pick<SessionHandle, 'board' | 'ticket'>;

/** What draws pictures and icons for one canvas, whatever the font. */
export interface PictorialDesk {
  /** For this typesetter; the same for the same. */
  with(type: Typesetter): Pictorial;
  close(): void;
}

/** @param changed stickers with this picture look otherwise now */
export function openPictorialDesk(session: Of, changed: (hash: string) => void): PictorialDesk {
  const shelf = createShelf({ fetch: pictureCalls(session).fetch, changed });
  open.set(session.board, shelf);
  let made: { readonly type: Typesetter; readonly pictorial: Pictorial } | undefined;
  return {
    with(type) {
      if (made?.type !== type) made = { type, pictorial: createPictorial({ type, shelf }) };
      return made.pictorial;
    },
    close() {
      if (open.get(session.board) === shelf) open.delete(session.board);
      shelf.close();
    },
  };
}

const open = new Map<string, PictureShelf>();

/** Somebody brought a picture to a board that is open here: what was missing may be there now. */
export function pictureBrought(board: string, hash: string): void {
  open.get(board)?.retry(hash);
}
