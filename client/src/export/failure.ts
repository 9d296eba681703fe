/** Why no picture came out; the dialog has words for each. */
export type FailureReason =
  /** The device has no memory or no canvas for this many pixels. */
  | 'too-large'
  /** The browser gives other pixels back than were drawn, against recognising people by them. */
  | 'blocked'
  /** The browser cannot pack a file. */
  | 'unsupported';

/** A picture that could not be made. The board is as it was. */
export class PictureFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, options?: ErrorOptions) {
    super(`The picture could not be made: ${reason}.`, options);
    this.name = 'PictureFailure';
    this.reason = reason;
  }
}
