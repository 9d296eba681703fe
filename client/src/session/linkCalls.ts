import type {
  LinkInfo,
  LinkResponse,
  LinkSettings,
  LinksResponse,
  NewLinkResponse,
  Role,
  SpokenCodeResponse,
  WaitingRoomResponse,
} from '@samenbord/shared/protocol';
import { call, pathOf } from './join.ts';

export interface NewLink extends LinkSettings {
  readonly role: Role;
  readonly partner?: string;
}

/** What a facilitator asks of the server about links, codes and who waits. All throw `ApiFailure`. */
export interface LinkCalls {
  list(): Promise<readonly LinkInfo[]>;
  make(link: NewLink): Promise<NewLinkResponse>;
  change(link: string, settings: LinkSettings): Promise<LinkInfo>;
  withdraw(link: string): Promise<LinkInfo>;
  /** A new link in the place of this one, which ends. */
  replace(link: string): Promise<NewLinkResponse>;
  showCode(link: string): Promise<SpokenCodeResponse>;
  renewCode(link: string, code: string): Promise<SpokenCodeResponse>;
  /** Also while the page is going away. */
  endCode(link: string, code: string): Promise<void>;
  waitingRoom(): Promise<WaitingRoomResponse>;
  letIn(waiting: string, admit: boolean): Promise<void>;
}

/** The calls on one board. @param ticket where the browser keeps no cookies */
export function linkCalls(board: string, ticket?: string): LinkCalls {
  const path = `${pathOf(board)}/links`;
  const of = (link: string): string => `${path}/${encodeURIComponent(link)}`;
  const post = <T>(to: string, body: unknown = {}): Promise<T> => call<T>('POST', to, body, { ticket });
  const get = <T>(from: string): Promise<T> => call<T>('GET', from, undefined, { ticket });
  return {
    list: async () => (await get<LinksResponse>(path)).links,
    make: (link) => post(path, link),
    change: async (link, settings) => (await post<LinkResponse>(of(link), settings)).link,
    withdraw: async (link) => (await post<LinkResponse>(`${of(link)}/withdraw`)).link,
    replace: (link) => post(`${of(link)}/reissue`),
    showCode: (link) => post(`${of(link)}/code`),
    renewCode: (link, code) => post(`${of(link)}/code/renew`, { code }),
    endCode: async (link, code) =>
      void (await call('POST', `${of(link)}/code/end`, { code }, { ticket, keepalive: true })),
    waitingRoom: () => get(`${pathOf(board)}/waiting-room`),
    letIn: async (waiting, admit) =>
      void (await post(`${pathOf(board)}/waiting-room/${encodeURIComponent(waiting)}`, { admit })),
  };
}
