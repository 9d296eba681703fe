import type { Facts, Subject } from '../decide.ts';

/**
 * The truth table: every kind of person on every kind of target with every action, in every state of the board.
 * The answers stand here as letters, written down by hand and not computed.
 */
export const BOARD = 'board-of-ours';
export const ROUND = 'round-1';
const of = (id: string, more: Omit<Subject, 'board' | 'person'>, board = BOARD): Subject => ({
  board,
  person: { id },
  ...more,
});

/** In the order of the columns below. Bea and Ben are of one partner. */
export const SUBJECTS = {
  nobody: undefined,
  fred: of('fred', { role: 'facilitator' }),
  bea: of('bea', { role: 'partner', partner: 'gemeente' }),
  ben: of('ben', { role: 'partner', partner: 'gemeente' }),
  cor: of('cor', { role: 'partner', partner: 'corporatie' }),
  olga: of('olga', { role: 'observer' }),
} as const;

/** In the order of the letters of a cell. */
export const STATES: readonly Pick<Facts, 'frozen' | 'round'>[] = [
  { frozen: false, round: null },
  { frozen: true, round: null },
  { frozen: false, round: ROUND },
  { frozen: true, round: ROUND },
];

/**
 * Each cell: calm, frozen, in a round, frozen in a round.
 * target                  action                nobody fred bea  ben  cor  olga
 */
const TABLE = `
  .                        read                  uuuu   yyyy yyyy yyyy yyyy yyyy
  .                        write                 uuuu   yyyy yzyz yzyz yzyz ffff
  ./table                  read                  uuuu   yyyy yyyy yyyy yyyy yyyy
  ./table                  write                 uuuu   yyyy ffff ffff ffff ffff
  ./private/gemeente       read                  uuuu   ffff yyyy yyyy ffff ffff
  ./private/gemeente       write                 uuuu   ffff yyyy yyyy ffff ffff
  ./private/corporatie     read                  uuuu   ffff ffff ffff yyyy ffff
  ./private/corporatie     write                 uuuu   ffff ffff ffff yyyy ffff
  ./private/nobody         read                  uuuu   ffff ffff ffff ffff ffff
  ./private/nobody         write                 uuuu   ffff ffff ffff ffff ffff
  ./silent/round-1/fred    read                  uuuu   ooyy ffff ffff ffff ffff
  ./silent/round-1/fred    write                 uuuu   ooyy ffff ffff ffff ffff
  ./silent/round-1/bea     read                  uuuu   ffff ooyy ffff ffff ffff
  ./silent/round-1/bea     write                 uuuu   ffff ooyy ffff ffff ffff
  ./silent/round-1/ben     read                  uuuu   ffff ffff ooyy ffff ffff
  ./silent/round-1/ben     write                 uuuu   ffff ffff ooyy ffff ffff
  ./silent/round-1/cor     read                  uuuu   ffff ffff ffff ooyy ffff
  ./silent/round-1/cor     write                 uuuu   ffff ffff ffff ooyy ffff
  ./silent/round-1/olga    read                  uuuu   ffff ffff ffff ffff ffff
  ./silent/round-1/olga    write                 uuuu   ffff ffff ffff ffff ffff
  ./silent/round-0/bea     read                  uuuu   ffff oooo ffff ffff ffff
  ./silent/round-0/bea     write                 uuuu   ffff oooo ffff ffff ffff
  .                        see-session           uuuu   yyyy yyyy yyyy yyyy yyyy
  .                        export-board          uuuu   yyyy yyyy yyyy yyyy yyyy
  .                        export-own            uuuu   ffff yyyy yyyy yyyy ffff
  .                        see-own-people        uuuu   ffff yyyy yyyy yyyy ffff
  .                        see-picture           uuuu   yyyy yyyy yyyy yyyy yyyy
  .                        add-picture           uuuu   yyyy yzyz yzyz yzyz ffff
  .                        add-sticker           uuuu   yyyy yzyz yzyz yzyz ffff
  .                        make-pen              uuuu   yyyy yzyz yzyz yzyz ffff
  .                        manage-links          uuuu   yyyy ffff ffff ffff ffff
  .                        let-in                uuuu   yyyy ffff ffff ffff ffff
  .                        freeze                uuuu   yyyy ffff ffff ffff ffff
  .                        set-homework-status   uuuu   ffff yyyy yyyy yyyy ffff
  .                        reveal-homework       uuuu   yyyy ffff ffff ffff ffff
  .                        share-homework        uuuu   ffff yzyz yzyz yzyz ffff
  .                        delete-homework       uuuu   ffff yyyy yyyy yyyy ffff
  .                        run-rounds            uuuu   yyyy ffff ffff ffff ffff
  .                        be-ready              uuuu   ooyy ooyy ooyy ooyy ffff
  .                        remove-partner        uuuu   yyyy ffff ffff ffff ffff
  .                        set-end               uuuu   yyyy ffff ffff ffff ffff
  .                        erase-board           uuuu   yyyy ffff ffff ffff ffff
`;

/** One line of the table. */
export interface Row {
  readonly target: string;
  readonly action: string;
  readonly cells: readonly string[];
}

export const ROWS: readonly Row[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [target = '', action = '', ...cells] = line.trim().split(/ +/);
    return { target: target.replace('.', BOARD), action, cells };
  });
