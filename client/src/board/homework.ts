import {
  type HomeworkSticker,
  ORIGIN,
  readHomework,
  schemaOf,
  setPersonal,
  setShare,
  stampSchema,
} from '@samenbord/shared/board';
import {
  layInRows,
  type Point,
  parseRegionId,
  type RegionId,
  regionById,
  regionId,
  squareAt,
} from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { fieldOf, HOMEWORK_FIELDS } from '@samenbord/shared/template';
import { equalityDeep } from 'lib0/function';
import type { BesideSource, BoardSource } from '../session/index.ts';
import { writable } from '../session/readable.ts';
import { contributionOf } from './aspects.ts';
import type { Workbench } from './commands.ts';
import type { HomeworkCard, HomeworkHandle, HomeworkView } from './homeworkTypes.ts';
import { openBoard } from './openBoard.ts';
import type { BoardView } from './types.ts';

const SHEET = 'brengen-halen';

/**
 * Makes a partner's homework out of its private document. Its stickers have the place they would have on the
 * bring-and-gain sheet; how it is shown as a poster is the page's.
 */
export function openHomework(
  source: BesideSource,
  table: BoardSource['documents']['table'],
  partner: string,
  given: Pick<Workbench, 'newId' | 'now'> = {},
): HomeworkHandle {
  const { doc, me, loaded } = source;
  const documents = { board: doc, table };
  const board = openBoard({ board: '', me, documents, loaded }, given);
  const view = writable<HomeworkView>(viewOf(readHomework(doc), board.view.get(), undefined));
  let closed = false;
  const read = (): void => {
    if (closed) return;
    const next = viewOf(readHomework(doc), board.view.get(), view.get());
    if (!sameView(view.get(), next)) view.set(next);
  };
  // What is chosen about a sticker is not in the board's view of it.
  const onUpdate = (): void => queueMicrotask(read);
  doc.on('update', onUpdate);
  const stopBoard = board.view.subscribe(read);

  const canWrite = (): boolean => loaded.get() && board.view.get().access === 'write';
  const share = (ids: readonly string[], value: boolean): void => {
    if (canWrite()) setShare(doc, ids, value);
  };

  return {
    partner,
    view,
    undo: board.undo,
    commands: {
      addSticker({ field, text = '' }) {
        if (!canWrite() || board.view.get().byId.size >= LIMITS.homeworkStickers) return undefined;
        if (schemaOf(doc) === 0) doc.transact(() => stampSchema(doc), ORIGIN.create);
        const spot = spotIn(board.view.get(), regionOf(field, partner));
        return board.commands.addSticker({ sheet: SHEET, ...spot, partner, text });
      },
      moveTo(id, field) {
        const { center } = spotIn(board.view.get(), regionOf(field, partner));
        if (fieldOfRegion(board.view.get().byId.get(id)?.place.region) !== field)
          board.commands.moveStickers(SHEET, new Map([[id, center]]));
      },
      setShare: share,
      setPersonal(ids, personal) {
        if (!canWrite()) return;
        doc.transact(() => {
          setPersonal(doc, ids, personal);
          // Also when somebody chose to share it before it was personal.
          if (personal) share(ids, false);
        }, ORIGIN.homework);
      },
      setContribution: board.commands.setContribution,
      discardNew: board.commands.discardNew,
      removeStickers: board.commands.removeStickers,
      undo: board.commands.undo,
      redo: board.commands.redo,
      openText: board.commands.openText,
    },
    close() {
      closed = true;
      doc.off('update', onUpdate);
      stopBoard();
      board.close();
    },
  };
}

/** The region of the sheet that the answers of one field lie in. */
export function regionOf(field: string, partner: string): RegionId {
  return field.startsWith('core.') ? regionId(field) : regionId(field, partner);
}

/** The next place in the rows of a region, clear of what lies there; smaller when there is little room. */
function spotIn({ sheets }: BoardView, region: RegionId): { center: Point; size: 'S' | 'M' } {
  const { layout, stickers } = sheets[SHEET];
  const inner = regionById(layout, region)?.inner ?? layout.sheet;
  const occupied = stickers
    .filter((sticker) => sticker.region === region)
    .map(({ center, side }) => squareAt(center, side));
  const { size, points } = layInRows(inner, 1, 'M', occupied);
  const [center = { x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 }] = points;
  return { center, size: size === 'S' ? 'S' : 'M' };
}

const fieldOfRegion = (region: RegionId | null | undefined): string | undefined =>
  region === null || region === undefined ? undefined : parseRegionId(region).field;

function viewOf(
  stickers: readonly HomeworkSticker[],
  { access, loaded, unreadable }: BoardView,
  before: HomeworkView | undefined,
): HomeworkView {
  const known = new Map(before?.cards.map((card) => [card.id, card]));
  const cards = stickers.map((sticker) => {
    const card = cardOf(sticker);
    const was = known.get(card.id);
    return was !== undefined && equalityDeep(was, card) ? was : card;
  });
  return {
    cards,
    canWrite: loaded && access === 'write',
    loaded,
    isNewer: access === 'newer-schema',
    unreadable,
  };
}

function cardOf(sticker: HomeworkSticker): HomeworkCard {
  const { id, text, place, author, share, personal, shared } = sticker;
  const field = fieldOfRegion(place.region);
  return {
    id,
    text,
    // What lies in no field of the homework, if anything, is shown with the first.
    field: HOMEWORK_FIELDS.find((known) => known === field) ?? HOMEWORK_FIELDS[0] ?? '',
    authorName: author?.name ?? null,
    ...contributionOf(sticker),
    share,
    personal,
    shared,
  };
}

/** Whether stickers in this field may carry category, quantity and certainty. */
export function takesContribution(field: string): boolean {
  return fieldOf(SHEET, field)?.contribution === true;
}

function sameView(a: HomeworkView, b: HomeworkView): boolean {
  const sameCards = a.cards.length === b.cards.length && a.cards.every((card, n) => card === b.cards[n]);
  return (
    sameCards &&
    a.canWrite === b.canWrite &&
    a.loaded === b.loaded &&
    a.isNewer === b.isNewer &&
    a.unreadable === b.unreadable
  );
}
