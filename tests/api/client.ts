import type { CreateBoardResponse, JoinResponse } from '@samenbord/shared/protocol';
import { expect } from 'vitest';
import { CREATION_SECRET } from './server.ts';

export const PARTNERS = [{ name: 'Gemeente Veenwaarde' }, { name: 'Lageland Netbeheer' }] as const;

/** A board as small as it may be. */
export const BOARD_FILE = { title: 'Rietwijk', partners: PARTNERS };

export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** POST as JSON. */
export async function post<T = unknown>(
  url: string,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}

/** GET of JSON. */
export async function get<T = unknown>(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}

/** An error of the API as it must look: nothing in it but these. */
export const apiError = (code: string, field?: string) => ({
  error: { code, message: expect.any(String), ...(field === undefined ? {} : { field }) },
});

/** A board just made, with the secrets of its links. */
export interface Made {
  readonly board: string;
  readonly api: string;
  readonly facilitator: string;
  readonly observer: string;
  readonly partners: readonly { readonly partner: string; readonly secret: string }[];
}

export async function makeBoard(url: string, file: object = BOARD_FILE): Promise<Made> {
  const { status, body } = await post<CreateBoardResponse>(`${url}/api/boards`, file, {
    authorization: `Bearer ${CREATION_SECRET}`,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return {
    board: body.board,
    api: `${url}/api/boards/${body.board}`,
    facilitator: secretOf(body.links.facilitator),
    observer: secretOf(body.links.observer),
    partners: body.links.partners.map((one) => ({ partner: one.partner, secret: secretOf(one.url) })),
  };
}

export const secretOf = (link: string): string => new URL(link).hash.slice(1);

/** Joins and gives the answer back, which must be one. */
export async function join(made: Made, secret: string, name = 'Anna'): Promise<JoinResponse> {
  const { status, body } = await post<JoinResponse>(`${made.api}/join`, { secret, name });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

export const bearer = ({ ticket }: { ticket: string }) => ({ authorization: `Bearer ${ticket}` });

/** The cookie of a join as a browser would send it back. */
export function cookieOf(headers: Headers): string {
  const [first = ''] = headers.getSetCookie();
  return first.split(';')[0] ?? '';
}
