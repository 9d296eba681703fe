import type { Partner } from '@samenbord/shared/board';
import type { Pictorial, Typesetter } from '../../drawing/index.ts';
import {
  createIconShelf,
  createPictorial,
  createShelf,
  type PictureShelf,
} from '../../drawing/rich/index.ts';
import { pictureCalls } from '../../session/pictureCalls.ts';
import type { SessionHandle } from '../../session/types.ts';
import type { PicturingEvents } from './events.ts';

type Of = Pick<SessionHandle, 'board' | 'ticket'>;

/** What draws pictures and icons for one canvas, whatever the font. */
export interface PictorialDesk {
  /** For this typesetter and these partners; the same for the same. */
  with(type: Typesetter, partners: readonly Partner[]): Pictorial;
  close(): void;
}

interface PictorialOf {
  readonly type: Typesetter;
  readonly partners: readonly Partner[];
}

export function openPictorialDesk(session: Of, { changed, arrived }: PicturingEvents): PictorialDesk {
  const shelf = createShelf({ fetch: pictureCalls(session).fetch, changed });
  open.set(session.board, shelf);
  const icons = createIconShelf(() => {
    // Another painter, so that all is drawn anew.
    made = undefined;
    arrived();
  });
  let made: (PictorialOf & { readonly pictorial: Pictorial }) | undefined;
  return {
    with(type, partners) {
      if (made?.type !== type || made.partners !== partners)
        made = { type, partners, pictorial: createPictorial({ type, shelf, partners, icons }) };
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
