import type { BoardFile } from '@samenbord/shared/board';
import type { CreateBoardResponse, JoinResponse, Role } from '@samenbord/shared/protocol';

/** A board with its links, as the API gave them out. */
export type MadeBoard = CreateBoardResponse;

/** What a test does through the API because the page is not what it is about. */
export interface BoardApi {
  /** Makes a board; without a file an empty one of two partners, `gemeente` and `netbeheer`. */
  create(file?: BoardFile): Promise<MadeBoard>;
  /** Joins by a link, as another program would. */
  join(link: string, name: string): Promise<JoinResponse>;
  /** The board as `export.json` gives it to who holds this ticket. */
  export(board: string, ticket: string): Promise<BoardFile>;
  /** Withdraws the link of a role, and of a partner, with a facilitator's ticket. */
  withdraw(board: string, ticket: string, role: Role, partner?: string): Promise<void>;
}

/** The smallest board one can make. */
export const TWO_PARTNERS: BoardFile = {
  title: 'Proefbord',
  language: 'nl',
  partners: [
    { id: 'gemeente', name: 'Gemeente Veenwaarde', mark: 'G', color: '#0072B2' },
    { id: 'netbeheer', name: 'Lageland Netbeheer', mark: 'N', color: '#E69F00' },
  ],
};

/** What `GET /api/boards/<board>/links` answers, as far as it is used here. */
interface LinksAnswer {
  readonly links: readonly { readonly id: string; readonly role: Role; readonly partner?: string }[];
}

/**
 * The API of the server at `url()`, asked anew each time: a server may come back elsewhere.
 * @throws {Error} from each call, with status and answer, when the API refuses
 */
export function boardApi(url: () => string): BoardApi {
  const ask = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url()}${path}`, init);
    const body = await response.text();
    if (!response.ok) throw new Error(`${init.method} ${path}: ${response.status} ${body}`);
    return JSON.parse(body) as Answer;
  };
  const post = <Answer>(path: string, value: unknown): Promise<Answer> =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    });
  return {
    create: (file = TWO_PARTNERS) => post('/api/boards', file),
    join: (link, name) => {
      const { pathname, hash } = new URL(link);
      return post(`/api/boards/${pathname.split('/').at(-1)}/join`, { secret: hash.slice(1), name });
    },
    export: (board, ticket) =>
      ask(`/api/boards/${board}/export.json`, {
        method: 'GET',
        headers: { authorization: `Bearer ${ticket}` },
      }),
    async withdraw(board, ticket, role, partner) {
      const headers = { authorization: `Bearer ${ticket}` };
      const path = `/api/boards/${board}/links`;
      const { links } = await ask<LinksAnswer>(path, { method: 'GET', headers });
      const link = links.find((one) => one.role === role && one.partner === partner);
      if (link === undefined) throw new Error(`there is no link for ${role} ${partner ?? ''}`);
      await ask(`${path}/${link.id}/withdraw`, { method: 'POST', headers });
    },
  };
}
