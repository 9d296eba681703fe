/** What one does with a document. */
export const DOCUMENT_ACTIONS = ['read', 'write'] as const;
export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number];

/** What one asks of a board over the API. Each route that needs a session names one; `docs/protocol.md` lists the paths. */
export const BOARD_ACTIONS = [
  /** Who one is. */
  'see-session',
  /** The board as a file. */
  'export-board',
  /** The board as a file, with the own homework. */
  'export-own',
  /** Who came in for the own partner, and by how many links one can. */
  'see-own-people',
  /** A picture of the board, by its hash. */
  'see-picture',
  'add-picture',
  /** One sticker, without opening a document. */
  'add-sticker',
  /** A pass for a phone that adds stickers. */
  'make-pen',
  /** Links and spoken codes: list, make, change, withdraw, reissue. */
  'manage-links',
  /** The waiting room: see who waits, let in or not. */
  'let-in',
  'freeze',
  'set-homework-status',
  'reveal-homework',
  'share-homework',
  /** Single stickers of it, or all. */
  'delete-homework',
  /** Silent rounds: open, reveal, cancel. */
  'run-rounds',
  /** Says in a silent round that one is ready. */
  'be-ready',
  'remove-partner',
  'set-end',
  'erase-board',
] as const;
export type BoardAction = (typeof BOARD_ACTIONS)[number];

export type Action = DocumentAction | BoardAction;
