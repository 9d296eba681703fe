import {
  API_ERROR_CODES,
  type ApiErrorCode,
  type CreateBoardRequest,
  type CreateBoardResponse,
  type Duty,
  type InvitationResponse,
  type JoinResponse,
  readSpokenCode,
  type SessionResponse,
  type SettingsResponse,
  type WaitingResponse,
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

/** What this server asks of who makes boards. @throws {ApiFailure} */
export const readSettings = (): Promise<SettingsResponse> => call('GET', '/api/settings');

/** Makes a board. @param secret where the server asks for one @throws {ApiFailure} */
export function createBoard(file: CreateBoardRequest, secret?: string): Promise<CreateBoardResponse> {
  return call('POST', '/api/boards', file, { ticket: secret });
}

/** What a spoken code opens, and on which board. @throws {ApiFailure} */
export function readCode(code: string): Promise<InvitationResponse & { readonly board: string }> {
  return call('POST', '/api/codes/invitation', { code });
}

/** What a link's secret or a spoken code opens, before one joins. @throws {ApiFailure} */
export function readInvitation(board: string, key: string): Promise<InvitationResponse> {
  const code = readSpokenCode(key);
  return code === undefined ? call('POST', `${pathOf(board)}/invitation`, { secret: key }) : readCode(code);
}

/**
 * Joins by a link's secret or a spoken code; the browser keeps the cookie, unless one has to wait.
 * @throws {ApiFailure}
 */
export function join(
  board: string,
  key: string,
  name: string,
  duty?: Duty,
): Promise<JoinResponse | WaitingResponse> {
  const who = { name, ...(duty === undefined ? {} : { duty }) };
  const code = readSpokenCode(key);
  return code === undefined
    ? call('POST', `${pathOf(board)}/join`, { secret: key, ...who })
    : call('POST', `${pathOf(board)}/join-by-code`, { code, ...who });
}

/** Whether the facilitator has let one in. @throws {ApiFailure} `not-found` when nobody waits by this token */
export function askWaiting(board: string, token: string): Promise<JoinResponse | WaitingResponse> {
  return call('POST', `${pathOf(board)}/waiting`, { token });
}

/** The session this browser has on a board by its cookie. @throws {ApiFailure} `unauthorised` when it has none */
export async function readSession(board: string): Promise<SessionResponse> {
  const session = await call<SessionResponse | undefined>('GET', `${pathOf(board)}/session`);
  if (session === undefined) throw new ApiFailure('unauthorised');
  return session;
}

/** Where the API has this board. */
export const pathOf = (board: string): string => `/api/boards/${encodeURIComponent(board)}`;

interface CallOptions {
  /** Sent as `Authorization: Bearer`: where the browser keeps no cookies. */
  readonly ticket?: string | undefined;
  /** Goes out also while the page is going away. */
  readonly keepalive?: boolean;
}

/** Asks the API. @throws {ApiFailure} */
export async function call<T>(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  { ticket, keepalive = false }: CallOptions = {},
): Promise<T> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive,
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

/** What went wrong, by an answer of the API. */
export function failureOf(response: Response, answer: unknown): ApiFailure {
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
