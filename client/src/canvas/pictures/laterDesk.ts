import type { Partner } from '@samenbord/shared/board';
import type { BoardView } from '../../board/types.ts';
import { isPictorial, type Pictorial, type Typesetter } from '../../drawing/index.ts';
import type { SessionHandle } from '../../session/types.ts';
import { fetching } from '../../ui/index.ts';
import type { PictorialDesk } from './desk.ts';
import type { PicturingEvents } from './events.ts';

/** What draws pictures, icons and ink: fetched when a board first has any. */
export const pictorialPart = fetching(() => import('./desk.ts'));

/** Pictures and icons on one stage, from the moment there are any. */
export interface Picturing {
  /** Fetches what draws them, when this board needs it. What fails is tried again the next time. */
  look(view: BoardView): void;
  /** Fetches it for what is not on the board yet. */
  want(): void;
  with(type: Typesetter, partners: readonly Partner[]): Pictorial | undefined;
  close(): void;
}

export function createPicturing(
  session: Pick<SessionHandle, 'board' | 'ticket'>,
  { arrived, changed }: PicturingEvents,
): Picturing {
  let desk: PictorialDesk | undefined;
  let coming = false;
  let closed = false;
  const fetch = async (): Promise<void> => {
    coming = true;
    try {
      const { openPictorialDesk } = await pictorialPart.get();
      if (closed) return;
      desk = openPictorialDesk(session, { arrived, changed });
      arrived();
    } catch {
      coming = false;
    }
  };
  return {
    look(view) {
      if (!coming && needsPictorial(view)) void fetch();
    },
    want() {
      if (!coming) void fetch();
    },
    with: (type, partners) => desk?.with(type, partners),
    close() {
      closed = true;
      desk?.close();
    },
  };
}

function needsPictorial({ byId, ink }: BoardView): boolean {
  if (ink > 0) return true;
  for (const sticker of byId.values()) if (isPictorial(sticker)) return true;
  return false;
}
