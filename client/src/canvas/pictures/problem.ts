/** Why a file did not become a picture on the board. */
export type PictureProblemKind =
  /** The file has more bytes than a picture may have. */
  | 'bytes'
  /** More pixels than a page should decode. */
  | 'pixels'
  /** No PNG, JPEG, WebP or SVG. */
  | 'kind'
  /** It says that it is a picture, and cannot be read as one. */
  | 'broken'
  /** A drawing that asks for more than drawing: entities, or itself again and again. */
  | 'svg'
  /** Much longer than wide, or the other way round. */
  | 'shape'
  /** The browser cannot make a picture of it. */
  | 'browser';

export class PictureProblem extends Error {
  readonly kind: PictureProblemKind;
  constructor(kind: PictureProblemKind, options?: { readonly cause: unknown }) {
    super(`not a picture for the board: ${kind}`, options);
    this.name = 'PictureProblem';
    this.kind = kind;
  }
}
