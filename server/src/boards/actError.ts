/** An act that cannot be done, with a sentence that says why; never with a text of the board in it. */
export class ActError extends Error {
  /** `invalid` is about a field of the request. */
  readonly code: 'conflict' | 'not-found' | 'invalid';
  readonly field: string | undefined;

  constructor(code: ActError['code'], message: string, field?: string) {
    super(message);
    this.name = 'ActError';
    this.code = code;
    this.field = field;
  }
}
