/**
 * Every error of the API: `{error: {code, message}}` with a fitting status. `message` is English for
 * programs; the page shows its own text by `code`.
 */
export interface ApiError {
  readonly error: {
    readonly code: ApiErrorCode;
    readonly message: string;
    /** For `invalid`: which field, as a path like `partners.3.name`. Never a value. */
    readonly field?: string;
  };
}

export const API_ERROR_CODES = [
  'invalid', // 400: a field does not fit; `field` says which
  'malformed-json', // 400
  'unauthorised', // 401: no session, or it ended
  'wrong-link', // 403: the secret opens nothing on this board
  'withdrawn-link', // 403: withdrawn, or past its end
  'link-full', // 403: as many people as it is for have come in by this link
  'wrong-code', // 403: the spoken code is none, or has ended
  'refused-entry', // 403: the facilitator did not let this person in
  'wrong-secret', // 403: boards are made with a creation secret here, and this is not it
  'forbidden', // 403: this role may not do this
  'no-board', // 404
  'not-found', // 404: no such path, or nothing of this name on the board
  'conflict', // 409: not in the state that board is in now; the message says why
  'method-not-allowed', // 405
  'pictures-full', // 409: the pictures of this board come to as much as they may
  'too-large', // 413
  'not-json', // 415
  'not-a-picture', // 415
  'too-many', // 429, with Retry-After
  'unavailable', // 503: the store cannot be reached or is full
  'internal', // 500
] as const;
export type ApiErrorCode = (typeof API_ERROR_CODES)[number];
