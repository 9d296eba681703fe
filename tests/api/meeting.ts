import {
  addStickers,
  type BoardFile,
  type NewSticker,
  readMeeting,
  readStickers,
} from '@samenbord/shared/board';
import type { JoinResponse } from '@samenbord/shared/protocol';
import { type Answer, bearer, get, join, type Made, makeBoard, post } from './client.ts';
import { openPeer, type Peer } from './peer.ts';

/** Somebody on a board: their session, and the documents they open. */
export interface Attendee {
  readonly made: Made;
  readonly url: string;
  readonly session: JoinResponse;
  /** Opens a document and waits for it. */
  open(suffix?: string): Promise<Peer>;
  act<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>;
  get<T = unknown>(path: string): Promise<Answer<T>>;
}

export async function attend(url: string, made: Made, secret: string, name = 'Anna'): Promise<Attendee> {
  const session = await join(made, secret, name);
  return attendWith(url, made, session);
}

/** The same with a session that there is. */
export function attendWith(url: string, made: Made, session: JoinResponse): Attendee {
  return {
    made,
    url,
    session,
    async open(suffix = '') {
      const peer = openPeer(url, `${made.board}${suffix}`, session);
      await Promise.race([peer.synced, peer.closed.then((code) => fail(suffix, code))]);
      return peer;
    },
    act: (path, body = {}) => post(`${url}/api/boards/${made.board}/${path}`, body, bearer(session)),
    get: (path) => get(`${url}/api/boards/${made.board}/${path}`, bearer(session)),
  };
}

function fail(suffix: string, code: number): never {
  throw new Error(`<board>${suffix} was closed with ${code}`);
}

export const PARTNERS = [
  { id: 'gemeente', name: 'Gemeente Veenwaarde' },
  { id: 'netbeheer', name: 'Lageland Netbeheer' },
  { id: 'corporatie', name: 'Corporatie Rietwijk' },
];

/** A board with a facilitator, somebody of each of three partners, and an observer. */
export async function gather(url: string, file: Partial<BoardFile> = {}) {
  const made = await makeBoard(url, { title: 'Rietwijk', partners: PARTNERS, ...file });
  const secretOf = (id: string): string => made.partners.find(({ partner }) => partner === id)?.secret ?? '';
  const [facilitator, gemeente, netbeheer, corporatie, observer] = await Promise.all([
    attend(url, made, made.facilitator, 'Fred'),
    attend(url, made, secretOf('gemeente'), 'Gea'),
    attend(url, made, secretOf('netbeheer'), 'Nel'),
    attend(url, made, secretOf('corporatie'), 'Cor'),
    attend(url, made, made.observer, 'Olga'),
  ]);
  return { made, secretOf, facilitator, gemeente, netbeheer, corporatie, observer };
}

/** Writes a sticker; its id is `id`. */
export function write(
  { doc }: Pick<Peer, 'doc'>,
  id: string,
  text: string,
  more: Partial<NewSticker> & { readonly region?: string } = {},
): void {
  const { region = 'core.essence', ...rest } = more;
  const place = { sheet: 'brengen-halen', region, x: 0.5, y: 0.5, z: 1 } as const;
  addStickers(doc, [{ id, text, place, made: 1, ...rest }]);
}

/** Ids and texts of the stickers in a document. */
export const textsOf = ({ doc }: Pick<Peer, 'doc'>): Record<string, string> =>
  Object.fromEntries([...readStickers(doc).stickers.values()].map(({ id, text }) => [id, text]));

export const meetingOf = ({ doc }: Pick<Peer, 'doc'>) => readMeeting(doc);
