/** What happens to pictures and icons on a stage. */
export interface PicturingEvents {
  /** It is there: all is drawn anew. */
  readonly arrived: () => void;
  /** Stickers with this picture look otherwise now. */
  readonly changed: (hash: string) => void;
}
