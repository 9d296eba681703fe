import type { ApiError, ApiErrorCode } from '@samenbord/shared/protocol';

/** The status that goes with each code of the API. */
const STATUS: Readonly<Record<ApiErrorCode, number>> = {
  invalid: 400,
  'malformed-json': 400,
  unauthorised: 401,
  'wrong-link': 403,
  'withdrawn-link': 403,
  'link-full': 403,
  'wrong-code': 403,
  'refused-entry': 403,
  'wrong-secret': 403,
  forbidden: 403,
  'no-board': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'pictures-full': 409,
  'too-large': 413,
  'not-json': 415,
  'not-a-picture': 415,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
};

/** A request that is answered with an error of the API. The message is for programs, never a value of theirs. */
export class HttpError extends Error {
  readonly code: ApiErrorCode;
  readonly field: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ApiErrorCode,
    message: string,
    more: ErrorOptions & {
      readonly field?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message, more);
    this.name = 'HttpError';
    this.code = code;
    this.field = more.field;
    this.headers = more.headers ?? {};
  }

  get status(): number {
    return STATUS[this.code];
  }

  /** The body of the answer. */
  body(): ApiError {
    const { code, message, field } = this;
    return { error: { code, message, ...(field === undefined ? {} : { field }) } };
  }
}

/** @param wait ms */
export function tooMany(wait: number): HttpError {
  const seconds = Math.ceil(wait / 1_000);
  return new HttpError('too-many', `too many requests of this kind; come back in ${seconds} s`, {
    headers: { 'retry-after': String(seconds) },
  });
}
