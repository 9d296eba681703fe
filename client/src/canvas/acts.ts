import { boxAround, type Point, type RegionId, SHEET } from '@samenbord/shared/layout';
import { isParkedView } from '../board/parked.ts';
import { toSheet } from './camera/camera.ts';
import { makeCopies } from './copies/copies.ts';
import { selectedOf } from './copying.ts';
import type { CanvasModel } from './model.ts';
import { togglePen } from './pen/later.ts';
import { boxAroundIds } from './selecting.ts';
import { toggleVotes } from './votes/later.ts';

/** What acts need beside the model. */
export interface ActContext {
  readonly model: CanvasModel;
  /** Deletes, and says so. */
  readonly remove: (ids: readonly string[]) => void;
  /** Puts the focus in the toolbar of what is selected. */
  readonly enterToolbar: () => void;
  /** Lets somebody choose pictures from their device, for a free spot. */
  readonly choosePictures: () => void;
  /** The field whose name has the focus, and where that is in the view; the middle of the view for none. */
  readonly focusedField: () => { readonly region: RegionId | null; readonly at: Point };
}

/** The factor of a step of zoom by key or button. */
export const ZOOM_STEP = 1.25;

/** Sheet units between a sticker and its double where there is no room beside it. */
const ASIDE = 40;
/** Sheet units between what is doubled and its double. */
const GAP = 12;

/** @returns whether there was anything to do */
type Act = (context: ActContext) => boolean;

/**
 * What one can do by a key, by name; menus and toolbars do the same. Each changes the board by a command, or
 * only what this person sees.
 */
export const ACTS = {
  newSticker: always(({ model }) => model.writer.newSticker()),
  open({ model }) {
    const [id, ...more] = model.selection.get();
    if (id === undefined || more.length > 0) return false;
    // While a line is asked for, the key says to which sticker.
    if (!model.lines.finish(id)) model.writer.open(id);
    return true;
  },
  remove: (context) => context.model.lines.removeChosen() || removeSelected(context),
  link({ model }) {
    const [from, to, ...more] = model.selection.get();
    if (from === undefined || more.length > 0 || !model.canWrite()) return false;
    if (to === undefined) model.lines.begin(from);
    else model.lines.connect(from, to);
    return true;
  },
  undo: always(({ model }) => model.board.commands.undo()),
  redo: always(({ model }) => model.board.commands.redo()),
  selectAll: always(({ model }) =>
    select(
      model,
      model
        .sheet()
        .stickers.filter((sticker) => !isParkedView(sticker))
        .map(({ id }) => id),
    ),
  ),
  duplicate: onSelection(({ model }) => duplicate(model)),
  group: onSelection(({ model }, ids) => {
    const free = ids.filter((id) => !model.view().byId.get(id)?.locked);
    if (free.length > 0) model.part.set({ kind: 'group', ids: free, group: null });
  }),
  ungroup({ model }) {
    const groups = groupsOfSelected(model);
    if (groups.length === 0 || !model.canWrite()) return false;
    model.board.commands.ungroup(groups);
    return true;
  },
  lock: onSelection(({ model }, ids) => {
    const locked = ids.every((id) => model.view().byId.get(id)?.locked);
    model.board.commands.setLocked(ids, !locked);
  }),
  vote: onSelection(({ model }, ids) => toggleVotes(model, ids)),
  toFront: onSelection(({ model }, ids) => model.board.commands.restack(ids, 'front')),
  toBack: onSelection(({ model }, ids) => model.board.commands.restack(ids, 'back')),
  park: onSelection(({ model }, ids) => model.fetched.park(ids)),
  bringBack: onSelection(({ model }, ids) => model.fetched.bringBack(ids)),
  moveTo: onSelection(({ model }, ids) => model.part.set({ kind: 'move', ids })),
  ink: forWriters(({ model }) => togglePen(model)),
  symbol: forWriters(({ model }) => model.part.set({ kind: 'symbol', ids: model.selection.get() })),
  picture: forWriters(({ choosePictures }) => choosePictures()),
  showPicture({ model }) {
    const [id, ...others] = model.selection.get();
    if (id === undefined || others.length > 0 || !model.view().byId.get(id)?.picture) return false;
    model.part.set({ kind: 'picture', sticker: id });
    return true;
  },
  find: always(({ model }) => model.part.set({ kind: 'find' })),
  shortcuts: always(({ model }) => model.part.set({ kind: 'shortcuts' })),
  present: always(({ model, focusedField }) => model.fetched.present(focusedField().region)),
  zoomIn: always(({ model }) => zoom(model, ZOOM_STEP)),
  zoomOut: always(({ model }) => zoom(model, 1 / ZOOM_STEP)),
  fitSheet: always(({ model }) => model.camera.fitSheet(true)),
  zoomSelection({ model }) {
    const box = boxAroundIds(model.view().byId, model.selection.get(), model.motion.centerOf);
    if (!box) return false;
    model.camera.flyToRect({
      x: box.x - ASIDE,
      y: box.y - ASIDE,
      width: box.width + 2 * ASIDE,
      height: box.height + 2 * ASIDE,
    });
    return true;
  },
  tools({ model, enterToolbar, focusedField }) {
    if (model.selection.get().length === 0 && model.lines.chosen.get() === null) {
      const { region, at } = focusedField();
      model.menu.set({ kind: 'all', at, point: toSheet(model.camera.get(), at), region, onSelection: false });
      return true;
    }
    model.toolsShown.set(true);
    enterToolbar();
    return true;
  },
  letGo: ({ model }) => letGo(model),
} satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS;

function always(run: (context: ActContext) => void): Act {
  return (context) => {
    run(context);
    return true;
  };
}

/** For who may write, whatever is selected. */
function forWriters(run: (context: ActContext) => void): Act {
  return (context) => {
    if (context.model.canWrite()) run(context);
    return context.model.canWrite();
  };
}

/** Does it to what is selected, for who may write. */
function onSelection(run: (context: ActContext, ids: readonly string[]) => void): Act {
  return (context) => {
    const { model } = context;
    const ids = model.selection.get();
    if (ids.length === 0 || !model.canWrite()) return false;
    run(context, ids);
    return true;
  };
}

const removeSelected = onSelection((context, ids) => context.remove(ids));

/** The groups of which any sticker is selected. */
export function groupsOfSelected(model: CanvasModel): readonly string[] {
  const groups = selectedOf(model).flatMap(({ group }) => (group ? [group.id] : []));
  return [...new Set(groups)];
}

/** Selects these, with what can be done with them beside it. */
export function select(model: CanvasModel, ids: readonly string[]): void {
  model.toolsShown.set(true);
  model.selection.set(ids);
}

function zoom(model: CanvasModel, factor: number): void {
  const { width, height } = model.camera.view();
  model.camera.zoomBy({ x: width / 2, y: height / 2 }, factor);
}

/** Makes the same again beside it, and selects that. */
function duplicate(model: CanvasModel): void {
  const stickers = selectedOf(model);
  const box = boxAround(stickers);
  if (!box) return;
  const beside = box.x + 2 * box.width + GAP <= SHEET.width;
  const by = beside ? { x: box.width + GAP, y: 0 } : { x: ASIDE, y: ASIDE };
  const made = makeCopies(
    model.view(),
    model.board.commands,
    new Map(stickers.map(({ id, center }) => [id, { x: center.x + by.x, y: center.y + by.y }])),
  );
  if (made) select(model, made);
}

/** Escape takes back the nearest thing. @returns whether there was any */
export function letGo(model: CanvasModel): boolean {
  if (model.tools.cancelAll()) return true;
  if (model.nudging.cancel()) return true;
  if (model.lines.letGo()) return true;
  for (const open of [model.menu, model.reading, model.openLabel, model.part]) {
    if (open.get() === null) continue;
    open.set(null);
    return true;
  }
  if (model.pen.get()) {
    model.pen.set(null);
    return true;
  }
  if (model.presenting.get() !== null) {
    model.presenting.set(null);
    return true;
  }
  if (model.selection.get().length === 0) return false;
  model.selection.set([]);
  return true;
}
