import {
  type BoardFile,
  BoardFileError,
  boardDocument,
  boardFromFile,
  boardToFile,
  completePartners,
  homeworkToFile,
  type PartnerFile,
  privateDocument,
  readTable,
  silentDocument,
  silentToFile,
  type Table,
  tableDocument,
} from '@samenbord/shared/board';
import type { CreateBoardResponse } from '@samenbord/shared/protocol';
import * as Y from 'yjs';
import { type Access, newId } from '../access/index.ts';
import type { Relay } from '../relay/types.ts';
import type { RecordStore } from '../store/types.ts';

export { BoardFileError };

/** Making boards and reading whole ones: what is neither a socket's business nor a question of access. */
export interface Boards {
  /**
   * Makes a board from a file that passed its schema. When it resolves, everything is on disk.
   * @throws {BoardFileError} for a reference or id in the file that does not fit
   * @throws {StoreError}
   */
  create(file: BoardFile): Promise<CreateBoardResponse>;
  /** Title, language and partners; `undefined` when there is no such board. @throws {StoreError} */
  table(board: string): Promise<Table | undefined>;
  /** The board as a file; `undefined` when there is no such board. @throws {StoreError} */
  export(board: string): Promise<BoardFile | undefined>;
  /**
   * The same with the homework of one partner, for that partner, and what one person wrote in the silent round that
   * is open.
   * @throws {StoreError}
   */
  exportOwn(board: string, partner: string, person: string): Promise<PartnerFile | undefined>;
}

export interface BoardsOptions {
  readonly access: Access;
  readonly relay: Relay;
  readonly store: RecordStore;
  /** Id of the silent round that is open. @throws {StoreError} */
  readonly openRound: (board: string) => Promise<string | null>;
  /** An origin, what links begin with. */
  readonly publicUrl: string;
  /** ms since the epoch, now */
  readonly now: () => number;
}

/** A link to hand out: the secret stands where browsers do not send it. @param publicUrl an origin */
export const linkUrl = (publicUrl: string, board: string, secret: string): string =>
  `${publicUrl}/b/${board}#${secret}`;

export function createBoards({ access, relay, store, openRound, publicUrl, now }: BoardsOptions): Boards {
  /** Runs `use` on a document's present state. */
  async function withDocument<T>(name: string, use: (doc: Y.Doc) => T): Promise<T | undefined> {
    const update = await relay.read(name);
    if (update === undefined) return undefined;
    const doc = new Y.Doc();
    try {
      Y.applyUpdate(doc, update);
      return use(doc);
    } finally {
      doc.destroy();
    }
  }

  /** Runs `use` beside a copy of a board's table. */
  async function withTable<T>(board: string, use: (table: Y.Doc) => Promise<T>): Promise<T | undefined> {
    const update = await relay.read(tableDocument(board));
    if (update === undefined) return undefined;
    const table = new Y.Doc();
    try {
      Y.applyUpdate(table, update);
      return await use(table);
    } finally {
      table.destroy();
    }
  }

  const readTableOf = (board: string) => withDocument(tableDocument(board), (doc) => readTable(doc).table);

  return {
    async create(file) {
      const board = newId();
      const made = now();
      const partners = completePartners(file.partners);
      const updates = boardFromFile({ ...file, partners }, { now: made, newId });
      const facilitator = access.makeLink(board, 'facilitator', null);
      const observer = access.makeLink(board, 'observer', null);
      const perPartner = partners.map(({ id }) => access.makeLink(board, 'partner', id));
      // Documents before the record: a board is there for the world when its record is, and never half.
      await Promise.all([
        relay.create(boardDocument(board), updates.board),
        relay.create(tableDocument(board), updates.table),
      ]);
      const links = [facilitator, observer, ...perPartner];
      await store.addBoard(
        { id: board, made },
        links.map(({ record }) => record),
      );
      const url = (secret: string) => linkUrl(publicUrl, board, secret);
      return {
        board,
        links: {
          facilitator: url(facilitator.secret),
          observer: url(observer.secret),
          partners: perPartner.map(({ record, secret }) => ({
            partner: record.partner ?? '',
            url: url(secret),
          })),
        },
      };
    },

    table: readTableOf,

    export: (board) =>
      withTable(board, (table) => withDocument(boardDocument(board), (doc) => boardToFile(doc, table))),

    exportOwn: (board, partner, person) =>
      withTable(board, async (table) => {
        const round = await openRound(board);
        const file = await withDocument(boardDocument(board), (doc) => boardToFile(doc, table));
        const homework = await withDocument(privateDocument(board, partner), (doc) =>
          homeworkToFile(doc, table),
        );
        const silent =
          round === null
            ? undefined
            : await withDocument(silentDocument(board, round, person), (doc) => silentToFile(doc, table));
        return file && { ...file, homework: homework ?? [], silent: silent ?? [] };
      }),
  };
}
