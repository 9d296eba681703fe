import {
  API_ERROR_CODES,
  type ApiErrorCode,
  type CreateBoardRequest,
  type CreateBoardResponse,
  type InvitationResponse,
  type JoinResponse,
  type SessionResponse,
} from '@samenbord/shared/protocol';

/** Why a call failed: a code of the API, or `network` when no answer came or none that is ours. */
export type ApiFailureCode = ApiErrorCode | 'network';

/** A call to the API that failed. The page shows its own text by `code`. */
export class ApiFailure extends Error {
  readonly code: ApiFailureCode;
  /** For `invalid`: which field, as a path like `partners.3.name`. */
  readonly field: string | undefined;
  /** For `too-many`: after how many seconds one may try again. */
  readonly retryAfter: number | undefined;

  constructor(code: ApiFailureCode, details: { field?: string; retryAfter?: number; cause?: unknown } = {}) {
    super(`the call failed: ${code}`, { cause: details.cause });
    this.name = 'ApiFailure';
    this.code = code;
    this.field = details.field;
    this.retryAfter = details.retryAfter;
  }
}

/** How long a call may take, in ms. */
const PATIENCE = 20_000;

/** Makes a board. @throws {ApiFailure} */
export function createBoard(file: CreateBoardRequest): Promise<CreateBoardResponse> {
  return call('POST', '/api/boards', file);
}

/** What a link opens, before one joins. @throws {ApiFailure} */
export function readInvitation(board: string, secret: string): Promise<InvitationResponse> {
  return call('POST', `${pathOf(board)}/invitation`, { secret });
}

/** Joins by a link's secret; the browser keeps the cookie. @throws {ApiFailure} */
export function join(board: string, secret: string, name: string): Promise<JoinResponse> {
  return call('POST', `${pathOf(board)}/join`, { secret, name });
}

/** The session this browser has on a board by its cookie. @throws {ApiFailure} `unauthorised` when it has none */
export async function readSession(board: string): Promise<SessionResponse> {
  const session = await call<SessionResponse | undefined>('GET', `${pathOf(board)}/session`);
  if (session === undefined) throw new ApiFailure('unauthorised');
  return session;
}

/** Where the API has this board. */
export const pathOf = (board: string): string => `/api/boards/${encodeURIComponent(board)}`;

/**
 * Asks the API. @param ticket where the browser keeps no cookies
 * @throws {ApiFailure}
 */
export async function call<T>(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  ticket?: string,
): Promise<T> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ticket === undefined ? {} : { authorization: `Bearer ${ticket}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 204) return undefined as T;
    answer = await response.json();
  } catch (cause) {
    // No connection, or something in between answered with a page of its own.
    throw new ApiFailure('network', { cause });
  }
  if (response.ok && isRecord(answer)) return answer as T; // our own server, same version as this page
  throw failureOf(response, answer);
}

function failureOf(response: Response, answer: unknown): ApiFailure {
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : undefined;
  const code = API_ERROR_CODES.find((known) => known === error?.code);
  if (code === undefined) return new ApiFailure(response.status >= 500 ? 'internal' : 'network');
  const field = error?.field;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiFailure(code, {
    ...(typeof field === 'string' ? { field } : {}),
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
